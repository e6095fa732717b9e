// Detected harm makes news, which lowers everybody's trust a little, and may turn into backlash: a moratorium with the
// rules at their strictest, whose monthly probability rises smoothly with the news, followed by a calm. Published
// results of tests move trust too. Each jurisdiction has its own public.
#pragma once

#include "core/fields.hpp"
#include "core/random.hpp"
#include "world/world.hpp"

namespace leeway {

struct News {
    double memory = 0.7;
    double noise_floor = 0.3;
    double trust_effect = 0.001;
    double backlash_level = 6;
    double backlash_width = 1;
    double backlash_most = 0.15;
    double moratorium_months = 6;
    double calm_months = 24;
    double result_effect = 0.002;
    double bad_result_weight = 2;

    template <class Visit>
    void fields(Visit&& field) {
        field(memory, {"memory", Unit::share, 0, 1, "assumed", "share of last month's news that is still in the air"});
        field(noise_floor, {"noise_floor", Unit::severity_per_1000_people_years, 0, 1e6, "assumed",
                            "detected severity below which nobody takes notice"});
        field(trust_effect, {"trust_effect", Unit::per_month, 0, 1, "assumed",
                             "share of trust that the undecided lose per unit of news and month"});
        field(backlash_level, {"backlash_level", Unit::severity_per_1000_people_years, 0, 1e6,
                               "assumed; uncertain (fragile in the design trial)",
                               "news at which backlash is half as likely as it can be"});
        field(backlash_width, {"backlash_width", Unit::severity_per_1000_people_years, 1e-6, 1e6, "assumed",
                               "how gradually backlash becomes likely"});
        field(backlash_most,
              {"backlash_most", Unit::per_month, 0, 1, "assumed", "largest monthly probability of backlash"});
        field(moratorium_months, {"moratorium_months", Unit::month, 0, 600, "assumed", "months of a moratorium"});
        field(calm_months,
              {"calm_months", Unit::month, 0, 600, "assumed", "months after a moratorium without another"});
        field(result_effect, {"result_effect", Unit::share, 0, 1, "assumed",
                              "trust that the undecided gain by each test that is published to have passed its gate"});
        field(bad_result_weight, {"bad_result_weight", Unit::ratio, 0, 100, "assumed; asymmetry in evidence B12-B13",
                                  "loss of trust by a published failure, relative to the gain by a pass"});
    }

    /// Monthly probability of backlash at this much news.
    double backlash_probability(double news) const;

    void operator()(World& world, const Draws& draws) const;
};

}  // namespace leeway
