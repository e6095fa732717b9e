// Which rules are relaxed during a test, and what protects its users meanwhile.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

enum class ReliefForm : std::uint8_t {
    guidance,            ///< the firm learns what is asked of it; nothing is lifted
    comfort_letter,      ///< no fine and no liability towards the regulator; provisions stay
    restricted_licence,  ///< provisions cost less because the test is small; their protection stays
    derogation           ///< provisions are lifted, with the protection that they gave
};
template <>
inline constexpr std::array<std::string_view, 4> choice_names<ReliefForm>{"guidance", "comfort-letter",
                                                                          "restricted-licence", "derogation"};

/// Which rules are relaxed during a test, and whether the relief lasts.
struct WaiverLevers {
    double share = 0;
    ReliefForm form = ReliefForm::derogation;
    std::vector<std::string> provisions;
    double share_per_pilot = 1;
    double consent_months = 3;
    double kept_after_exit = 0;
    bool precedent = false;
    double liability_shield = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(share, {"share", Unit::share, 0, 1, "assumed; guidance only in several schemes (evidence O15)",
                      "by how much each named provision is relaxed during a test"});
        field(form,
              {"form", Unit::none, 0, 0, "guides (Ofgem: four forms; FCA, Korea)", "what the relief consists of"});
        field(provisions, {"provisions", Unit::none, 0, 0, "design",
                           "names of the relaxed provisions (empty = all that may be waived)"});
        field(share_per_pilot, {"share_per_pilot", Unit::ratio, 0, 1, "assumed: relief ends as the test grows",
                                "factor on share from one pilot to the next"});
        field(consent_months,
              {"consent_months", Unit::month, 0, 60, "assumed",
               "months until another regulator consents to relax its provision (coordinated regulators)"});
        field(kept_after_exit,
              {"kept_after_exit", Unit::share, 0, 1, "assumed", "share of the relief that stays after graduation"});
        field(precedent, {"precedent", Unit::none, 0, 1, "Korea: identical cases reuse an exemption (R-med)",
                          "whether products like a graduate may use its lasting relief without a test"});
        field(liability_shield,
              {"liability_shield", Unit::share, 0, 1, "evidence P33 (V2): no fines in good faith, damages stay",
               "share of expected liability that is lifted from a relieved firm"});
    }
};

/// What protects users of a pilot.
struct SafeguardLevers {
    double strength = 0;
    double oversight_cost = 0;
    double redress_share = 0;
    double fund_levy = 0;
    double insurance = 0;
    double disclosure = 0;
    bool exclude_vulnerable = false;
    double minimum_vulnerable = 0;
    bool kill_switch = false;
    double user_support = 0;
    double data_reversal = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(strength, {"strength", Unit::share, 0, 1, "assumed",
                         "share of harms in pilots that human oversight and limits prevent"});
        field(oversight_cost,
              {"oversight_cost", Unit::money_per_user_month, 0, 1e4, "assumed",
               "what full human oversight costs the firm per active user-month of a pilot, times strength"});
        field(redress_share,
              {"redress_share", Unit::share, 0, 1, "assumed; damages stay with the firm (evidence P33, R-hi)",
               "share of detected harms in pilots that the firm compensates"});
        field(fund_levy, {"fund_levy", Unit::share, 0, 1, "assumed; compensation schemes are levied on firms",
                          "share of pilots' revenue paid into a fund that compensates where the firm cannot"});
        field(insurance, {"insurance", Unit::share, 0, 1, "assumed; a condition of exemptions in Korea (R-med)",
                          "share of the redress of pilots that an insurer pays, for a premium at the expected cost"});
        field(disclosure, {"disclosure", Unit::share, 0, 1, "stylised fact S18",
                           "share of the badge's pull on citizens that disclosure and consent remove"});
        field(exclude_vulnerable, {"exclude_vulnerable", Unit::none, 0, 1, "guides (World Bank, AI Act Article 60)",
                                   "whether segments with vulnerability above 1 are kept out of pilots"});
        field(minimum_vulnerable, {"minimum_vulnerable", Unit::share, 0, 1, "guides (OECD, CRI): representative tests",
                                   "share of a pilot's places kept for segments with vulnerability above 1"});
        field(kill_switch, {"kill_switch", Unit::none, 0, 1, "AI Act Article 14: a stop button",
                            "whether a suspension stops the service at once, not after its procedure"});
        field(user_support, {"user_support", Unit::share, 0, 1, "evidence W13 (V): coaching closes the uptake gap",
                             "share of the gap to mean literacy that help for users closes in pilots"});
        field(data_reversal, {"data_reversal", Unit::share, 0, 1, "AI Act Articles 60-61: outputs can be reversed",
                              "share of harms not yet noticed that is undone when a test fails"});
    }
};

/// How closely tests are watched.
struct SupervisionLevers {
    double monitoring = 0;
    double hours_factor = 1;
    double audit = 0;
    double suspension_rate = 1000;
    double training_hours = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(monitoring, {"monitoring", Unit::share, 0, 1, "assumed",
                           "share of harms in pilots that supervision itself sees; officer hours per test follow it"});
        field(hours_factor,
              {"hours_factor", Unit::ratio, 0, 10, "assumed",
               "officer hours per test relative to what the monitoring needs; below 1 supervision sees less"});
        field(audit, {"audit", Unit::share, 0, 1, "evidence W14 (V2, D): experts see errors that no complaint shows",
                      "share of a pilot's hidden harms that an audit of outcomes uncovers before the gate"});
        field(suspension_rate, {"suspension_rate", Unit::harm_per_1000_user_months, 0, 1000, "assumed",
                                "seen harms at which a pilot is suspended (1000 = never)"});
        field(training_hours, {"training_hours", Unit::officer_hours_per_month, 0, 1e6, "guides (World Bank, UNSGSA)",
                               "hours per regulator spent on training, by which its skill grows"});
    }
};

}  // namespace leeway
