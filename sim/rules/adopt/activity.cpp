#include "rules/adopt/activity.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "core/parallel.hpp"
#include "core/vector_clones.hpp"
#include "rules/adopt/offers.hpp"
#include "rules/adopt/support.hpp"
#include "rules/formula/benefit.hpp"
#include "rules/formula/field_conditions.hpp"

namespace leeway {
namespace {

using Users = std::span<const std::uint32_t>;
constexpr std::size_t users_at_once = 1024;
constexpr double activity_unit = 0x1p-24;  // activities are added as whole numbers, so that their order cannot show

LEEWAY_VECTOR_CLONES void gather(const float* column, const std::uint32_t* places, std::size_t size, float* values) {
    for (std::size_t i = 0; i < size; ++i) values[i] = column[places[i]];
}

std::int32_t units_of(float activity) {
    return static_cast<std::int32_t>((activity < 1 ? activity : 1) * static_cast<float>(1 / activity_unit));
}

LEEWAY_VECTOR_CLONES std::int64_t sum_of_activity(const float* confidence, std::size_t size, float weight) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < size; ++i) sum += units_of(confidence[i] * weight);
    return sum;
}

// How many of the users are active, where each is so with the probability min(1, weight * confidence).
double active_of(const Citizens& citizens, const Confidence& confidence, Users users, float weight) {
    const std::int64_t units = sum_over_blocks(users.size(), users_at_once, [&](std::size_t begin, std::size_t end) {
        std::array<float, users_at_once> values;
        gather(citizens.trust.data(), &users[begin], end - begin, values.data());
        confidence.from_trust(values.data(), end - begin, values.data());
        return sum_of_activity(values.data(), end - begin, weight);
    });
    return static_cast<double>(units) * activity_unit;
}

// Active agents of product `p` in group `g`. In an assigned sector all cases are live.
double active_agents(const Adopt& rule, const World& world, const Levers& levers, const Confidence& confidence,
                     std::uint32_t p, std::size_t g) {
    const double agents = world.agents_using[p * world.groups() + g];
    const Sector& sector = world.sector_of(p);
    if (agents == 0 || sector.enrolment == Enrolment::assigned) return agents;
    const Design& design = levers.of(world, p);
    const double literacy = supported_literacy(world.segment_of_group(g).literacy, user_support(world, design, p));
    const auto weight = static_cast<float>(rule.activity * quality_in_use(world, design, p) * literacy);
    if (confidence.is_common()) return agents * units_of(weight) * activity_unit;
    return active_of(world.citizens, confidence, users_of(world, p, g), weight);
}

bool needs_lists(const World& world, const Confidence& confidence) {
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        if (has_own_paces(world, confidence, k)) return true;
    }
    return world.users.kept;
}

// A service of limited size counts at most its limit: the last agent may be enrolled in part.
void count_persons_of(World& world, const Design& design, std::uint32_t p) {
    Products& products = world.products;
    const std::size_t groups = world.groups();
    const double agents = agents_of(world, p);
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

void count_benefit(World& world, const Design& design, std::uint32_t p) {
    const double active = world.products.active[p], quality = quality_in_use(world, design, p);
    const Sector& sector = world.sector_of(p);
    Counts& counts = world.counts_of(p);
    counts.service_user_months += active;
    counts.quality_user_months += active * quality;
    counts.benefit_user_months += active * benefit_of_use(sector, quality);
    if (quality < sector.break_even_quality) counts.harmful_user_months += active;
}

void add_exposure(World& world, std::uint32_t p) {
    Products& products = world.products;
    const double active = products.active[p];
    products.exposure[p] += active;
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

void count_active_agents(const Adopt& rule, World& world, const Levers& levers, const Confidence& confidence) {
    if (needs_lists(world, confidence)) update_users(world);
    for_each_index(world.products.count(), [&](std::size_t p) {
        for (std::size_t g = 0; g < world.groups(); ++g)
            world.persons_active[p * world.groups() + g] =
                active_agents(rule, world, levers, confidence, static_cast<std::uint32_t>(p), g);
    });
}

void count_persons(World& world, const Levers& levers) {
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        count_persons_of(world, levers.of(world, p), p);
        count_benefit(world, levers.of(world, p), p);
        add_exposure(world, p);
    }
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        if (world.scenario->sectors[k].enrolment == Enrolment::chosen) continue;
        for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) count_cases(world, k, j);
    }
}

}  // namespace leeway
