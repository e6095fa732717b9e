#include "rules/adopt/choice.hpp"

#include <array>
#include <cmath>

#include "core/distributions.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

/// Indices of the offers that a citizen takes first, among all and among those from outside the sandbox; -1 for none.
struct Race {
    std::int64_t winner = -1, best_untested = -1;
};

// The offer with the smallest Exp(1) / appeal wins with probability appeal / sum of appeals, and each citizen's clock
// for a product is the same under every design.
Race race(const World& world, const std::vector<Offer>& offers, std::uint32_t i, std::int32_t spell,
          const Draws& draws) {
    const std::size_t group = world.citizens.group[i];
    const bool vulnerable = is_vulnerable(world, group);
    Race result;
    double first = INFINITY, first_untested = INFINITY;
    std::array<std::uint32_t, 4> words{};
    std::uint32_t block = UINT32_MAX;
    for (std::size_t o = 0; o < offers.size(); ++o) {
        const std::uint32_t p = offers[o].product;
        if (!offers[o].takes(group, vulnerable)) continue;
        if (p / 4 != block) words = draws.words(i, spell, block = p / 4);
        const double time = exponential(Draws::unit(words[p % 4])) / offers[o].appeal[group];
        if (time < first) {
            first = time;
            result.winner = static_cast<std::int64_t>(o);
        }
        if (!world.products.admitted[p] && time < first_untested) {
            first_untested = time;
            result.best_untested = static_cast<std::int64_t>(o);
        }
    }
    return result;
}

// With displacement switched off, a tested service takes nobody from a rival: it wins only those for whom no service
// from outside the sandbox is open, so that its users are additional ones.
std::int64_t chosen_offer(const World& world, const Race& result) {
    const bool yields = !world.scenario->firms.displacement && result.best_untested >= 0;
    return yields ? result.best_untested : result.winner;
}

void draw_threshold(World& world, std::size_t k, std::uint32_t i, const Draws& draws) {
    SectorUse& use = world.citizens.use[k];
    ++use.spell[i];
    use.threshold[i] = exponential(draws.uniform(i, use.spell[i], static_cast<std::uint32_t>(k)));
}

bool is_abandoned(const World& world, const Levers& levers, std::uint32_t p) {
    const Products& products = world.products;
    return !serves_users(products, p) && products.tested[p] && products.launched[p] == never &&
           !levers.of(world, p).exit.wind_down_plan;
}

void count_enrolment(World& world, const Offer& offer, std::uint32_t i) {
    const bool is_full = offer.room == 0 && world.products.stage[offer.product] == Stage::pilot;
    if (is_full) ++world.counts_of(offer.product).cap_reached;
    const std::size_t jurisdiction = world.jurisdiction_of_group(world.citizens.group[i]);
    if (world.home(offer.product) != jurisdiction)
        world.counts_of(offer.product).passported += world.citizens.represents;
}

}  // namespace

void leave(const Adopt& rule, World& world, const Levers& levers, std::size_t k,
           const std::vector<std::uint32_t>& leaving, const Draws& draws) {
    Citizens& citizens = world.citizens;
    for (const std::uint32_t i : leaving) {
        if (is_abandoned(world, levers, static_cast<std::uint32_t>(citizens.use[k].product[i])))
            citizens.loss[i] += rule.abandonment_loss * citizens.trust[i];
        stop_using(world, k, i);
        draw_threshold(world, k, i, draws);
    }
}

void take_up(World& world, std::size_t k, const std::vector<std::uint32_t>& adopting, std::vector<Offer>& offers,
             const Draws& draws) {
    const Draws thresholds = draws.named("threshold"), choices = draws.named("choice");
    for (const std::uint32_t i : adopting) {
        const Race result = race(world, offers, i, world.citizens.use[k].spell[i], choices);
        const std::int64_t choice = chosen_offer(world, result);
        if (choice < 0) continue;
        Offer& chosen = offers[static_cast<std::size_t>(choice)];
        chosen.enrol(is_vulnerable(world, world.citizens.group[i]));
        count_enrolment(world, chosen, i);
        start_using(world, k, i, static_cast<std::int32_t>(chosen.product));
        draw_threshold(world, k, i, thresholds);
        if (result.best_untested < 0 || result.best_untested == choice) continue;
        const std::uint32_t rival = offers[static_cast<std::size_t>(result.best_untested)].product;
        world.firms.displaced_users[world.products.firm[rival]] += world.citizens.represents;
    }
}

}  // namespace leeway
