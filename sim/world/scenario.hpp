// A scenario: the people, services, firms and state of one country, as a TOML file states them.
// Extensive values (ideas, firms, officer hours) are stated for the country's real population.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/fields.hpp"
#include "world/scenario/government.hpp"
#include "world/scenario/industry.hpp"
#include "world/scenario/people.hpp"
#include "world/scenario/services.hpp"

namespace leeway {

/// Everything about a country that is not a lever and not a rule's own parameter.
struct Scenario {
    std::string name = "unnamed";
    std::string title;
    std::string currency = "currency";
    std::int64_t warm_up_months = 24;
    CitizenGroup citizens;
    std::vector<Sector> sectors{Sector{.name = "services"}};
    RiskLaw risk;
    LiabilityLaw liability;
    IdeaStream ideas;
    FirmGroup firms;
    FundingMarket funding;
    ProvisionGroup provisions;
    RegulatorGroup regulators;
    JurisdictionGroup jurisdictions;
    WelfareWeights welfare;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "scenario", "name of the scenario"});
        field(title, {"title", Unit::none, 0, 0, "scenario", "what the scenario is, in a sentence"});
        field(currency, {"currency", Unit::none, 0, 0, "scenario", "the currency in which money is stated"});
        field(warm_up_months, {"warm_up_months", Unit::month, 0, 600, "assumed",
                               "months under the status quo before the compared designs start"});
        field(citizens, "citizens", "the people, their agents and their network");
        field(sectors, "sectors", 1, 16, "the kinds of services");
        field(risk, "risk", "what makes a service risky");
        field(liability, "liability", "who pays for harm");
        field(ideas, "ideas", "the common stream of ideas");
        field(firms, "firms", "money and habits of firms");
        field(funding, "funding", "venture funding");
        field(provisions, "provisions", "the rulebook");
        field(regulators, "regulators", "the regulators and their officers");
        field(jurisdictions, "jurisdictions", "the jurisdictions among which firms choose");
        field(welfare, "welfare", "the weights of net social benefit");
    }
};

/// What is wrong with a scenario as a whole, though each field alone is in range; empty when it can be simulated.
std::vector<Complaint> complaints(const Scenario& scenario);

}  // namespace leeway
