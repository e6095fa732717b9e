#include "rules/adopt/activity.hpp"

#include <algorithm>
#include <vector>

#include "rules/adopt/offers.hpp"

namespace leeway {
namespace {

std::vector<double> support_by_product(const World& world, const Levers& levers) {
    std::vector<double> support(world.products.count(), 0);
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (serves_users(world.products, p)) support[p] = user_support(world, levers.of(world, p), p);
    }
    return support;
}

// Leaves the active agents of every product and group in persons_active; returns the agents who use each product.
std::vector<double> count_agents(const Adopt& rule, World& world, const Levers& levers, const Mood& mood) {
    const Citizens& citizens = world.citizens;
    const std::vector<double> support = support_by_product(world, levers);
    std::vector<double> agents(world.products.count(), 0);
    std::fill(world.persons_active.begin(), world.persons_active.end(), 0);
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        const SectorUse& use = citizens.use[k];
        const bool chosen = world.scenario->sectors[k].enrolment == Enrolment::chosen;
        for (std::uint32_t i = 0; i < citizens.count(); ++i) {
            if (use.product[i] == no_product) continue;
            const auto p = static_cast<std::size_t>(use.product[i]);
            const std::size_t g = citizens.group[i];
            const double inclination =
                support[p] > 0 ? mood.confidence[i] * supported_literacy(world.segment_of_group(g).literacy, support[p])
                               : mood.inclination[i];
            ++agents[p];
            world.persons_active[p * world.groups() + g] +=
                chosen ? std::min(1.0, rule.activity * world.products.quality[p] * inclination) : 1;
        }
    }
    return agents;
}

// A service of limited size counts at most its limit: the last agent may be enrolled in part.
void count_persons(World& world, const Design& design, std::uint32_t p, double agents) {
    Products& products = world.products;
    const std::size_t groups = world.groups();
    products.users[p] = agents > 0 ? std::min(agents * world.citizens.represents, user_limit(world, design, p)) : 0;
    products.active[p] = 0;
    const double persons = agents > 0 ? products.users[p] / agents : 0;
    for (std::size_t g = 0; g < groups; ++g) {
        double& active = world.persons_active[p * groups + g];
        active *= persons;
        products.active[p] += active;
        world.user_months[products.sector[p] * groups + g] += active;
    }
}

void add_exposure(World& world, std::uint32_t p) {
    Products& products = world.products;
    const double active = products.active[p];
    products.exposure[p] += active;
    world.counts_of(p).service_user_months += active;
    world.counts_of(p).quality_user_months += active * products.quality[p];
    if (on_market(products.stage[p])) return;
    products.pilot_exposure[p] += active;
    world.counts_of(p).pilot_user_months += active;
}

// From the first launch on, an assigned service is owed to its caseload every month.
void count_cases(World& world, std::size_t k, std::size_t j) {
    const Products& products = world.products;
    Counts& counts = world.jurisdictions[j].counts;
    bool launched = false, serves = false;
    for (std::uint32_t p = 0; p < products.count(); ++p) {
        if (products.sector[p] != k || world.home(p) != j) continue;
        launched = launched || products.launched[p] <= world.month;
        serves = serves || serves_users(products, p);
        counts.served_cases += products.active[p];
    }
    counts.agency_months += launched ? 1 : 0;
    counts.served_months += launched && serves ? 1 : 0;
}

}  // namespace

void count_activity(const Adopt& rule, World& world, const Levers& levers, const Mood& mood) {
    const std::vector<double> agents = count_agents(rule, world, levers, mood);
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        count_persons(world, levers.of(world, p), p, agents[p]);
        add_exposure(world, p);
    }
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        if (world.scenario->sectors[k].enrolment == Enrolment::chosen) continue;
        for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) count_cases(world, k, j);
    }
}

}  // namespace leeway
