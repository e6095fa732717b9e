#include "rules/adopt.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "core/arithmetic.hpp"
#include "core/distributions.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

/// A service of one sector that takes new users this month.
struct Offer {
    std::uint32_t product;
    std::int64_t room;              // agents that may still join
    std::array<double, 16> appeal;  // exp(utility) by segment; 0 where it is not open
};

double pilot_cap(const Design& design) { return design.sandbox.user_cap * design.sandbox.user_cap_multiplier; }

// A pilot counts at most its cap, also while its users wait for the launch; the last agent may be enrolled in part.
double persons_using(const World& world, const Design& design, std::uint32_t p, double agents) {
    const double persons = agents * world.citizens.represents;
    return on_market(world.products.stage[p]) ? persons : std::min(persons, pilot_cap(design));
}

bool open_to(const World& world, const Design& design, std::uint32_t p, std::size_t segment) {
    const bool protects = world.products.stage[p] == Stage::pilot && design.safeguards.exclude_vulnerable;
    return !protects || world.scenario->citizens.segments[segment].vulnerability <= 1;
}

double reach(const World& world, const Design& design, std::uint32_t p) {
    if (on_market(world.products.stage[p])) return 1;
    return std::min(1.0, pilot_cap(design) / std::max(1.0, world.scenario->firms.expected_users));
}

Offer make_offer(const Adopt& rule, const World& world, const Design& design, std::uint32_t p) {
    const Products& products = world.products;
    Offer offer{p, std::numeric_limits<std::int64_t>::max(), {}};
    if (products.stage[p] == Stage::pilot) {
        const double agents = std::ceil(pilot_cap(design) / world.citizens.represents);
        offer.room = static_cast<std::int64_t>(agents - std::ceil(products.users[p] / world.citizens.represents));
    }
    const bool badge = products.admitted[p] && !design.sandbox.placebo;
    const double utility = rule.quality_weight * products.quality[p] +
                           rule.base_weight * portable::log1p(products.users[p] / 1000) +
                           (badge ? rule.badge_pull * (1 - design.safeguards.disclosure) : 0);
    for (std::size_t s = 0; s < world.segments(); ++s) {
        const double price = rule.price_weight * products.price[p] / world.scenario->citizens.segments[s].income;
        offer.appeal[s] = open_to(world, design, p, s) ? portable::exp(utility - price) * reach(world, design, p) : 0;
    }
    return offer;
}

std::vector<Offer> offers_in(const Adopt& rule, const World& world, const Design& design, std::size_t k) {
    std::vector<Offer> offers;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        const Stage stage = world.products.stage[p];
        if (world.products.sector[p] != k || !(on_market(stage) || stage == Stage::pilot)) continue;
        const Offer offer = make_offer(rule, world, design, p);
        if (offer.room > 0) offers.push_back(offer);
    }
    return offers;
}

// Share of a segment's demand that the open services can reach.
std::vector<double> availability(const Adopt& rule, const World& world, const Design& design,
                                 const std::vector<Offer>& offers) {
    const double scale = rule.reach_scale * static_cast<double>(world.scenario->citizens.population) / 1e6;
    std::vector<double> available(world.segments());
    for (std::size_t s = 0; s < world.segments(); ++s) {
        double supply = 0;
        for (const Offer& offer : offers) {
            if (offer.appeal[s] > 0)
                supply += world.products.quality[offer.product] * reach(world, design, offer.product);
        }
        available[s] = -portable::expm1(-supply / scale);
    }
    return available;
}

/// What every citizen brings to all sectors this month: trust relative to its reference, and that times literacy.
struct Mood {
    std::vector<double> confidence, inclination;
};

Mood mood_of(const Adopt& rule, const World& world) {
    const Citizens& citizens = world.citizens;
    Mood mood{std::vector<double>(citizens.count()), std::vector<double>(citizens.count())};
    for (std::uint32_t i = 0; i < citizens.count(); ++i) {
        mood.confidence[i] = rule.trust_factor(citizens.trust[i]);
        mood.inclination[i] = mood.confidence[i] * world.scenario->citizens.segments[citizens.segment[i]].literacy;
    }
    return mood;
}

struct Crossings {
    std::vector<std::uint32_t> leaving, adopting;
};

// Decide for all: who leaves and who adopts, given what everybody saw at the end of last month. Distrust drives users
// away.
Crossings decide(const Adopt& rule, World& world, std::size_t k, const Mood& mood,
                 const std::vector<double>& available) {
    const Sector& sector = world.scenario->sectors[k];
    SectorUse& use = world.citizens.use[k];
    const double imitation = sector.imitation / std::max(1.0, world.scenario->citizens.degree);
    Crossings crossings;
    for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
        double& threshold = use.threshold[i];
        if (std::isinf(threshold)) continue;
        if (use.product[i] == no_product) {
            const double pull = (sector.innovation + imitation * use.using_neighbours[i]) / 12;
            threshold -= mood.inclination[i] * available[world.citizens.segment[i]] * pull;
            if (threshold <= 0) crossings.adopting.push_back(i);
        } else {
            threshold -= rule.churn / std::max(0.1, mood.confidence[i]);
            const bool gone = !serves_users(world.products, static_cast<std::size_t>(use.product[i]));
            if (gone || threshold <= 0) crossings.leaving.push_back(i);
        }
    }
    return crossings;
}

