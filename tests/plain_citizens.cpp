#include "plain_citizens.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "core/distributions.hpp"
#include "rules/adopt/activity.hpp"
#include "rules/adopt/offers.hpp"
#include "rules/adopt/organisations.hpp"
#include "rules/adopt/pace.hpp"
#include "rules/adopt/support.hpp"
#include "rules/formula/field_conditions.hpp"
#include "rules/formula/loss_of_trust.hpp"
#include "world/network.hpp"
#include "world/organisations.hpp"
#include "world/thresholds.hpp"

namespace leeway {
namespace {

float confidence_of(const Confidence& confidence, float trust) {
    if (confidence.is_common()) return 1;
    float result = 0;
    confidence.from_trust(&trust, 1, &result);
    return result;
}

// The month's hazard of one citizen.
HazardUnits hazard_of(const World& world, const Confidence& confidence, const Pace& pace, std::size_t k,
                      std::uint32_t i) {
    const SectorUse& use = world.citizens.use[k];
    const float own = has_own_paces(world, confidence, k) ? confidence_of(confidence, world.citizens.trust[i]) : 1;
    const auto seen = static_cast<float>(use.using_neighbours.empty() ? 0 : use.using_neighbours[i]);
    const bool in_use = use.product[i] != no_product;
    return whole_units(pace, in_use ? hazard_of_leaving(pace, own) : hazard_of_adopting(pace, own, seen));
}

struct Decisions {
    std::vector<std::uint32_t> leaving, adopting;
};

Decisions decide_plainly(World& world, const Confidence& confidence, const std::vector<Pace>& paces, std::size_t k) {
    Decisions decisions;
    SectorUse& use = world.citizens.use[k];
    for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
        if (use.threshold[i] == not_interested) continue;
        const Pace& pace = paces[world.citizens.group_of(i)];
        use.threshold[i] = std::max(0, use.threshold[i] - hazard_of(world, confidence, pace, k, i));
        const bool in_use = use.product[i] != no_product;
        const bool is_ended = in_use && !serves_users(world.products, static_cast<std::size_t>(use.product[i]));
        if (in_use && (is_ended || use.threshold[i] == 0)) decisions.leaving.push_back(i);
        if (!in_use && use.threshold[i] == 0) decisions.adopting.push_back(i);
    }
    return decisions;
}

void tell_all(World& world, std::size_t k, std::uint32_t i, int change) {
    Counters& counters = world.citizens.use[k].using_neighbours;
    counters.visit([&](auto& seen) {
        using Count = typename std::remove_reference_t<decltype(seen)>::value_type;
        for (const std::uint32_t j : neighbours(*world.acquaintances, i))
            seen[j] = static_cast<Count>(seen[j] + change);
    });
}

void move_to(World& world, std::size_t k, std::uint32_t i, std::int32_t product, const Draws& thresholds) {
    SectorUse& use = world.citizens.use[k];
    const bool starts = product != no_product;
    const std::int32_t service = starts ? product : use.product[i];
    const int change = starts ? +1 : -1;
    use.product[i] = product;
    use.users += static_cast<std::uint64_t>(change);
    world.citizens.services[i] = static_cast<std::uint8_t>(world.citizens.services[i] + change);
    world.agents_using[world.cell_of(service, world.citizens.group_of(i))] += static_cast<std::uint32_t>(change);
    use.threshold[i] = draw_threshold(thresholds, i, ++use.spell[i], k);
}

/// The first clocks among the offers with room, and among those from outside the sandbox.
struct Winners {
    Offer* any = nullptr;
    Offer* untested = nullptr;
};

Winners race_plainly(const World& world, std::vector<Offer>& offers, std::size_t k, std::uint32_t i,
                     const Draws& draws) {
    const std::size_t group = world.citizens.group_of(i);
    Winners winners;
    double first = INFINITY, first_untested = INFINITY;
    for (Offer& offer : offers) {
        if (offer.appeal[group] <= 0 || !offer.has_room(is_vulnerable(world, group))) continue;
        const std::uint32_t number = world.products.number_in_sector[offer.product];
        const auto words = draws.words(i, world.citizens.use[k].spell[i], number / 4);
        const double time = exponential(Draws::unit(words[number % 4])) / offer.appeal[group];
        if (time < first) {
            first = time;
            winners.any = &offer;
        }
        if (!world.products.admitted[offer.product] && time < first_untested) {
            first_untested = time;
            winners.untested = &offer;
        }
    }
    return winners;
}

void lose_service(const Adopt& rule, World& world, const Levers& levers, std::size_t k, std::uint32_t i) {
    const auto p = static_cast<std::uint32_t>(world.citizens.use[k].product[i]);
    const Products& products = world.products;
    const bool is_abandoned = !serves_users(products, p) && products.tested[p] && products.launched[p] == never &&
                              !levers.of(world, p).exit.wind_down_plan;
    if (is_abandoned) lose_trust(world, i, rule.abandonment_loss);
}

bool choose_plainly(World& world, std::vector<Offer>& offers, std::size_t k, std::uint32_t i, const Draws& draws) {
    const Winners winners = race_plainly(world, offers, k, i, draws.named("choice"));
    const bool yields = !world.scenario->firms.displacement && winners.untested != nullptr;
    Offer* chosen = yields ? winners.untested : winners.any;
    if (chosen == nullptr) return false;
    chosen->enrol(is_vulnerable(world, world.citizens.group_of(i)));
    if (chosen->room == 0 && world.products.stage[chosen->product] == Stage::pilot)
        ++world.counts_of(chosen->product).cap_reached;
    if (world.home(chosen->product) != world.jurisdiction_of_group(world.citizens.group_of(i)))
        world.counts_of(chosen->product).passported += world.citizens.represents;
    if (winners.untested != nullptr && winners.untested != chosen)
        world.firms.displaced_users[world.products.firm[winners.untested->product]] += world.citizens.represents;
    move_to(world, k, i, static_cast<std::int32_t>(chosen->product), draws.named("threshold"));
    return true;
}

// The number of each citizen's organisation: a new one begins with every group, and after so many members.
std::vector<std::size_t> organisations_of_citizens(const World& world, std::size_t k) {
    std::vector<std::size_t> numbers;
    std::size_t number = 0, members = 0;
    for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
        const bool is_new_group = i > 0 && world.citizens.group_of(i) != world.citizens.group_of(i - 1);
        if (is_new_group || members == agents_per_organisation(world, k)) {
            ++number;
            members = 0;
        }
        numbers.push_back(number);
        ++members;
    }
    return numbers;
}

