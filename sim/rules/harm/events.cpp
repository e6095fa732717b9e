#include "rules/harm/events.hpp"

#include <cmath>

#include "core/distributions.hpp"
#include "rules/formula/detection.hpp"
#include "rules/formula/harm_rate.hpp"

namespace leeway {
namespace {

double limit_severity(World& world, const Source& source, double severity) {
    if (!(severity > source.most_severe)) return severity;
    ++world.counts_of(source.product).severity_capped;
    return source.most_severe;
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

void let_notice(World& world, const HarmEvent& event, std::int64_t months) {
    const std::int64_t noticed = world.month + months;
    if (noticed >= world.end_month) return;
    world.noticed_in[static_cast<std::size_t>(noticed - world.first_month)].push_back(event);
}

}  // namespace

Cell cell_of(const World& world, std::uint32_t p, std::size_t group) {
    return {(std::uint64_t{p} << 32) | world.group_key[group],
            {harm_stage(world.products.stage[p]), world.products.sector[p], static_cast<std::uint16_t>(group),
             world.ledger.residual()},
            users_of(world, p, group)};
}

std::int64_t active_persons(const World& world, std::uint32_t p, std::size_t group) {
    return static_cast<std::int64_t>(std::floor(world.persons_active[p * world.groups() + group] + 0.5));
}

HarmEvent draw_event(World& world, const Source& source, const Cell& cell, const Words& words, double mean_severity) {
    const Sector& sector = world.scenario->sectors[cell.place.sector];
    const auto victim = static_cast<std::size_t>(Draws::unit(words[0]) * static_cast<double>(cell.users.size()));
    const double drawn = lognormal_mean_one(Draws::unit(words[1]), sector.severity_spread);
    const double severity = limit_severity(world, source, drawn * mean_severity * sector.user_size);
    const double luck = Draws::unit(words[2]), watched = source.monitoring;
    const bool seen = luck < watched;
    const double rest = seen ? luck / watched : (luck - watched) / (1 - watched);  // uniform again, given `seen`
    return {cell.users[victim],           source.product,          cell.place, seen, false,
            static_cast<float>(severity), static_cast<float>(rest)};
}

void take_place(World& world, const Levers& levers, const Source& source, const HarmEvent& event, std::int64_t months) {
    enter_occurred(world, event, source);
    if (event.seen) detect(world, levers, event, SeenBy::supervision, 0);
    let_notice(world, event, months);
}

}  // namespace leeway
