#include "rules/adopt/choice.hpp"

#include <cmath>

#include "core/parallel.hpp"
#include "core/prefetch.hpp"
#include "rules/adopt/race.hpp"
#include "rules/formula/loss_of_trust.hpp"
#include "world/quiet_blocks.hpp"
#include "world/thresholds.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

// With displacement switched off, a tested service takes nobody from a rival: it wins only those for whom no service
// from outside the sandbox is open, so that its users are additional ones.
std::int64_t chosen_offer(const World& world, const Race& result) {
    const bool yields = !world.scenario->firms.displacement && result.best_untested >= 0;
    return yields ? result.best_untested : result.winner;
}

void begin_spell(World& world, std::size_t k, std::uint32_t i, const Draws& draws) {
    SectorUse& use = world.citizens.use[k];
    ++use.spell[i];
    set_threshold(use, world.citizens, i, draw_threshold(draws, i, use.spell[i], k));
}

bool is_abandoned(const World& world, const Levers& levers, std::uint32_t p) {
    const Products& products = world.products;
    return !serves_users(products, p) && products.tested[p] && products.launched[p] == never &&
           !levers.of(world, p).exit.wind_down_plan;
}

void count_enrolment(World& world, const Offer& offer, std::uint32_t i) {
    const bool is_full = offer.room == 0 && world.products.stage[offer.product] == Stage::pilot;
    if (is_full) ++world.counts_of(offer.product).cap_reached;
    const std::size_t jurisdiction = world.jurisdiction_of_group(world.citizens.group_of(i));
    if (world.home(offer.product) != jurisdiction)
        world.counts_of(offer.product).passported += world.citizens.represents;
}

void count_displaced(World& world, const std::vector<Offer>& offers, const Race& result, std::int64_t choice) {
    if (result.best_untested < 0 || result.best_untested == choice) return;
    const std::uint32_t rival = offers[static_cast<std::size_t>(result.best_untested)].product;
    world.firms.displaced_users[world.products.firm[rival]] += world.citizens.represents;
}

/// The market as it stands for the adopting citizens of one sector this month.
struct Choice {
    const World& world;
    std::size_t sector;
    const std::vector<Offer>& offers;
    std::vector<Market> markets;
    Draws draws;

    const Market& market_for(std::uint32_t i) const { return markets[world.citizens.group_of(i)]; }
    Race of(std::uint32_t i) const {
        return race(market_for(i), offers, i, world.citizens.use[sector].spell[i], draws);
    }
    // Whether a place that the race had counted on has been taken by others since.
    bool is_gone(std::int64_t offer, std::uint32_t i) const {
        return offer >= 0 && !offers[static_cast<std::size_t>(offer)].has_room(market_for(i).vulnerable);
    }
};

void fetch_citizen(const Citizens& citizens, std::size_t k, std::uint32_t i) {
    fetch_to_write(&citizens.use[k].product[i]);
    fetch_to_write(&citizens.use[k].threshold[i]);
    fetch_to_write(&citizens.use[k].spell[i]);
    fetch_to_write(&citizens.services[i]);
}

std::vector<Race> races_of(const Choice& choice, const std::vector<std::uint32_t>& adopting) {
    std::vector<Race> races(adopting.size());
    for_each_block(adopting.size(), 256, [&](std::size_t begin, std::size_t end) {
        for (std::size_t a = begin; a < end; ++a) races[a] = choice.of(adopting[a]);
    });
    return races;
}

}  // namespace

void leave(const Adopt& rule, World& world, const Levers& levers, std::size_t k,
           const std::vector<std::uint32_t>& leaving, const Draws& draws) {
    for (const std::uint32_t i : leaving) {
        if (is_abandoned(world, levers, static_cast<std::uint32_t>(world.citizens.use[k].product[i])))
            lose_trust(world, i, rule.abandonment_loss);
        stop_using(world, k, i);
        begin_spell(world, k, i, draws);
    }
}

// All races are run at once, then the places given out in the order of citizens; whose choice is full by then looks
// again.
std::vector<std::uint32_t> take_up(World& world, std::size_t k, const std::vector<std::uint32_t>& adopting,
                                   std::vector<Offer>& offers, const Draws& draws) {
    const Choice choose{world, k, offers, markets_of(world, offers), draws.named("choice")};
    const Draws thresholds = draws.named("threshold");
    const std::vector<Race> races = races_of(choose, adopting);
    std::vector<std::uint32_t> started;
    for (std::size_t a = 0; a < adopting.size(); ++a) {
        const std::uint32_t i = adopting[a];
        if (a + fetch_ahead < adopting.size()) fetch_citizen(world.citizens, k, adopting[a + fetch_ahead]);
        const bool is_late = choose.is_gone(races[a].winner, i) || choose.is_gone(races[a].best_untested, i);
        const Race result = is_late ? choose.of(i) : races[a];
        const std::int64_t choice = chosen_offer(world, result);
        if (choice < 0) continue;
        Offer& chosen = offers[static_cast<std::size_t>(choice)];
        chosen.enrol(choose.market_for(i).vulnerable);
        count_enrolment(world, chosen, i);
        count_displaced(world, offers, result, choice);
        start_using(world, k, i, static_cast<std::int32_t>(chosen.product));
        begin_spell(world, k, i, thresholds);
        started.push_back(i);
    }
    return started;
}

}  // namespace leeway
