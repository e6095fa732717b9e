#include "rules/harm.hpp"

#include "core/arithmetic.hpp"
#include "core/distributions.hpp"
#include "rules/harm/causes.hpp"
#include "rules/harm/errors.hpp"
#include "rules/harm/events.hpp"
#include "rules/harm/shock.hpp"

namespace leeway {
namespace {

/// The streams of single harms.
struct HarmDraws {
    Draws each, cause, kind, bystander;
};

// A bystander is anybody of the user's group, whether or not they use the service.
void strike_bystander(World& world, HarmEvent& event, const Words& words) {
    if (Draws::unit(words[0]) >= world.scenario->sectors[event.place.sector].bystander_share) return;
    const Quarter& group = world.citizens.members_of(event.place.group);
    event.citizen = group.begin + static_cast<std::uint32_t>(Draws::unit(words[1]) * group.size());
    event.bystander = true;
    ++world.counts_of(event.product).bystander_harms;
}

std::uint8_t cause_of_harm(const World& world, const Source& source, const Cell& cell, std::uint32_t h,
                           const Draws& draws) {
    if (source.cause_until.empty()) return cell.place.cause;
    return cause_of(source.cause_until, draws.uniform(cell.entity, world.month, h), world.ledger);
}

void befall(World& world, const Levers& levers, const Source& source, const Cell& cell, std::int64_t harms,
            const HarmDraws& draws) {
    const Sector& sector = world.scenario->sectors[cell.place.sector];
    for (std::uint32_t h = 0; h < harms; ++h) {
        const Words words = draws.each.words(cell.entity, world.month, h);
        const ErrorKind kind = kind_of_error(sector, draws.kind, cell.entity, world.month, h);
        HarmEvent event = draw_event(world, source, cell, words, kind.severity);
        event.place.cause = cause_of_harm(world, source, cell, h, draws.cause);
        if (sector.bystander_share > 0)
            strike_bystander(world, event, draws.bystander.words(cell.entity, world.month, h));
        if (kind.missed) ++world.counts_of(source.product).missed_cases;
        take_place(world, levers, source, event, months_until_noticed(kind, Draws::unit(words[3])));
    }
}

void occur(const Harm& rule, World& world, const Levers& levers, const Draws& draws) {
    update_users(world);
    const Draws counts = draws.named("count");
    const HarmDraws single{draws.named("each"), draws.named("cause"), draws.named("kind"), draws.named("bystander")};
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.active[p] <= 0) continue;
        const Source source = source_of(rule, world, levers.of(world, p), p);
        for (std::size_t g = 0; g < world.groups(); ++g) {
            const std::int64_t active = active_persons(world, p, g);
            if (active == 0) continue;
            const Cell cell = cell_of(world, p, g);
            const double probability = -portable::expm1(-source.rate * world.segment_of_group(g).vulnerability);
            const std::int64_t harms = binomial(counts, cell.entity, world.month, active, probability);
            befall(world, levers, source, cell, harms, single);
        }
        strike(rule, world, levers, source, draws.named("shock"));
    }
}

}  // namespace

void Harm::operator()(World& world, const Levers& levers, const Draws& draws) const {
    for (Jurisdiction& jurisdiction : world.jurisdictions) jurisdiction.detected_severity = 0;
    occur(*this, world, levers, draws);
}

}  // namespace leeway
