#include "metrics/recording.hpp"

#include <algorithm>

namespace leeway {
namespace {

void record_people(Snapshot& snapshot, const World& world) {
    const std::size_t segments = world.segments();
    snapshot.user_months = world.user_months;
    snapshot.active.assign(world.sectors() * segments, 0);
    for (std::size_t p = 0; p < world.products.count(); ++p) {
        for (std::size_t s = 0; s < segments; ++s) {
            snapshot.active[world.products.sector[p] * segments + s] +=
                world.products.active[p] > 0 ? world.persons_active[p * segments + s] : 0;
        }
    }
    std::vector<double> agents(segments, 0);
    snapshot.trust.assign(segments, 0);
    for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
        snapshot.trust[world.citizens.segment[i]] += world.citizens.trust[i];
        snapshot.trust_mean += world.citizens.trust[i] / world.citizens.count();
        ++agents[world.citizens.segment[i]];
    }
    for (std::size_t s = 0; s < segments; ++s) snapshot.trust[s] /= std::max(1.0, agents[s]);
}

void record_firms(Snapshot& snapshot, const World& world) {
    for (std::size_t f = 0; f < world.firms.count(); ++f) {
        if (world.firms.status[f] != FirmStatus::alive) continue;
        ++snapshot.firms_alive;
        snapshot.accounts += world.firms.capital[f];
    }
    for (const Stage stage : world.products.stage)
        snapshot.live_tests += stage == Stage::lab || stage == Stage::pilot ? 1 : 0;
}

Snapshot snapshot_of(const World& world) {
    Snapshot snapshot;
    snapshot.counts = world.counts;
    snapshot.money = world.money;
    snapshot.harms = world.ledger;
    snapshot.hours_spent = world.regulator.hours_spent;
    snapshot.waiting_cases = static_cast<double>(world.regulator.queue.size());
    snapshot.belief = world.belief_score;
    snapshot.rule_changes = world.rulebook.changes;
    snapshot.backlash_months = world.rulebook.backlash_months;
    record_people(snapshot, world);
    record_firms(snapshot, world);
    return snapshot;
}

void tally_idea(CohortTally& tally, const World& world, std::uint32_t p) {
    const Products& products = world.products;
    const std::int32_t months = products.launched[p] == never ? never : products.launched[p] - products.arrival[p];
    ++tally.ideas;
    tally.launched += months <= cohort_months ? 1 : 0;
    tally.months_to_launch += std::min(months, cohort_months);
    if (products.firm[p] != p) return;
    ++tally.founder_ideas;
    if (world.firms.founded[p] == never) return;
    ++tally.entrants;
    tally.alive += world.firms.ended[p] > products.arrival[p] + cohort_months ? 1 : 0;
}

}  // namespace

Recording begin_recording(const World& world) {
    Recording recording;
    recording.first_month = world.first_month;
    recording.end_month = world.end_month;
    recording.population = static_cast<double>(world.scenario->citizens.population);
    recording.scenario = world.scenario;
    recording.persons_in_segment = world.citizens.persons_in_segment;
    recording.snapshots.push_back(snapshot_of(world));
    return recording;
}

void record_month(Recording& recording, const World& world) { recording.snapshots.push_back(snapshot_of(world)); }

void end_recording(Recording& recording, const World& world) {
    recording.first_rule_change = world.rulebook.first_change;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        const std::int32_t arrival = world.products.arrival[p];
        const bool of_first_month = static_cast<std::int64_t>(p) < world.scenario->firms.count;
        if (of_first_month || arrival < 0 || arrival + cohort_months >= world.end_month) continue;
        tally_idea(recording.cohorts, world, p);
    }
}

}  // namespace leeway
