// A sandbox design is data: every lever with unit, range and neutral value, at which it changes nothing, bit for bit.
// The names follow the guides of the World Bank, CGAP, UNSGSA and the EU AI Act.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

enum class Selection : std::uint8_t { merit, lottery, first_come };
template <>
inline constexpr std::array<std::string_view, 3> choice_names<Selection>{"merit", "lottery", "first-come"};

enum class GateRule : std::uint8_t { fixed_term, bayesian };
template <>
inline constexpr std::array<std::string_view, 2> choice_names<GateRule>{"fixed-term", "bayesian"};

enum class RuleUpdates : std::uint8_t { off, continuously };
template <>
inline constexpr std::array<std::string_view, 2> choice_names<RuleUpdates>{"never", "continuously"};

/// The live tests: how many, how large, how long.
struct SandboxLevers {
    std::int64_t places = 0;
    double places_multiplier = 1;
    double user_cap = 5000;
    double user_cap_multiplier = 1;
    std::int64_t lab_months = 2;
    std::int64_t pilot_months = 6;
    std::int64_t extensions = 1;
    double advice = 0.5;
    bool placebo = false;

    template <class Visit>
    void fields(Visit&& field) {
        field(places, {"places", Unit::count, 0, 1e6, "evidence section 6: 3 to 29",
                       "tests admitted at one intake (0 = no sandbox)"});
        field(places_multiplier, {"places_multiplier", Unit::ratio, 0, 1000, "switch", "multiplies places"});
        field(user_cap,
              {"user_cap", Unit::person, 0, 1e10,
               "evidence P24 (V2): 100 clients in one scheme, case by case in others", "persons who may use a pilot"});
        field(user_cap_multiplier, {"user_cap_multiplier", Unit::ratio, 0, 1e6, "switch", "multiplies the user cap"});
        field(lab_months, {"lab_months", Unit::month, 0, 60, "assumed", "months without users before the pilot"});
        field(pilot_months,
              {"pilot_months", Unit::month, 1, 60, "evidence P20-P21 (V, V2): 3 to 36 months, 6 at the FCA",
               "months of a pilot before its gate"});
        field(extensions,
              {"extensions", Unit::count, 0, 20, "assumed", "times that a pilot may be extended by pilot_months"});
        field(advice, {"advice", Unit::share, 0, 1, "assumed; dialogue is the product (stylised fact S6)",
                       "share of the firm's error about its obligations that dialogue in the lab removes"});
        field(placebo, {"placebo", Unit::none, 0, 1, "switch",
                        "admit as usual but relax nothing, supervise nothing, signal nothing"});
    }
};

/// Who gets in, and when.
struct IntakeLevers {
    Selection selection = Selection::merit;
    std::int64_t every_months = 6;
    double minimum_quality = 0;
    double fee = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(selection, {"selection", Unit::none, 0, 0, "evidence P9 (V)", "how applicants are picked"});
        field(every_months, {"every_months", Unit::month, 1, 60, "evidence P21 (V2): two cohorts a year",
                             "months between intakes (1 = rolling)"});
        field(minimum_quality,
              {"minimum_quality", Unit::ratio, 0, 10, "evidence P9 (V): genuine innovation, readiness, benefit",
               "quality as the regulator sees it that an applicant needs"});
        field(fee, {"fee", Unit::money_thousand, 0, 1e5, "evidence P28 (V): US$100",
                    "cost of preparing and filing an application"});
    }
};

/// Which rules are relaxed during a test, and whether the relief lasts.
struct WaiverLevers {
    double share = 0;
    std::vector<std::string> provisions;
    double kept_after_exit = 0;
    double liability_shield = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(share, {"share", Unit::share, 0, 1, "assumed; guidance only in several schemes (evidence O15)",
                      "by how much each named provision is relaxed during a test"});
        field(provisions, {"provisions", Unit::none, 0, 0, "design",
                           "names of the relaxed provisions (empty = all that may be waived)"});
        field(kept_after_exit,
              {"kept_after_exit", Unit::share, 0, 1, "assumed", "share of the relief that stays after graduation"});
        field(liability_shield,
              {"liability_shield", Unit::share, 0, 1, "evidence P33 (V2): no fines in good faith, damages stay",
               "share of expected liability that is lifted from a relieved firm"});
    }
};

/// What protects users of a pilot.
struct SafeguardLevers {
    double strength = 0;
    double redress_share = 0;
    double disclosure = 0;
    bool exclude_vulnerable = false;

    template <class Visit>
    void fields(Visit&& field) {
        field(strength, {"strength", Unit::share, 0, 1, "assumed",
                         "share of harms in pilots that human oversight and limits prevent"});
        field(redress_share, {"redress_share", Unit::share, 0, 1, "assumed; compensation is usual (evidence P29, P33)",
                              "share of detected harms in pilots that the firm compensates"});
        field(disclosure, {"disclosure", Unit::share, 0, 1, "stylised fact S18",
                           "share of the badge's pull on citizens that disclosure removes"});
        field(exclude_vulnerable, {"exclude_vulnerable", Unit::none, 0, 1, "guides (World Bank, AI Act Article 60)",
                                   "whether segments with vulnerability above 1 are kept out of pilots"});
    }
};

