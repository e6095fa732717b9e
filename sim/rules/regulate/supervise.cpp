#include "rules/regulate/supervise.hpp"

#include <algorithm>
#include <vector>

#include "rules/formula/burden.hpp"
#include "rules/formula/harm_rate.hpp"
#include "rules/formula/outlook.hpp"
#include "rules/regulate/clearance.hpp"

namespace leeway {
namespace {

double spend(Regulator& regulator, double needed) {
    const double spent = std::min(needed, regulator.hours_available - regulator.hours_used);
    regulator.hours_used += spent;
    return spent;
}

bool lends_officers(const World& world, const Design& design, const SandboxLevers& sandbox, std::size_t home,
                    std::size_t j) {
    return j == home || (sandbox.kind == SandboxKind::pooled && is_partner(world, design.cross_border, j));
}

// Hours that officers spend on the sandbox, split over the jurisdictions that lend them by their share of all officers.
double spend_on(World& world, const Levers& levers, std::size_t home, const SandboxLevers& sandbox, double needed) {
    const Design& design = levers.of_jurisdiction(home);
    const std::size_t owner = regulator_index(*world.scenario, sandbox.owner);
    double shares = 0, spent = 0;
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j)
        shares += lends_officers(world, design, sandbox, home, j) ? item_of(*world.scenario, j).hours_share : 0;
    for (std::size_t j = 0; j < world.jurisdictions.size() && shares > 0; ++j) {
        if (!lends_officers(world, design, sandbox, home, j)) continue;
        const double share = item_of(*world.scenario, j).hours_share / shares;
        spent += spend(regulator_at(world, desk_of(levers.of_jurisdiction(j), j, owner)), needed * share);
    }
    return spent;
}

/// What there is to watch in one sandbox.
struct Watched {
    double tests = 0, graduates = 0;
};

std::vector<std::vector<Watched>> count_watched(const World& world, const Levers& levers) {
    std::vector<std::vector<Watched>> watched(world.jurisdictions.size());
    for (std::size_t j = 0; j < watched.size(); ++j) watched[j].resize(world.jurisdictions[j].sandboxes.size());
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        const Stage stage = world.products.stage[p];
        const bool tested = stage == Stage::lab || stage == Stage::pilot;
        if (!tested && !world.products.graduated[p]) continue;
        Watched& here = watched[world.home(p)][world.products.sandbox[p]];
        here.tests += tested ? 1 : 0;
        here.graduates += is_surveilled(world, levers.of(world, p), p) ? 1 : 0;
    }
    return watched;
}

void talk_with_firms(World& world, std::size_t j, std::size_t s, double share) {
    if (share <= 0) return;
    Products& products = world.products;
    for (std::uint32_t p = 0; p < products.count(); ++p) {
        if (products.stage[p] == Stage::pilot && products.sandbox[p] == s && world.home(p) == j)
            products.file_error[p] *= std::max(0.0, 1 - share);
    }
}

void watch_tests(const Supervise& rule, World& world, const Levers& levers, std::size_t j, std::size_t s) {
    const SandboxLevers& sandbox = levers.of_jurisdiction(j).sandbox[s];
    const SupervisionLevers& supervision = levers.of_jurisdiction(j).supervision;
    SandboxState& state = world.jurisdictions[j].sandboxes[s];
    const double wanted = sandbox.placebo ? 0 : supervision.monitoring;
    const double needed = state.tests * wanted * world.scenario->regulators.hours_per_test;
    const double spent = spend_on(world, levers, j, sandbox, needed * supervision.hours_factor);
    state.monitoring =
        needed > 0 ? wanted * std::min(spent, needed) / needed : wanted * std::min(1.0, supervision.hours_factor);
    if (spent > needed) talk_with_firms(world, j, s, rule.dialogue * (spent - needed) / needed);
}

void watch_graduates(World& world, const Levers& levers, std::size_t j, std::size_t s, double graduates) {
    const double wanted = levers.of_jurisdiction(j).exit.surveillance;
    const double needed = graduates * wanted * world.scenario->regulators.hours_per_test;
    const double spent = spend_on(world, levers, j, levers.of_jurisdiction(j).sandbox[s], needed);
    world.jurisdictions[j].sandboxes[s].surveillance = needed > 0 ? wanted * spent / needed : wanted;
}

}  // namespace

void Supervise::operator()(World& world, const Levers& levers) const {
    const std::vector<std::vector<Watched>> watched = count_watched(world, levers);
    for (std::size_t j = 0; j < watched.size(); ++j) {
        for (std::size_t s = 0; s < watched[j].size(); ++s) {
            world.jurisdictions[j].sandboxes[s].tests = watched[j][s].tests;
            watch_tests(*this, world, levers, j, s);
            watch_graduates(world, levers, j, s, watched[j][s].graduates);
        }
    }
}

}  // namespace leeway
