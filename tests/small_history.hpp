// One small history that touches every rule: the same bits natively, in WebAssembly and on every processor.
#pragma once

#include "core/hash.hpp"
#include "metrics/metric_table.hpp"
#include "metrics/recording.hpp"
#include "rules/model.hpp"
#include "rules/simulate.hpp"

namespace leeway {

/// A model of 2,000 agents with two segments, two sectors and three provisions, and a warm-up of 6 months.
inline Model small_model() {
    Model model;
    Scenario& scenario = model.scenario;
    scenario.name = "small";
    scenario.warm_up_months = 6;
    scenario.citizens.population = 200'000;
    scenario.citizens.count = 2'000;
    scenario.citizens.segments = {
        Segment{.name = "settled", .share = 0.6, .vulnerability = 0.7, .literacy = 1.1, .reporting = 0.3, .trust = 0.5},
        Segment{.name = "stretched",
                .share = 0.4,
                .vulnerability = 1.4,
                .literacy = 0.8,
                .reporting = 0.15,
                .trust = 0.42}};
    scenario.sectors = {
        Sector{.name = "payments",
               .idea_share = 0.5,
               .risk_spread = 0.4,
               .months_until_noticed = 2,
               .initial_uptake = 0.1},
        Sector{
            .name = "credit", .idea_share = 0.5, .risk_spread = 0.7, .months_until_noticed = 6, .initial_uptake = 0.1}};
    scenario.ideas.per_year = 60;
    scenario.firms.count = 10;
    scenario.firms.expected_users = 2'000;
    scenario.firms.margin = 20;
    scenario.provisions.items = {Provision{.name = "conduct", .cost = 18, .months = 2, .mitigation = 0.25},
                                 Provision{.name = "data", .cost = 14, .months = 2, .mitigation = 0.3},
                                 Provision{.name = "capital", .cost = 55, .months = 5, .mitigation = 0.35}};
    scenario.regulators.officer_hours = 700;
    return model;
}

/// A sandbox that uses most levers.
inline Design small_sandbox() {
    Design design;
    design.name = "sandbox";
    design.sandbox[0].places = 6;
    design.sandbox[0].user_cap = 3'000;
    design.waivers.share = 0.5;
    design.safeguards.strength = 0.5;
    design.safeguards.redress_share = 0.8;
    design.supervision.monitoring = 0.4;
    design.gate.confidence = 0.4;
    design.exit.authorisation_credit = 0.5;
    design.learning.rule_updates = RuleUpdates::continuously;
    design.transparency.publish = 0.5;
    return design;
}

/// Every outcome of a run of `months` under `design`, after the warm-up under `before`.
inline Recording run_history(const Model& model, const Design& before, const Design& design, std::uint64_t key,
                             std::int32_t months) {
    World world = build_world(model.scenario, model.adaptation, key, months);
    Recording recording = begin_recording(world);
    const auto observe = [&](const World& now) { record_month(recording, now); };
    simulate(world, model.month, model.phases, before, 0, observe);
    simulate(world, model.month, model.phases, design, months, observe);
    end_recording(recording, world, design);
    return recording;
}

/// A hash of all outcomes, totals and months.
inline std::uint64_t hash_of(const Recording& recording) {
    BitHash hash;
    for (const Metric& metric : metric_table()) {
        if (!metric.value) continue;
        hash.add(metric.name);
        hash.add(metric.value(recording));
        for (std::size_t j = 0; metric.in_month && j + 1 < recording.snapshots.size(); ++j)
            hash.add(metric.in_month(recording, j));
    }
    return hash.value();
}

/// The hash that native and WebAssembly builds must share.
inline std::uint64_t history_hash() {
    const Model model = small_model();
    return hash_of(run_history(model, Design{}, small_sandbox(), run_key(1, 2, 3), 48));
}

}  // namespace leeway