// An exponential race: the offer with the smallest Exp(1) / appeal wins with probability appeal / sum of appeals, and
// each citizen's clock for a product is the same under every design.
struct Race {
    std::int64_t winner = -1, best_untested = -1;
};

Race race(const World& world, const std::vector<Offer>& offers, std::uint32_t i, std::int32_t spell,
          const Draws& draws) {
    const std::size_t s = world.citizens.segment[i];
    Race result;
    double first = INFINITY, first_untested = INFINITY;
    std::array<std::uint32_t, 4> words{};
    std::uint32_t block = UINT32_MAX;
    for (std::size_t o = 0; o < offers.size(); ++o) {
        const std::uint32_t p = offers[o].product;
        if (offers[o].room <= 0 || offers[o].appeal[s] <= 0) continue;
        if (p / 4 != block) words = draws.words(i, spell, block = p / 4);
        const double time = exponential(Draws::unit(words[p % 4])) / offers[o].appeal[s];
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

void draw_threshold(World& world, std::size_t k, std::uint32_t i, const Draws& draws) {
    SectorUse& use = world.citizens.use[k];
    ++use.spell[i];
    use.threshold[i] = exponential(draws.uniform(i, use.spell[i], static_cast<std::uint32_t>(k)));
}

void leave(World& world, std::size_t k, const std::vector<std::uint32_t>& leaving, const Draws& draws) {
    for (const std::uint32_t i : leaving) {
        stop_using(world, k, i);
        draw_threshold(world, k, i, draws);
    }
}

// Who crosses and finds no place waits with the threshold spent, and looks again next month.
void take_up(World& world, std::size_t k, const std::vector<std::uint32_t>& adopting, std::vector<Offer>& offers,
             const Draws& draws) {
    const Draws thresholds = draws.named("threshold"), choices = draws.named("choice");
    for (const std::uint32_t i : adopting) {
        const Race result = race(world, offers, i, world.citizens.use[k].spell[i], choices);
        if (result.winner < 0) continue;
        Offer& chosen = offers[static_cast<std::size_t>(result.winner)];
        if (--chosen.room == 0) ++world.counts.cap_reached;
        start_using(world, k, i, static_cast<std::int32_t>(chosen.product));
        draw_threshold(world, k, i, thresholds);
        if (result.best_untested < 0 || result.best_untested == result.winner) continue;
        const std::uint32_t rival = offers[static_cast<std::size_t>(result.best_untested)].product;
        world.firms.displaced_users[world.products.firm[rival]] += world.citizens.represents;
    }
}

void count_activity(const Adopt& rule, World& world, const Design& design, const Mood& mood) {
    const std::size_t segments = world.segments();
    std::vector<double> agents(world.products.count(), 0);
    std::fill(world.persons_active.begin(), world.persons_active.end(), 0);
    for (const SectorUse& use : world.citizens.use) {
        for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
            if (use.product[i] == no_product) continue;
            const auto p = static_cast<std::size_t>(use.product[i]);
            const std::size_t s = world.citizens.segment[i];
            ++agents[p];
            world.persons_active[p * segments + s] +=
                std::min(1.0, rule.activity * world.products.quality[p] * mood.inclination[i]);
        }
    }
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        world.products.users[p] = persons_using(world, design, p, agents[p]);
        world.products.active[p] = 0;
        const double persons = agents[p] > 0 ? world.products.users[p] / agents[p] : 0;
        for (std::size_t s = 0; s < segments; ++s) {
            double& active = world.persons_active[p * segments + s];
            active *= persons;
            world.products.active[p] += active;
            world.user_months[world.products.sector[p] * segments + s] += active;
        }
        world.products.exposure[p] += world.products.active[p];
        if (!on_market(world.products.stage[p])) world.counts.pilot_user_months += world.products.active[p];
        world.counts.quality_user_months += world.products.active[p] * world.products.quality[p];
    }
}

}  // namespace

double Adopt::trust_factor(double trust) const {
    const double relative = trust / trust_reference;
    return trust_exponent == 1 ? relative : portable::pow(relative, trust_exponent);
}

void Adopt::operator()(World& world, const Design& design, const Draws& draws) const {
    const Mood mood = mood_of(*this, world);
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        std::vector<Offer> offers = offers_in(*this, world, design, k);
        const Crossings crossings = decide(*this, world, k, mood, availability(*this, world, design, offers));
        leave(world, k, crossings.leaving, draws.named("threshold"));
        take_up(world, k, crossings.adopting, offers, draws);
    }
    count_activity(*this, world, design, mood);
}

}  // namespace leeway
