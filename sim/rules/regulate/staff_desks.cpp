#include "rules/regulate/staff_desks.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "rules/formula/waiting.hpp"
#include "rules/regulate/clearance.hpp"

namespace leeway {
namespace {

void share_out_hours(World& world, const Design& design, std::size_t j) {
    std::vector<Regulator>& regulators = world.jurisdictions[j].regulators;
    for (Regulator& regulator : regulators) regulator.hours_available = regulator.hours_used = 0;
    for (std::size_t r = 0; r < regulators.size(); ++r)
        regulator_at(world, desk_of(design, j, r)).hours_available += staff_hours(world, j, r);
}

void train(Regulator& regulator, double hours) {
    const double trained = std::min(hours, regulator.hours_available);
    regulator.hours_used += trained;
    regulator.hours_trained += trained;
}

double skill_of(const RegulatorGroup& group, const Regulator& regulator) {
    return 1 + group.skill_per_case * portable::log1p(regulator.cases_decided) +
           group.skill_per_training_hour * portable::log1p(regulator.hours_trained);
}

}  // namespace

void staff_desks(World& world, const Levers& levers) {
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        const Design& design = levers.of_jurisdiction(j);
        share_out_hours(world, design, j);
        if (design.coordination.form == Coordination::one_stop) gather_cases(world, j);
        for (Regulator& regulator : world.jurisdictions[j].regulators) {
            train(regulator, design.supervision.training_hours);
            if (world.adaptation.regulators) regulator.skill = skill_of(world.scenario->regulators, regulator);
        }
    }
}

}  // namespace leeway
