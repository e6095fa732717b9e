#include "world/transitions.hpp"

namespace leeway {

void start_using(World& world, std::size_t k, std::uint32_t i, std::int32_t p) {
    SectorUse& use = world.citizens.use[k];
    const std::uint32_t cell = world.cell_of(p, world.citizens.group_of(i));
    use.product[i] = p;
    ++use.users;
    ++world.citizens.services[i];
    ++world.agents_using[cell];
    if (world.users.kept) world.users.moves.push_back({cell, i, true});
}

void stop_using(World& world, std::size_t k, std::uint32_t i) {
    SectorUse& use = world.citizens.use[k];
    const std::uint32_t cell = world.cell_of(use.product[i], world.citizens.group_of(i));
    use.product[i] = no_product;
    --use.users;
    --world.citizens.services[i];
    --world.agents_using[cell];
    if (world.users.kept) world.users.moves.push_back({cell, i, false});
}

void withdraw(World& world, std::uint32_t p) {
    if (world.products.stage[p] == Stage::applying) ++world.counts_of(p).applications_withdrawn;
    enter_stage(world, p, Stage::withdrawn);
    world.products.users[p] = world.products.active[p] = 0;
}

void end_firm(World& world, std::uint32_t f, FirmStatus how) {
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        const Stage stage = world.products.stage[p];
        if (world.products.firm[p] != f || stage == Stage::ahead || stage == Stage::withdrawn ||
            stage == Stage::declined)
            continue;
        if (stage == Stage::lab || stage == Stage::pilot || stage == Stage::applying) ++world.counts_of(p).withdrawn;
        withdraw(world, p);
    }
    world.firms.status[f] = how;
    world.firms.ended[f] = world.month;
    world.jurisdictions[world.firms.jurisdiction[f]].money.closed += world.firms.capital[f];
    world.firms.capital[f] = 0;
}

void give_up_idea(World& world, std::uint32_t p, FirmStatus how) {
    const std::uint32_t firm = world.products.firm[p];
    if (!world.firms.is_established(firm)) return end_firm(world, firm, how);
    const Stage stage = world.products.stage[p];
    if (stage == Stage::lab || stage == Stage::pilot || stage == Stage::applying) ++world.counts_of(p).withdrawn;
    withdraw(world, p);
}

void pay(World& world, std::uint32_t f, double Money::*use, double amount) {
    Jurisdiction& home = world.jurisdictions[world.firms.jurisdiction[f]];
    world.firms.capital[f] -= amount;
    home.money.*use += amount;
    if (world.firms.is_agency(f)) home.counts.agency_cost += amount;
}

}  // namespace leeway
