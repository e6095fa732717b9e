// The decision at the end of a pilot, what a graduate gains, and what the programme learns from it all.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/fields.hpp"

namespace leeway {

enum class GateRule : std::uint8_t { fixed_term, point_estimate, bayesian, sequential };
template <>
inline constexpr std::array<std::string_view, 4> choice_names<GateRule>{"fixed-term", "point-estimate", "bayesian",
                                                                        "sequential"};

/// The decision at the end of a pilot.
struct GateLevers {
    GateRule rule = GateRule::bayesian;
    double tolerated_rate = 0.0045;
    double confidence = 0.6;
    double rejected_factor = 2;
    double false_alarm = 0.1;
    double miss = 0.1;
    double minimum_benefit = 0;
    double minimum_use = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(rule,
              {"rule", Unit::none, 0, 0, "guides; Wald 1947 for sequential",
               "pass at the end of the term; by the rate seen; by the posterior probability of a tolerable rate; by "
               "the sequential probability ratio, each month"});
        field(tolerated_rate, {"tolerated_rate", Unit::harm_per_user_month, 0, 10, "assumed",
                               "harm rate under market rules that the gate tolerates"});
        field(confidence, {"confidence", Unit::probability, 0, 1, "assumed",
                           "posterior probability of a tolerable rate that graduation needs"});
        field(rejected_factor, {"rejected_factor", Unit::ratio, 1.01, 100, "assumed",
                                "multiple of the tolerated rate that the sequential test tries to reject"});
        field(false_alarm, {"false_alarm", Unit::probability, 1e-6, 0.5, "assumed",
                            "nominal probability that the sequential test fails a tolerable product"});
        field(miss, {"miss", Unit::probability, 1e-6, 0.5, "assumed",
                     "nominal probability that the sequential test passes a product at the rejected rate"});
        field(minimum_benefit, {"minimum_benefit", Unit::ratio, 0, 10, "guides (CRI): stop what does not help",
                                "quality shown in the pilot that passing needs (mean 1)"});
        field(minimum_use, {"minimum_use", Unit::share, 0, 1, "guides (CRI)",
                            "share of the user cap that must be in use for passing"});
    }
};

enum class Licence : std::uint8_t { ordinary, shortened, conditional };
template <>
inline constexpr std::array<std::string_view, 3> choice_names<Licence>{"ordinary", "shortened", "conditional"};

/// What a graduate gains, and what becomes of the users when a test ends.
struct ExitLevers {
    Licence licence = Licence::shortened;
    double authorisation_credit = 0;
    double conditional_cap = 1e10;
    std::int64_t surveillance_months = 0;
    double surveillance = 0;
    double label = 0;
    bool wind_down_plan = false;
    double procurement = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(licence, {"licence", Unit::none, 0, 0, "guides (WB, AFSA, AI Act Article 57)",
                        "the ordinary authorisation; one shortened by the credit; or a conditional licence at once, "
                        "followed by the shortened authorisation"});
        field(authorisation_credit, {"authorisation_credit", Unit::share, 0, 1,
                                     "assumed; reports count in conformity assessment (AI Act Article 57)",
                                     "share of the officer hours of an authorisation that test evidence saves"});
        field(conditional_cap, {"conditional_cap", Unit::person, 0, 1e10, "assumed",
                                "persons who may use a service under a conditional licence"});
        field(surveillance_months,
              {"surveillance_months", Unit::month, 0, 240,
               "AI Act Article 72; evidence W10: 43 % of device recalls come in the first year (V2)",
               "months after launch in which graduates are still watched"});
        field(surveillance, {"surveillance", Unit::share, 0, 1, "assumed",
                             "share of harms that supervision sees in that time; officer hours follow it"});
        field(label, {"label", Unit::share, 0, 1, "stylised fact S18", "how visibly tested services carry a badge"});
        field(wind_down_plan, {"wind_down_plan", Unit::none, 0, 1, "guides (WB, AFSA): exit strategy signed at entry",
                               "whether users of a test that ends are looked after, and lose no trust by its end"});
        field(procurement, {"procurement", Unit::money_thousand, 0, 1e6,
                            "assumed; public bodies buy what GovTech challenges tested (V2)",
                            "what a public buyer pays a graduate for its service"});
    }
};

enum class RuleUpdates : std::uint8_t { off, at_the_end, continuously };
template <>
inline constexpr std::array<std::string_view, 3> choice_names<RuleUpdates>{"never", "at-the-end", "continuously"};

/// Whether evidence becomes rules.
struct LearningLevers {
    RuleUpdates rule_updates = RuleUpdates::off;
    double maximum_move = 0.25;
    double lag_factor = 1;

    template <class Visit>
    void fields(Visit&& field) {
        field(rule_updates,
              {"rule_updates", Unit::none, 0, 0, "design",
               "whether what is learnt moves provisions: never, once the sandbox has closed, at every review"});
        field(maximum_move,
              {"maximum_move", Unit::share, 0, 1, "assumed", "how far one revision may move a provision's level"});
        field(lag_factor, {"lag_factor", Unit::ratio, 0, 10, "evidence B32-B33: 12 to 48 months; 17 days in one decree",
                           "multiplies the country's lag from a decision to a rule in force"});
    }
};

enum class EvaluationMethod : std::uint8_t { none, before_after, matched, lottery, hold_out };
template <>
inline constexpr std::array<std::string_view, 5> choice_names<EvaluationMethod>{"none", "before-after", "matched",
                                                                                "lottery", "hold-out"};

/// What the programme could learn about itself.
struct EvaluationLevers {
    EvaluationMethod method = EvaluationMethod::none;
    double hold_out_share = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(method, {"method", Unit::none, 0, 0, "guides (CRI, German phase 4)",
                       "how the programme estimates its own effect on the funding of admitted firms; a lottery draws "
                       "among the eligible, a hold-out keeps some of the admitted waiting"});
        field(hold_out_share, {"hold_out_share", Unit::share, 0, 1, "design",
                               "share of those who would be admitted that is kept out for comparison (hold-out)"});
    }
};

}  // namespace leeway
