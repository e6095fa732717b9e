#include "experiment/results_frame.hpp"

#include <algorithm>
#include <numeric>

#include "core/text.hpp"
#include "experiment/lever_columns.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {
namespace {

std::vector<std::int64_t> count_up(std::int64_t first, std::int64_t end) {
    std::vector<std::int64_t> numbers(static_cast<std::size_t>(end - first));
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

void add_arrays(std::vector<OutcomeArray>& arrays, const Metric& metric, std::size_t runs, std::size_t inner) {
    arrays.push_back({std::string(metric.name), inner, std::vector<double>(runs * inner, missing_value)});
}

void add_outcomes(Results& results, const std::vector<std::string>& series) {
    const std::size_t runs = results.runs();
    for (const Metric& metric : metric_table()) {
        add_arrays(results.outcomes, metric, runs, 1);
        if (metric.in_segment) add_arrays(results.by_segment, metric, runs, results.segments.size());
        if (metric.in_sector) add_arrays(results.by_sector, metric, runs, results.sectors.size());
        if (metric.in_jurisdiction && !results.jurisdictions.empty())
            add_arrays(results.by_jurisdiction, metric, runs, results.jurisdictions.size());
        const bool wanted = std::find(series.begin(), series.end(), metric.name) != series.end();
        if (metric.in_month && wanted) add_arrays(results.by_month, metric, runs, results.months.size());
    }
}

/// The levers, and beside them the regime of adaptation of each design point.
void add_levers(Results& results, const Plan& plan) {
    std::vector<Design> designs;
    std::vector<std::int8_t> firms, regulators;
    for (const NamedDesign& named : plan.designs) {
        designs.push_back(named.design);
        firms.push_back(named.adaptation.firms);
        regulators.push_back(named.adaptation.regulators);
    }
    results.levers = lever_columns(std::move(designs));
    Adaptation any;
    for (const FieldEntry& entry : field_table(any, "adaptation").fields) {
        results.levers.push_back(
            {entry.name, "", std::string(entry.field.meaning), entry.field.name == "firms" ? firms : regulators});
    }
    results.lever_bound.assign(results.designs.size() * results.levers.size(), -1);
}

void add_jurisdictions(Results& results, const Scenario& scenario) {
    const std::size_t count = scenario.jurisdictions.items.size();
    for (std::size_t j = 0; count > 1 && j < count; ++j) results.jurisdictions.push_back(item_of(scenario, j).name);
}

void add_uncertain_parameters(Results& results, const Plan& plan) {
    Model model = plan.model;
    const FieldTable table = field_table(model);
    for (const UncertainParameter& uncertain : plan.uncertain) {
        const auto entry = std::find_if(table.fields.begin(), table.fields.end(),
                                        [&](const FieldEntry& e) { return e.name == uncertain.parameter; });
        results.parameters.push_back(uncertain.parameter);
        results.parameter_units.push_back(entry == table.fields.end() ? "" : std::string(entry->field.unit.text));
        results.parameter_sources.push_back(uncertain.source);
    }
    for (const std::vector<double>& world : plan.worlds) {
        results.world_parameter.insert(results.world_parameter.end(), world.begin(), world.end());
    }
}

}  // namespace

Results empty_results(const Plan& plan) {
    const Scenario& scenario = plan.model.scenario;
    Results results;
    for (const NamedDesign& named : plan.designs) {
        results.designs.push_back(named.name);
        results.design_base.push_back(named.base);
        results.design_texts.push_back(named.design.description);
    }
    results.baseline = results.designs[plan.baseline];
    results.baseline_of = plan.baseline_of;
    results.worlds = count_up(0, static_cast<std::int64_t>(plan.worlds.size()));
    results.replicates = count_up(0, plan.experiment.replicates);
    results.months = count_up(-scenario.warm_up_months, plan.experiment.months);
    results.segments = names_of(scenario.citizens.segments);
    results.sectors = names_of(scenario.sectors);
    results.regulators = names_of(scenario.regulators.items);
    add_jurisdictions(results, scenario);
    for (const Segment& segment : scenario.citizens.segments) results.segment_shares.push_back(segment.share);
    results.scenario = scenario.name;
    results.sampling = choice_names<Sampling>[static_cast<std::size_t>(plan.experiment.worlds.sampling)];
    results.population = static_cast<double>(scenario.citizens.population);
    results.agents = scenario.citizens.count;
    results.status.assign(results.runs(), RunStatus::pending);
    results.failure.assign(results.runs(), "");
    results.provenance.title = plan.experiment.title;
    results.provenance.configuration = plan.configuration;
    results.provenance.configuration_hash = plan.configuration_hash;
    results.provenance.seed = plan.experiment.seed;
    add_outcomes(results, plan.experiment.record.series);
    add_levers(results, plan);
    add_uncertain_parameters(results, plan);
    return results;
}

}  // namespace leeway