/// How closely tests are watched.
struct SupervisionLevers {
    double monitoring = 0;
    double suspension_rate = 1000;

    template <class Visit>
    void fields(Visit&& field) {
        field(monitoring, {"monitoring", Unit::share, 0, 1, "assumed",
                           "share of harms in pilots that supervision itself sees; officer hours per test follow it"});
        field(suspension_rate, {"suspension_rate", Unit::harm_per_1000_user_months, 0, 1000, "assumed",
                                "seen harms at which a pilot is suspended (1000 = never)"});
    }
};

/// The decision at the end of a pilot.
struct GateLevers {
    GateRule rule = GateRule::bayesian;
    double tolerated_rate = 0.0045;
    double confidence = 0.6;

    template <class Visit>
    void fields(Visit&& field) {
        field(rule, {"rule", Unit::none, 0, 0, "guides",
                     "graduate at the end of the term, or by the posterior probability of a tolerable harm rate"});
        field(tolerated_rate, {"tolerated_rate", Unit::harm_per_user_month, 0, 10, "assumed",
                               "harm rate under market rules that the gate tolerates"});
        field(confidence, {"confidence", Unit::probability, 0, 1, "assumed",
                           "posterior probability of a tolerable rate that graduation needs"});
    }
};

/// What a graduate gains.
struct ExitLevers {
    double authorisation_credit = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(authorisation_credit, {"authorisation_credit", Unit::share, 0, 1,
                                     "assumed; reports count in conformity assessment (AI Act Article 57)",
                                     "share of the officer hours of an authorisation that test evidence saves"});
    }
};

/// Whether evidence becomes rules.
struct LearningLevers {
    RuleUpdates rule_updates = RuleUpdates::off;
    double maximum_move = 0.25;

    template <class Visit>
    void fields(Visit&& field) {
        field(rule_updates, {"rule_updates", Unit::none, 0, 0, "design", "whether what is learnt moves provisions"});
        field(maximum_move,
              {"maximum_move", Unit::share, 0, 1, "assumed", "how far one revision may move a provision's level"});
    }
};

/// What of the tests is published.
struct TransparencyLevers {
    double publish = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(publish, {"publish", Unit::share, 0, 1, "assumed",
                        "share of test results published to other firms of the sector"});
    }
};

/// What the law asks of everybody, inside or outside a sandbox.
struct RulebookLevers {
    double level_floor = 0;
    double level_ceiling = 1;
    bool authorisation_required = true;

    template <class Visit>
    void fields(Visit&& field) {
        field(level_floor, {"level_floor", Unit::share, 0, 1, "design",
                            "every provision is asked at least to this level (1 = full ex-ante compliance)"});
        field(level_ceiling, {"level_ceiling", Unit::share, 0, 1, "design",
                              "no provision is asked above this level (0 = no ex-ante rules)"});
        field(authorisation_required,
              {"authorisation_required", Unit::none, 0, 1, "design",
               "whether a service needs an authorisation before launch; liability stays without"});
    }
};

/// A sandbox design: all levers.
struct Design {
    std::string name = "unnamed";
    std::string description;
    std::string source;
    SandboxLevers sandbox;
    IntakeLevers intake;
    WaiverLevers waivers;
    SafeguardLevers safeguards;
    SupervisionLevers supervision;
    GateLevers gate;
    ExitLevers exit;
    LearningLevers learning;
    TransparencyLevers transparency;
    RulebookLevers rulebook;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "design", "name of the design"});
        field(description, {"description", Unit::none, 0, 0, "design", "what the design stands for, in a sentence"});
        field(source, {"source", Unit::none, 0, 0, "design", "where the design comes from"});
        field(sandbox, "sandbox", "the live tests");
        field(intake, "intake", "who gets in, and when");
        field(waivers, "waivers", "which rules are relaxed");
        field(safeguards, "safeguards", "what protects users of a pilot");
        field(supervision, "supervision", "how closely tests are watched");
        field(gate, "gate", "the decision at the end of a pilot");
        field(exit, "exit", "what a graduate gains");
        field(learning, "learning", "whether evidence becomes rules");
        field(transparency, "transparency", "what of the tests is published");
        field(rulebook, "rulebook", "what the law asks of everybody");
    }

    /// Tests admitted at one intake.
    std::int64_t places() const {
        return static_cast<std::int64_t>(static_cast<double>(sandbox.places) * sandbox.places_multiplier);
    }
};

/// What is wrong with a design as a whole, given the names of the provisions that exist; empty when it can be run.
std::vector<Complaint> complaints(const Design& design, const std::vector<std::string>& provision_names);

}  // namespace leeway
