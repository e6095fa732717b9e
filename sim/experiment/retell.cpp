#include "experiment/retell.hpp"

#include <algorithm>
#include <cmath>

#include "experiment/digest.hpp"
#include "experiment/read_toml.hpp"
#include "experiment/regimes.hpp"
#include "experiment/run_once.hpp"
#include "experiment/sampling.hpp"
#include "experiment/scenario_file.hpp"
#include "experiment/toml_document.hpp"
#include "experiment/until_table.hpp"
#include "experiment/vary.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {
namespace {

/// A resolved configuration as it is stored.
struct StoredConfiguration {
    Experiment experiment;
    ScenarioFile scenario;
    Design status_quo;
    std::vector<Design> designs, neighbours;

    template <class Visit>
    void fields(Visit&& field) {
        field(experiment, "experiment", "the experiment");
        field(scenario, "scenario", "its scenario");
        field(status_quo, "status_quo", "the design of the warm-up");
        field(designs, "design", 1, 10'000, "the compared designs");
        field(neighbours, "neighbour", 0, 20, "the designs of the other jurisdictions");
    }
};

/// What the stored designs are crossed with.
struct Crossing {
    RegimeLists regimes;
    Sweep sweep;
};

/// Takes what is no single value of a field out of the document.
Crossing take_crossing(TomlDocument& document, Problems& problems) {
    Crossing crossing;
    if (auto* experiment = document.table["experiment"].as_table()) {
        TomlDocument part{document.file, {}, std::move(*experiment)};
        take_regimes(part, crossing.regimes, problems);
        take_sweep(part, crossing.sweep, problems);
        set_until_apart(part, problems);
        *experiment = std::move(part.table);
        experiment->erase("adaptation");
    }
    return crossing;
}

Plan assemble(StoredConfiguration stored, const Crossing& crossing) {
    Plan plan;
    plan.experiment = stored.experiment;
    plan.model = stored.scenario.model;
    plan.uncertain = stored.scenario.uncertain;
    plan.status_quo = stored.status_quo;
    plan.neighbours = stored.neighbours;
    std::size_t baseline = 0;
    std::vector<NamedDesign> designs;
    for (std::size_t d = 0; d < stored.designs.size(); ++d) {
        const std::string& name = stored.experiment.designs[d];
        if (name == stored.experiment.baseline) baseline = d;
        designs.push_back({name, name, "", stored.designs[d], plan.model.adaptation});
    }
    const auto regimes = regimes_of(crossing.regimes, plan.model.adaptation);
    DesignPoints points = design_points(designs, baseline, crossing.sweep, regimes);
    plan.designs = std::move(points.designs);
    plan.baseline = points.baseline;
    plan.baseline_of = std::move(points.baseline_of);
    plan.worlds = sample_worlds(plan.model, plan.uncertain, plan.experiment.worlds, plan.experiment.seed);
    return plan;
}

void object(Problems& problems, const std::string& message) {
    problems.push_back(problem_at({"the results' configuration", 0, 0, ""}, "", message));
}

std::vector<std::string> labels(const Plan& plan) {
    std::vector<std::string> names;
    for (const NamedDesign& named : plan.designs) names.push_back(named.name);
    return names;
}

/// The worlds that ran: a file of worlds is not part of the configuration.
std::vector<std::vector<double>> worlds_of(const Results& results) {
    std::vector<std::vector<double>> worlds;
    const auto width = static_cast<std::ptrdiff_t>(results.parameters.size());
    auto world = results.world_parameter.begin();
    for (std::size_t w = 0; w < results.worlds.size(); ++w, world += width) worlds.emplace_back(world, world + width);
    return worlds;
}

bool names_parameters(const Plan& plan, const Results& results) {
    return std::equal(plan.uncertain.begin(), plan.uncertain.end(), results.parameters.begin(),
                      results.parameters.end(),
                      [](const UncertainParameter& prior, const std::string& name) { return prior.parameter == name; });
}

bool is_same(double one, double other) { return one == other || (std::isnan(one) && std::isnan(other)); }

}  // namespace

std::optional<Plan> plan_of_configuration(const std::string& configuration, Problems& problems) {
    auto document = parse_document("configuration", configuration, problems);
    if (!document) return std::nullopt;
    StoredConfiguration stored;
    Places places;
    const Crossing crossing = take_crossing(*document, problems);
    read_toml(field_table(stored), {*document, problems, places});
    if (!problems.empty() || stored.designs.size() != stored.experiment.designs.size()) return std::nullopt;
    return assemble(std::move(stored), crossing);
}

std::optional<Plan> plan_of_results(const Results& results, Problems& problems) {
    const Provenance& provenance = results.provenance;
    if (provenance.configuration.empty()) {
        object(problems, "there is none, so no run can be made again; run the experiment anew with this version.");
        return std::nullopt;
    }
    if (sha256(provenance.configuration) != provenance.configuration_hash) {
        object(problems,
               "it does not have the stored hash, so it is not what these results were made from; somebody "
               "has edited the file. Use the original, or run the experiment anew.");
        return std::nullopt;
    }
    auto plan = plan_of_configuration(provenance.configuration, problems);
    if (!plan)
        object(problems, "this version cannot run it; use the version that made the results (" + provenance.source +
                             "), or run the experiment anew.");
    if (plan && (labels(*plan) != results.designs || !names_parameters(*plan, results))) {
        object(problems,
               "this version reads other designs or worlds from it than the results hold; explain them with "
               "the version that made them (their attribute \"source\").");
        plan.reset();
    }
    if (plan) plan->worlds = worlds_of(results);
    return plan;
}

bool gives_stored_outcomes(const Plan& plan, const Results& results, const RunPlace& place) {
    const Model model = model_of_world(plan, place.world);
    Start start = warm_up(plan, model, key_of(plan, place.world, place.replicate));
    const Recording recording = live(plan, model, std::move(start), plan.designs[place.design]);
    const std::size_t run = results.run_index(place.design, place.world, place.replicate);
    for (const OutcomeArray& array : results.outcomes) {
        const Metric* metric = find_metric(array.name);
        if (metric == nullptr) return false;
        if (metric->value != nullptr && !is_same(metric->value(recording), array.values[run])) return false;
    }
    return true;
}

}  // namespace leeway
