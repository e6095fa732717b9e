// The live tests of a sandbox: what kind it is, how many tests, how large, how long, in which steps.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

enum class SandboxKind : std::uint8_t {
    none,
    advice,          ///< an innovation office: dialogue, then the ordinary way
    test_and_learn,  ///< bilateral: every application is negotiated and decided alone, when it is ready
    notification,    ///< a class waiver: whoever notifies may test, nobody assesses
    product_test,
    rule_test,    ///< a new rule for all firms of the sandbox's sectors, without application
    thematic,     ///< one sector after the other, a new theme at every intake
    pooled,       ///< a product test in which officers of the partners work too
    cross_border  ///< a product test whose evidence and licences are to pass borders (levers cross_border)
};
template <>
inline constexpr std::array<std::string_view, 9> choice_names<SandboxKind>{
    "none",      "advice",   "test-and-learn", "notification", "product-test",
    "rule-test", "thematic", "pooled",         "cross-border"};

/// One sandbox: its owner, its places, and the ladder of lab and pilots.
struct SandboxLevers {
    std::string name = "sandbox";
    std::string owner;
    SandboxKind kind = SandboxKind::product_test;
    std::vector<std::string> sectors;
    std::int64_t places = 0;
    double places_multiplier = 1;
    std::int64_t closes_after = 1200;
    double advice = 0.5;
    std::int64_t lab_months = 2;
    double test_environment = 0;
    std::int64_t pilots = 1;
    double cap_growth = 4;
    double user_cap = 5000;
    double user_cap_multiplier = 1;
    double exposure_cap = 1e12;
    double value_cap = 1e9;
    std::int64_t pilot_months = 6;
    std::int64_t extensions = 1;
    bool placebo = false;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "design", "name of the sandbox"});
        field(owner, {"owner", Unit::none, 0, 0, "design", "the regulator who runs it (empty = the first one)"});
        field(kind, {"kind", Unit::none, 0, 0, "guides (World Bank, CGAP; worlds compared in the ODD)",
                     "what is offered to firms"});
        field(sectors, {"sectors", Unit::none, 0, 0, "guides", "names of the sectors it is for (empty = all)"});
        field(places, {"places", Unit::count, 0, 1e6, "evidence P1-P15: 3 to 29",
                       "tests admitted at one intake (0 = no sandbox)"});
        field(places_multiplier, {"places_multiplier", Unit::ratio, 0, 1000, "switch", "multiplies places"});
        field(closes_after, {"closes_after", Unit::month, 0, 1200, "Council conclusions 2020 ask for a sunset",
                             "month after which no new test is admitted (1200 = never)"});
        field(advice, {"advice", Unit::share, 0, 1, "assumed; dialogue is the product (stylised fact S6)",
                       "share of the firm's error about its obligations that dialogue in the lab removes"});
        field(lab_months, {"lab_months", Unit::month, 0, 60, "assumed", "months without users before the first pilot"});
        field(test_environment,
              {"test_environment", Unit::share, 0, 1, "assumed; synthetic data and test beds (digital sandboxes)",
               "share of the product's avoidable risk (excess over its features) that the lab removes"});
        field(pilots, {"pilots", Unit::count, 1, 10, "guides: a ladder of growing tests",
                       "pilots of a test, each with a gate"});
        field(cap_growth,
              {"cap_growth", Unit::ratio, 1, 100, "assumed", "factor on the user cap from one pilot to the next"});
        field(user_cap, {"user_cap", Unit::person, 0, 1e10,
                         "evidence P24 (V2): 100 clients in one scheme, case by case in others",
                         "persons who may use the first pilot"});
        field(user_cap_multiplier, {"user_cap_multiplier", Unit::ratio, 0, 1e6, "switch", "multiplies the user cap"});
        field(exposure_cap, {"exposure_cap", Unit::user_month, 0, 1e12, "guides (World Bank, ASIC)",
                             "active user-months after which a pilot takes no new users"});
        field(value_cap, {"value_cap", Unit::money, 0, 1e9, "guides (World Bank, ASIC): limits on value per user",
                          "largest harm that one user of a pilot can suffer"});
        field(pilot_months,
              {"pilot_months", Unit::month, 1, 60, "evidence P20-P21 (V, V2): 3 to 36 months, 6 at the FCA",
               "months of each pilot before its gate"});
        field(extensions,
              {"extensions", Unit::count, 0, 20, "assumed", "times that a pilot may be extended by pilot_months"});
        field(placebo, {"placebo", Unit::none, 0, 1, "switch",
                        "admit as usual but relax nothing, supervise nothing, signal nothing"});
    }

    /// Tests admitted at one intake.
    std::int64_t places_at_intake() const {
        return kind == SandboxKind::none ? 0
                                         : static_cast<std::int64_t>(static_cast<double>(places) * places_multiplier);
    }

    /// Whether firms may be given something here at all.
    bool is_open() const { return places_at_intake() > 0 && kind != SandboxKind::rule_test; }

    /// Persons who may use pilot number `rung` (0 = the first).
    double cap_of(std::size_t rung) const {
        double cap = user_cap * user_cap_multiplier;
        for (std::size_t step = 0; step < rung; ++step) cap *= cap_growth;
        return cap;
    }
};

}  // namespace leeway
