// Citizens take up services that they can reach and leave those that they are done with: first passage of a cumulative
// hazard over a threshold drawn once per spell (Bass 1969 on a network), so no random number is spent per month and
// designs are coupled citizen by citizen. Which service: logit over those open to the group, as an exponential race.
// The caseload of an assigned sector does not choose: its agency puts it on the service at a rate.
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct Adopt {
    static constexpr std::string_view name = "adopt";
    double reach_scale = 3;
    double trust_reference = 0.46;
    double trust_exponent = 1;
    double churn = 0.008;
    double quality_weight = 1;
    double base_weight = 0.3;
    double price_weight = 0.5;
    double badge_pull = 0.2;
    double activity = 0.8;
    double abandonment_loss = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(reach_scale,
              {"reach_scale", Unit::per_million_people, 1e-9, 1e9,
               "assumed (design trial: 3 services per sector for 2 million people)",
               "services of mean quality per million people at which 63 % of a sector's demand is reachable"});
        field(trust_reference, {"trust_reference", Unit::share, 0.01, 1, "mean of the segments' base trust",
                                "trust at which adoption has its reference speed"});
        field(trust_exponent, {"trust_exponent", Unit::none, 0, 5, "assumed", "how strongly adoption follows trust"});
        field(churn, {"churn", Unit::per_month, 0, 10, "assumed (design trial)",
                      "hazard of leaving a service at reference trust"});
        field(quality_weight,
              {"quality_weight", Unit::ratio, 0, 100, "assumed", "weight of quality in the choice of a service"});
        field(base_weight,
              {"base_weight", Unit::ratio, 0, 100, "assumed", "weight of the log of a service's users, in thousands"});
        field(price_weight, {"price_weight", Unit::ratio, 0, 100, "assumed", "weight of price over income"});
        field(badge_pull,
              {"badge_pull", Unit::ratio, 0, 100, "stylised fact S18 (qualitative only)",
               "what the sandbox's badge adds to a service's appeal, whatever its risk, where it is fully visible"});
        field(activity, {"activity", Unit::share, 0, 1, "evidence W1 (V, V2, D): 0.02 to 0.89 of adopters are active",
                         "share of users active in a month at mean quality, literacy and reference trust"});
        field(abandonment_loss, {"abandonment_loss", Unit::share, 0, 1, "assumed",
                                 "share of trust that the users of a test lose when it ends without a wind-down plan"});
    }

    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

}  // namespace leeway
