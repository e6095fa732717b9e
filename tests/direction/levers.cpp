// Every lever acts: set low and high in paired runs, it moves an outcome the way its case says.
#include <cmath>
#include <set>

#include "catch.hpp"
#include "direction/lever_cases.hpp"
#include "metrics/metric_table.hpp"
#include "rules/simulate.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace leeway {

Model lever_model() {
    Model model = small_model();
    Scenario& scenario = model.scenario;
    scenario.sectors.push_back(Sector{.name = "benefits",
                                      .enrolment = Enrolment::assigned,
                                      .idea_share = 0.2,
                                      .risk_spread = 0.5,
                                      .months_until_noticed = 3});
    scenario.sectors[0].idea_share = scenario.sectors[1].idea_share = 0.4;
    scenario.ideas.per_year = 120;
    scenario.firms.count = 20;
    scenario.firms.small_firm_share = 0.4;
    scenario.risk.base_rate = 0.02;
    scenario.regulators.officer_hours = 1500;
    scenario.regulators.items = {RegulatorItem{.name = "lead", .hours_share = 0.8, .complaint_share = 0.7},
                                 RegulatorItem{.name = "data authority", .hours_share = 0.2, .complaint_share = 0.3}};
    scenario.provisions.items[1].owner = "data authority";
    return model;
}

Design lever_design() {
    Design design = small_sandbox();
    design.sandbox[0].places = 8;
    design.intake.every_months = 3;
    design.gate.tolerated_rate = 0.01;
    design.gate.confidence = 0.3;
    return design;
}

ReadOutcome metric_named(const std::string& name) {
    return [name](const Recording& run, const World&) { return find_metric(name)->value(run); };
}
ReadOutcome counted(double Counts::*count) {
    return [count](const Recording& run, const World&) { return run.last().counts.*count - run.start().counts.*count; };
}
ReadOutcome money_of(double Money::*flow) {
    return [flow](const Recording& run, const World&) { return run.last().money.*flow - run.start().money.*flow; };
}
ReadOutcome over_admitted(std::function<double(const World&, std::size_t)> value) {
    return [value](const Recording&, const World& world) {
        double sum = 0;
        for (std::size_t p = 0; p < world.products.count(); ++p)
            sum += world.products.admitted[p] ? value(world, p) : 0;
        return sum;
    };
}
ReadOutcome mean_over_admitted(std::function<double(const World&, std::size_t)> value) {
    const ReadOutcome sum = over_admitted(value), count = over_admitted([](const World&, std::size_t) { return 1; });
    return [sum, count](const Recording& run, const World& world) { return sum(run, world) / count(run, world); };
}

}  // namespace leeway

namespace {

std::vector<LeverCase> all_cases() {
    std::vector<LeverCase> all;
    for (const auto& cases : {sandbox_cases(), entry_cases(), protection_cases(), decision_cases(), setting_cases()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

double outcome_of(const LeverCase& lever, const SetDesign& setting, std::uint64_t replicate) {
    Model model = lever_model();
    lever.in(model);
    Design design = lever_design();
    lever.with(design);
    setting(design);
    World world = build_world(model.scenario, model.adaptation, run_key(77, 0, replicate), 36);
    Recording recording = begin_recording(world);
    const auto observe = [&](const World& now) { record_month(recording, now); };
    simulate(world, model.month, model.phases, Design{}, 0, observe);
    simulate(world, model.month, model.phases, design, 36, observe);
    end_recording(recording, world, design);
    return lever.read(recording, world);
}

}  // namespace

TEST_CASE("every lever moves an outcome the way it should, in paired runs") {
    constexpr std::uint64_t replicates = 16;
    for (const LeverCase& lever : all_cases()) {
        double sum = 0, squares = 0, runs = 0;
        for (std::uint64_t r = 0; r < replicates; ++r) {
            const double difference = outcome_of(lever, lever.high, r) - outcome_of(lever, lever.low, r);
            if (std::isnan(difference)) continue;
            sum += difference;
            squares += difference * difference;
            ++runs;
        }
        const double mean = sum / runs;
        const double error = std::sqrt(std::max(0.0, squares / runs - mean * mean) / (runs - 1));
        INFO(lever.lever << " moves " << lever.outcome << " by " << mean << " +- " << error << " in " << runs
                         << " pairs");
        CHECK(runs >= 12);
        CHECK(lever.sign * mean > 2 * error);
    }
}

TEST_CASE("no lever is without a case") {
    std::set<std::string> covered;
    for (const LeverCase& lever : all_cases()) covered.insert(lever.lever);
    Design design;
    std::vector<std::string> levers;
    for (const FieldEntry& entry : field_table(design).fields) {
        if (entry.name.find('.') != std::string::npos) levers.push_back(entry.name);  // the rest says what it is
    }
    for (const FieldEntry& entry : field_table(design.sandbox[0], "sandbox").fields) levers.push_back(entry.name);
    for (const std::string& lever : levers) {
        INFO(lever);
        CHECK((lever == "sandbox.name" || covered.contains(lever)));
    }
    CHECK(levers.size() > 60);
}
