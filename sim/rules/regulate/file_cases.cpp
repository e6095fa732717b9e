#include "rules/regulate/file_cases.hpp"

#include "rules/formula/burden.hpp"
#include "rules/regulate/clearance.hpp"
#include "rules/regulate/decide_application.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

// Whoever notifies a test needs no officer.
void take_application(const FileCases& rule, World& world, const Design& design, std::uint32_t p, const Draws& draws) {
    const SandboxLevers& sandbox = sandbox_of(design, world, p);
    if (sandbox.kind == SandboxKind::notification) return sandbox_state(world, p).applicants.push_back(p);
    const RegulatorGroup& group = world.scenario->regulators;
    const std::size_t owner = regulator_index(*world.scenario, sandbox.owner);
    const Desk desk = desk_of(design, world.home(p), owner);
    if (!has_room(world, desk)) {
        ++regulator_at(world, desk).tally.turned_away;
        return reject_application(world, p, Decision::rejected);
    }
    const double factor = sandbox.kind == SandboxKind::test_and_learn ? rule.negotiation_factor : 1;
    const double hours = group.hours_per_application * factor * group.items[owner].work;
    open_case(world, desk, p, CaseKind::application, hours, draws);
}

// A firm under a conditional licence completes or mends its file while it serves users.
bool completes_file(const Products& products, std::uint32_t p) {
    const bool on_condition = products.conditional[p] && on_market(products.stage[p]);
    return products.stage[p] == Stage::preparing || (on_condition && products.months_to_comply[p] > 0);
}

bool is_ready(World& world, std::uint32_t p) {
    double& left = world.products.months_to_comply[p];
    left -= world.month > world.products.since[p] ? 1 : 0;
    return left <= 0;
}

void file(World& world, const Design& design, std::uint32_t p, const Draws& draws) {
    if (!open_clearance(world, design, p, hours_of_authorisation(world, design, p), draws)) {
        world.products.months_to_comply[p] = 1;  // and tries again
        return;
    }
    ++world.counts_of(p).filings;
    if (world.products.stage[p] == Stage::preparing) enter_stage(world, p, Stage::filing);
}

void go_without_permission(World& world, std::uint32_t p) {
    world.products.conditional[p] = 0;
    if (world.products.stage[p] == Stage::preparing) enter_stage(world, p, Stage::approved);
}

}  // namespace

double hours_of_authorisation(const World& world, const Design& design, std::uint32_t p) {
    const bool counts = world.products.graduated[p] && design.exit.licence != Licence::ordinary;
    const double credit = counts ? design.exit.authorisation_credit : 0;
    return (1 - credit) * world.scenario->regulators.hours_per_authorisation;
}

void FileCases::operator()(World& world, const Levers& levers, const Draws& draws) const {
    const Products& products = world.products;
    for (std::uint32_t p = 0; p < products.count(); ++p) {
        if (products.stage[p] == Stage::applying && products.since[p] == world.month)
            take_application(*this, world, levers.of(world, p), p, draws);
    }
    for (std::uint32_t p = 0; p < products.count(); ++p) {
        if (!completes_file(products, p) || !is_ready(world, p)) continue;
        const Design& design = levers.of(world, p);
        if (design.rulebook.authorisation_required)
            file(world, design, p, draws);
        else
            go_without_permission(world, p);
    }
}

}  // namespace leeway
