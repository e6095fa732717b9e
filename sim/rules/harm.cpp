#include "rules/harm.hpp"

#include <cmath>
#include <span>
#include <vector>

#include "core/arithmetic.hpp"
#include "core/distributions.hpp"
#include "rules/formula/detection.hpp"
#include "rules/formula/harm_rate.hpp"

namespace leeway {
namespace {

/// The users of each product and segment, as one list with a start per cell.
struct UserLists {
    std::vector<std::uint32_t> start, citizen;
};

UserLists list_users(const World& world) {
    const std::size_t segments = world.segments(), cells = world.products.count() * segments;
    UserLists lists;
    lists.start.assign(cells + 1, 0);
    const auto each_user = [&](auto&& visit) {
        for (const SectorUse& use : world.citizens.use) {
            for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
                if (use.product[i] != no_product)
                    visit(static_cast<std::size_t>(use.product[i]) * segments + world.citizens.segment[i], i);
            }
        }
    };
    each_user([&](std::size_t cell, std::uint32_t) { ++lists.start[cell + 1]; });
    for (std::size_t cell = 0; cell < cells; ++cell) lists.start[cell + 1] += lists.start[cell];
    lists.citizen.resize(lists.start[cells]);
    std::vector<std::uint32_t> next(lists.start.begin(), lists.start.end() - 1);
    each_user([&](std::size_t cell, std::uint32_t i) { lists.citizen[next[cell]++] = i; });
    return lists;
}

struct Cell {
    std::uint32_t product;
    std::uint8_t sector, segment;
};

void befall(World& world, const Design& design, const Cell& cell, std::span<const std::uint32_t> users,
            std::int64_t harms, const Draws& draws) {
    const Sector& sector = world.scenario->sectors[cell.sector];
    const std::uint64_t entity = std::uint64_t{cell.product} * 16 + cell.segment;
    const bool watched = !on_market(world.products.stage[cell.product]);
    const double monitoring = watched ? world.regulator.monitoring : 0;
    const HarmStage stage = harm_stage(world.products.stage[cell.product]);
    HarmCell& ledger = world.ledger.at(stage, cell.sector, cell.segment);
    for (std::uint32_t h = 0; h < harms; ++h) {
        const auto words = draws.words(entity, world.month, h);
        const auto victim = static_cast<std::size_t>(Draws::unit(words[0]) * static_cast<double>(users.size()));
        const double severity = lognormal_mean_one(Draws::unit(words[1]), sector.severity_spread);
        const double luck = Draws::unit(words[2]);
        const bool seen = luck < monitoring;
        const double rest =
            seen ? luck / monitoring : (luck - monitoring) / (1 - monitoring);  // uniform again, given `seen`
        const HarmEvent event{
            users[victim],           cell.product, cell.sector, cell.segment, stage, seen, static_cast<float>(severity),
            static_cast<float>(rest)};
        ++ledger.occurred;
        ledger.severity += event.severity;
        if (seen) detect(world, design, event);
        const std::int64_t noticed = world.month + geometric_months(Draws::unit(words[3]), sector.months_until_noticed);
        if (noticed < world.end_month)
            world.noticed_in[static_cast<std::size_t>(noticed - world.first_month)].push_back(event);
    }
}

void occur(const Harm& rule, World& world, const Design& design, const Draws& draws) {
    const std::size_t segments = world.segments();
    const UserLists lists = list_users(world);
    const Draws counts = draws.named("count"), each = draws.named("each");
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.active[p] <= 0) continue;
        const double rate = rule.rate_multiplier * harm_rate(world, design, p);
        for (std::uint8_t s = 0; s < segments; ++s) {
            const std::size_t cell = p * segments + s;
            const auto active = static_cast<std::int64_t>(std::floor(world.persons_active[cell] + 0.5));
            const double probability = -portable::expm1(-rate * world.scenario->citizens.segments[s].vulnerability);
            const std::int64_t harms = binomial(counts, cell, world.month, active, probability);
            const std::span<const std::uint32_t> users(lists.citizen.data() + lists.start[cell],
                                                       lists.start[cell + 1] - lists.start[cell]);
            befall(world, design, {p, world.products.sector[p], s}, users, harms, each);
        }
    }
}

}  // namespace

void Harm::operator()(World& world, const Design& design, const Draws& draws) const {
    world.detected_severity = 0;
    occur(*this, world, design, draws);
}

}  // namespace leeway