// Each citizen of an organisation that adopts this month gets the threshold that was drawn for it at the start.
void open_organisations_plainly(World& world, std::size_t k, const std::vector<double>& available) {
    SectorUse& use = world.citizens.use[k];
    if (use.organisation_threshold.empty()) return;
    const std::vector<HazardUnits> hazards = hazards_of_organisations(world, k, available);
    const std::vector<std::size_t> organisation = organisations_of_citizens(world, k);
    std::vector<HazardUnits> after = use.organisation_threshold;
    for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
        const HazardUnits before = use.organisation_threshold[organisation[i]];
        if (before == 0 || before == not_interested) continue;
        after[organisation[i]] = std::max(0, before - hazards[world.citizens.group_of(i)]);
        if (after[organisation[i]] == 0) use.threshold[i] = first_thresholds(world, k).of(i);
    }
    use.organisation_threshold = after;
}

void adopt_plainly(const Adopt& rule, World& world, const Levers& levers, std::size_t k, const Draws& draws) {
    std::vector<Offer> offers = offers_in(rule, world, levers, k);
    const std::vector<double> available = availability(rule, world, levers, offers);
    const auto paces = paces_of(rule, world, k, available);
    const Decisions decisions = decide_plainly(world, Confidence(rule), paces, k);
    std::vector<std::uint32_t> started;
    for (const std::uint32_t i : decisions.leaving) {
        lose_service(rule, world, levers, k, i);
        move_to(world, k, i, no_product, draws.named("threshold"));
    }
    for (const std::uint32_t i : decisions.adopting) {
        if (choose_plainly(world, offers, k, i, draws)) started.push_back(i);
    }
    for (const std::uint32_t i : started) tell_all(world, k, i, +1);
    for (const std::uint32_t i : decisions.leaving) tell_all(world, k, i, -1);
    open_organisations_plainly(world, k, available);
}

// Every user is active with a probability; a whole number of its units is added for each.
void count_users_plainly(const Adopt& rule, World& world, const Levers& levers, std::size_t k) {
    const Confidence confidence(rule);
    constexpr double units = 0x1p24;
    for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
        if (world.citizens.use[k].product[i] == no_product) continue;
        const auto p = static_cast<std::uint32_t>(world.citizens.use[k].product[i]);
        const std::size_t g = world.citizens.group_of(i);
        const Design& design = levers.of(world, p);
        const double literacy = supported_literacy(world.segment_of_group(g).literacy, user_support(world, design, p));
        const double weight = rule.activity * quality_in_use(world, design, p) * literacy;
        const float activity = confidence_of(confidence, world.citizens.trust[i]) * static_cast<float>(weight);
        const bool is_certain = world.scenario->sectors[k].enrolment == Enrolment::assigned || activity >= 1;
        const float share = is_certain ? 1 : activity;
        world.persons_active[p * world.groups() + g] += std::floor(static_cast<double>(share) * units) / units;
    }
}

template <class Rule>
const Rule& as_plain(const Rule& rule) {
    return rule;
}
PlainAdopt as_plain(const Adopt& rule) { return PlainAdopt{rule}; }

}  // namespace

void PlainAdopt::operator()(World& world, const Levers& levers, const Draws& draws) const {
    for (std::size_t k = 0; k < world.sectors(); ++k) adopt_plainly(*this, world, levers, k, draws);
    std::fill(world.persons_active.begin(), world.persons_active.end(), 0);
    for (std::size_t k = 0; k < world.sectors(); ++k) count_users_plainly(*this, world, levers, k);
    count_persons(world, levers);
    world.users = {};  // so that harm makes its lists anew, from all citizens
}

PlainMonth plain_month(const Month& month) {
    return std::apply([](const auto&... rule) { return PlainMonth{as_plain(rule)...}; }, month);
}

}  // namespace leeway
