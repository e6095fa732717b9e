#include "metrics/recording.hpp"

#include <algorithm>
#include <cmath>

#include "metrics/follow_up.hpp"
#include "world/organisations.hpp"
#include "world/sum_of_trust.hpp"

namespace leeway {
namespace {

void record_people(Snapshot& snapshot, const World& world) {
    const std::size_t groups = world.groups();
    snapshot.user_months = world.user_months;
    snapshot.active.assign(world.sectors() * groups, 0);
    for (std::size_t k = 0; k < world.sectors(); ++k)
        snapshot.organisations.push_back(share_of_open_organisations(world, k, 0));
    for (std::size_t p = 0; p < world.products.count(); ++p) {
        if (world.products.active[p] <= 0) continue;
        for (std::size_t g = 0; g < groups; ++g)
            snapshot.active[world.products.sector[p] * groups + g] += world.persons_active[p * groups + g];
    }
}

void record_trust(Snapshot& snapshot, const World& world) {
    const Citizens& people = world.citizens;
    std::vector<double> citizens(world.jurisdictions.size(), 0);
    for (std::size_t g = 0; g < world.groups(); ++g) {
        const double sum = sum_of_trust(people, g), agents = people.members_of(g).size();
        const std::size_t j = world.jurisdiction_of_group(g);
        snapshot.in_jurisdiction[j].trust_mean += sum;
        citizens[j] += agents;
        snapshot.trust.push_back(sum / std::max(1.0, agents));
    }
    for (std::size_t j = 0; j < citizens.size(); ++j)
        snapshot.in_jurisdiction[j].trust_mean /= std::max(1.0, citizens[j]);
}

void record_firms(Snapshot& snapshot, const World& world) {
    for (std::size_t f = 0; f < world.firms.count(); ++f) {
        if (world.firms.status[f] != FirmStatus::alive) continue;
        JurisdictionSnapshot& home = snapshot.in_jurisdiction[world.firms.jurisdiction[f]];
        ++home.firms_alive;
        home.accounts += world.firms.capital[f];
    }
    for (std::size_t p = 0; p < world.products.count(); ++p) {
        const Stage stage = world.products.stage[p];
        if (stage == Stage::lab || stage == Stage::pilot) ++snapshot.in_jurisdiction[world.home(p)].live_tests;
    }
}

double slope_error(const RiskLaw& risk, const Regulator& regulator) {
    const double truth[feature_count] = {risk.autonomy, risk.data_sensitivity, risk.opacity, risk.novelty};
    double squares = 0;
    for (std::size_t f = 0; f < feature_count; ++f) {
        const double error = regulator.belief_mean[static_cast<int>(f) + 1] - truth[f];
        squares += error * error;
    }
    return std::sqrt(squares / feature_count);
}

void record_government(Snapshot& snapshot, const World& world) {
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        const Jurisdiction& jurisdiction = world.jurisdictions[j];
        JurisdictionSnapshot& here = snapshot.in_jurisdiction[j];
        for (const Regulator& regulator : jurisdiction.regulators) {
            here.hours_spent += regulator.hours_spent;
            here.waiting_cases += static_cast<double>(regulator.queue.size());
        }
        here.rule_changes = jurisdiction.rulebook.changes;
        here.exemptions_granted = jurisdiction.rulebook.exemptions_granted;
        here.exemptions_made_rules = jurisdiction.rulebook.exemptions_made_rules;
        here.backlash_months = jurisdiction.rulebook.backlash_months;
        here.fund = jurisdiction.fund;
        here.slope_error = slope_error(world.scenario->risk, jurisdiction.regulators.front());
    }
}

void record_harm(Snapshot& snapshot, const World& world) {
    const HarmLedger& ledger = world.ledger;
    for (std::size_t c = 0; c < ledger.cells.size(); ++c) {
        const std::size_t group = c / ledger.causes % ledger.groups;
        snapshot.in_jurisdiction[world.jurisdiction_of_group(group)].severity += ledger.cells[c].severity;
    }
}

Snapshot snapshot_of(const World& world) {
    Snapshot snapshot;
    snapshot.counts = world.jurisdictions.front().counts;
    snapshot.money = world.jurisdictions.front().money;
    snapshot.belief = world.belief_score;
    snapshot.in_jurisdiction.resize(world.jurisdictions.size());
    record_people(snapshot, world);
    record_trust(snapshot, world);
    record_firms(snapshot, world);
    record_government(snapshot, world);
    record_harm(snapshot, world);
    return snapshot;
}

EndOfParties parties_at_end(const World& world) {
    EndOfParties parties;
    for (std::size_t f = 0; f < world.firms.count(); ++f) {
        if (world.firms.status[f] != FirmStatus::alive || world.firms.jurisdiction[f] != 0) continue;
        ++parties.firms_alive[static_cast<std::size_t>(world.firms.kind[f])];
        parties.firms_alive_admitted += world.firms.decision[f] == Decision::admitted ? 1 : 0;
    }
    const std::size_t governed = world.groups() / world.jurisdictions.size();
    for (std::size_t p = 0; p < world.products.count(); ++p) {
        if (world.products.active[p] <= 0) continue;
        double users = 0;
        for (std::size_t g = 0; g < governed; ++g) users += world.persons_active[p * world.groups() + g];
        parties.users[static_cast<std::size_t>(world.firms.kind[world.products.firm[p]])] += users;
        parties.users_of_admitted += world.products.admitted[p] != 0 ? users : 0;
    }
    return parties;
}

void tally_idea(CohortTally& tally, const World& world, std::uint32_t p) {
    const Products& products = world.products;
    const std::int32_t months = products.launched[p] == never ? never : products.launched[p] - products.arrival[p];
    ++tally.ideas;
    tally.launched += months <= cohort_months ? 1 : 0;
    tally.months_to_launch += std::min(months, cohort_months);
    if (products.firm[p] != p || world.firms.is_agency(p)) return;
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
    recording.scenario = world.scenario;
    recording.persons_in_group = world.citizens.persons_in_group;
    recording.harms_at_start = world.ledger;
    recording.snapshots.push_back(snapshot_of(world));
    return recording;
}

void record_month(Recording& recording, const World& world) {
    recording.snapshots.push_back(snapshot_of(world));
    if (world.month == -1) recording.harms_at_start = world.ledger;
}

void end_recording(Recording& recording, const World& world, const Design& design) {
    recording.harms_at_end = world.ledger;
    recording.first_rule_change = world.jurisdictions.front().rulebook.first_change;
    recording.follow_up = follow_up_of(world);
    recording.matched = matched_difference(world);
    recording.parties = parties_at_end(world);
    recording.programme_estimate = estimate_of_programme(world, design.evaluation.method, recording.follow_up);
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        const std::int32_t arrival = world.products.arrival[p];
        const bool of_first_month = static_cast<std::int64_t>(p) < world.scenario->firms.count;
        const bool elsewhere = world.home(p) != 0 && world.firms.founded[world.products.firm[p]] != never;
        if (of_first_month || elsewhere || arrival < 0 || arrival + cohort_months >= world.end_month) continue;
        tally_idea(recording.cohorts, world, p);
    }
}

}  // namespace leeway
