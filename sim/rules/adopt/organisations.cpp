#include "rules/adopt/organisations.hpp"

#include <algorithm>
#include <cmath>

#include "rules/adopt/pace.hpp"
#include "world/organisations.hpp"

namespace leeway {

std::vector<HazardUnits> hazards_of_organisations(const World& world, std::size_t k,
                                                  const std::vector<double>& available) {
    const Sector& sector = world.scenario->sectors[k];
    std::vector<double> rate;  // per year, by jurisdiction
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j)
        rate.push_back(sector.organisation_innovation +
                       sector.organisation_imitation * share_of_open_organisations(world, k, j));
    std::vector<HazardUnits> hazards;
    for (std::size_t g = 0; g < world.groups(); ++g) {
        const double served = sector.enrolment == Enrolment::chosen ? available[g] : (available[g] > 0 ? 1 : 0);
        const double units = served * rate[world.jurisdiction_of_group(g)] / (12 * hazard_unit);
        hazards.push_back(static_cast<HazardUnits>(std::min<double>(most_hazard, std::floor(units + 0.5))));
    }
    return hazards;
}

void let_organisations_adopt(World& world, std::size_t k, const std::vector<double>& available) {
    std::vector<HazardUnits>& thresholds = world.citizens.use[k].organisation_threshold;
    if (thresholds.empty()) return;
    const std::vector<HazardUnits> hazards = hazards_of_organisations(world, k, available);
    world.citizens.for_each_organisation(agents_per_organisation(world, k),
                                         [&](std::size_t number, const Stretch& members) {
                                             HazardUnits& left = thresholds[number];
                                             if (left == 0 || left == not_interested) return;
                                             left = std::max(0, left - hazards[members.group]);
                                             if (left == 0) open_organisation(world, k, members);
                                         });
}

}  // namespace leeway
