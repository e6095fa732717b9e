#include "rules/harm.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include "core/arithmetic.hpp"
#include "core/distributions.hpp"
#include "rules/formula/detection.hpp"
#include "rules/formula/harm_rate.hpp"
#include "rules/harm/causes.hpp"

namespace leeway {
namespace {

/// What all harms of a product have in common this month.
struct Source {
    std::uint32_t product;
    double rate = 0;                  ///< harms per active user-month at a vulnerability of 1
    double monitoring = 0;            ///< share that supervision sees
    bool surveilled = false;          ///< on the market, after its test
    double most_severe = INFINITY;    ///< by the cap on what a user can lose
    std::vector<double> cause_until;  ///< see cause_thresholds
};

Source source_of(const Harm& rule, World& world, const Design& design, std::uint32_t p) {
    Source source{.product = p,
                  .rate = rule.rate_multiplier * harm_rate(world, design, p),
                  .cause_until = cause_thresholds(rule, world, design, p)};
    if (is_guarded(world, design, p)) {
        source.monitoring = sandbox_state(world, p).monitoring;
        source.most_severe = sandbox_of(design, world, p).value_cap / world.scenario->liability.harm_value;
    } else if (is_surveilled(world, design, p)) {
        source.monitoring = sandbox_state(world, p).surveillance;
        source.surveilled = true;
    }
    return source;
}

/// The users of a product from one group.
struct Cell {
    std::uint64_t entity;  ///< by the group's name, so that a segment keeps its luck wherever it stands in the list
    HarmPlace place;       ///< of their harms, before the cause is known
    std::span<const std::uint32_t> users;
};

Cell cell_of(const World& world, std::uint32_t p, std::size_t group) {
    return {(std::uint64_t{p} << 32) | world.group_key[group],
            {harm_stage(world.products.stage[p]), world.products.sector[p], static_cast<std::uint16_t>(group),
             world.ledger.residual()},
            users_of(world, p, group)};
}

/// The four words of a harm: victim, severity, supervision and redress, delay.
using Words = std::array<std::uint32_t, 4>;

/// The streams of single harms.
struct HarmDraws {
    Draws each, cause, bystander;
};

double limit_severity(World& world, const Source& source, double severity) {
    if (!(severity > source.most_severe)) return severity;
    ++world.counts_of(source.product).severity_capped;
    return source.most_severe;
}

HarmEvent draw_event(World& world, const Source& source, const Cell& cell, const Words& words) {
    const double spread = world.scenario->sectors[cell.place.sector].severity_spread;
    const auto victim = static_cast<std::size_t>(Draws::unit(words[0]) * static_cast<double>(cell.users.size()));
    const double severity = limit_severity(world, source, lognormal_mean_one(Draws::unit(words[1]), spread));
    const double luck = Draws::unit(words[2]), watched = source.monitoring;
    const bool seen = luck < watched;
    const double rest = seen ? luck / watched : (luck - watched) / (1 - watched);  // uniform again, given `seen`
    return {cell.users[victim],           source.product,          cell.place, seen, false,
            static_cast<float>(severity), static_cast<float>(rest)};
}

// A bystander is anybody of the user's group, whether or not they use the service.
void strike_bystander(World& world, HarmEvent& event, const Words& words) {
    if (Draws::unit(words[0]) >= world.scenario->sectors[event.place.sector].bystander_share) return;
    const Quarter& group = world.citizens.members_of(event.place.group);
    event.citizen = group.begin + static_cast<std::uint32_t>(Draws::unit(words[1]) * group.size());
    event.bystander = true;
    ++world.counts_of(event.product).bystander_harms;
}

void enter_occurred(World& world, const HarmEvent& event, const Source& source) {
    HarmCell& cell = world.ledger.at(event.place);
    ++cell.occurred;
    cell.severity += event.severity;
    if (event.seen && source.surveilled) ++world.counts_of(event.product).surveilled;
    if (!event.seen && event.place.stage == HarmStage::pilot) ++world.products.hidden_in_pilots[event.product];
    if (world.scenario->sectors[event.place.sector].enrolment == Enrolment::assigned)
        ++world.counts_of(event.product).wrong_cases;
}

void let_notice(World& world, const HarmEvent& event, double luck) {
    const double delay = world.scenario->sectors[event.place.sector].months_until_noticed;
    const std::int64_t noticed = world.month + geometric_months(luck, delay);
    if (noticed >= world.end_month) return;
    world.noticed_in[static_cast<std::size_t>(noticed - world.first_month)].push_back(event);
}

void befall(World& world, const Levers& levers, const Source& source, const Cell& cell, std::int64_t harms,
            const HarmDraws& draws) {
    const bool hits_others = world.scenario->sectors[cell.place.sector].bystander_share > 0;
    for (std::uint32_t h = 0; h < harms; ++h) {
        const Words words = draws.each.words(cell.entity, world.month, h);
        HarmEvent event = draw_event(world, source, cell, words);
        if (!source.cause_until.empty()) {
            const double luck = draws.cause.uniform(cell.entity, world.month, h);
            event.place.cause = cause_of(source.cause_until, luck, world.ledger);
        }
        if (hits_others) strike_bystander(world, event, draws.bystander.words(cell.entity, world.month, h));
        enter_occurred(world, event, source);
        if (event.seen) detect(world, levers, event, SeenBy::supervision, 0);
        let_notice(world, event, Draws::unit(words[3]));
    }
}

void occur(const Harm& rule, World& world, const Levers& levers, const Draws& draws) {
    update_users(world);
    const Draws counts = draws.named("count");
    const HarmDraws single{draws.named("each"), draws.named("cause"), draws.named("bystander")};
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.active[p] <= 0) continue;
        const Source source = source_of(rule, world, levers.of(world, p), p);
        for (std::size_t g = 0; g < world.groups(); ++g) {
            const auto active =
                static_cast<std::int64_t>(std::floor(world.persons_active[p * world.groups() + g] + 0.5));
            if (active == 0) continue;
            const Cell cell = cell_of(world, p, g);
            const double probability = -portable::expm1(-source.rate * world.segment_of_group(g).vulnerability);
            const std::int64_t harms = binomial(counts, cell.entity, world.month, active, probability);
            befall(world, levers, source, cell, harms, single);
        }
    }
}

}  // namespace

void Harm::operator()(World& world, const Levers& levers, const Draws& draws) const {
    for (Jurisdiction& jurisdiction : world.jurisdictions) jurisdiction.detected_severity = 0;
    occur(*this, world, levers, draws);
}

}  // namespace leeway
