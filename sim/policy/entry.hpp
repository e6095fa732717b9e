// Who may come into a sandbox, when, and at whose cost.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

/// What a product and its firm must be to be admitted.
struct EligibilityLevers {
    std::vector<std::string> firm_kinds;
    double minimum_novelty = -5;
    double minimum_benefit = 0;
    double readiness = 0;
    double maximum_predicted_risk = 10;

    template <class Visit>
    void fields(Visit&& field) {
        field(firm_kinds,
              {"firm_kinds", Unit::none, 0, 0, "guides (World Bank: incumbents, newcomers, technology firms)",
               "start-up, small-firm, incumbent, agency (empty = all)"});
        field(minimum_novelty, {"minimum_novelty", Unit::none, -5, 5, "evidence P9 (V): genuine innovation",
                                "novelty of the product, in standard deviations"});
        field(minimum_benefit, {"minimum_benefit", Unit::ratio, 0, 10, "evidence P9 (V): benefit to consumers",
                                "quality of the product as the regulator sees it (mean 1)"});
        field(readiness, {"readiness", Unit::month, 0, 60, "evidence P9 (V): readiness to test",
                          "months for which the firm's capital must cover its spending"});
        field(maximum_predicted_risk, {"maximum_predicted_risk", Unit::harm_per_user_month, 0, 10,
                                       "guides: express tracks for low risk; assumed",
                                       "predicted harm rate under market rules above which nobody is admitted"});
    }
};

enum class Selection : std::uint8_t { merit, lottery, first_come };
template <>
inline constexpr std::array<std::string_view, 3> choice_names<Selection>{"merit", "lottery", "first-come"};

enum class Silence : std::uint8_t { waits, admits, rejects };
template <>
inline constexpr std::array<std::string_view, 3> choice_names<Silence>{"waits", "admits", "rejects"};

enum class Initiator : std::uint8_t { firm, regulator, government, public_buyer };
template <>
inline constexpr std::array<std::string_view, 4> choice_names<Initiator>{"firm", "regulator", "government",
                                                                         "public-buyer"};

/// How applicants become admitted.
struct IntakeLevers {
    Initiator initiator = Initiator::firm;
    Selection selection = Selection::merit;
    std::int64_t every_months = 6;
    double reserved_small = 0;
    double reserved_public = 0;
    std::int64_t deadline_months = 0;
    Silence silence = Silence::waits;
    double fee = 0;
    double grant = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(initiator, {"initiator", Unit::none, 0, 0, "guides; planned sandboxes in Korea since 2025 (R-med)",
                          "who starts a test; any but the firm bears the cost of preparing the application"});
        field(selection, {"selection", Unit::none, 0, 0, "evidence P9 (V)", "how applicants are picked"});
        field(every_months, {"every_months", Unit::month, 1, 60, "evidence P21 (V2): two cohorts a year",
                             "months between intakes (1 = rolling)"});
        field(reserved_small, {"reserved_small", Unit::share, 0, 1, "AI Act Articles 57-58: priority for small firms",
                               "share of the places for which start-ups and small firms come first"});
        field(reserved_public, {"reserved_public", Unit::share, 0, 1, "guides: public benefit",
                                "share of the places for which public agencies come first"});
        field(deadline_months,
              {"deadline_months", Unit::month, 0, 60, "AI Act Article 58: 3 months",
               "months after which an application that nobody has assessed is decided by silence (0 = none)"});
        field(silence, {"silence", Unit::none, 0, 0, "design", "what the regulator's silence means at the deadline"});
        field(fee, {"fee", Unit::money_thousand, 0, 1e5, "evidence P28 (V): US$100", "fee for filing an application"});
        field(grant, {"grant", Unit::money_thousand, 0, 1e6, "evidence W7 (V2): EUR 53,000 per pilot",
                      "paid by the state to a firm whose test is admitted"});
    }
};

}  // namespace leeway
