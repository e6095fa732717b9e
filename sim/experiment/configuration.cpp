// From layers to a plan: check the whole, sample the worlds, resolve names, write the resolved configuration.

#include <algorithm>
#include <set>

#include "core/text.hpp"
#include "experiment/digest.hpp"
#include "experiment/dotted_names.hpp"
#include "experiment/estimate.hpp"
#include "experiment/layers.hpp"
#include "experiment/sampling.hpp"
#include "experiment/write_toml.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {
namespace {

/// A parameter that the experiment or a setting gives a value is no longer uncertain.
void fix_what_is_set(Layered& layered) {
    const FieldTable model = field_table(layered.scenario.model);
    std::erase_if(layered.scenario.uncertain, [&](const UncertainParameter& prior) {
        const auto fields = find_fields(model, prior.parameter);
        return std::any_of(fields.begin(), fields.end(), [&](const FieldEntry& entry) {
            const auto place = layered.places.find(entry.name);
            return place != layered.places.end() && place->second.file != layered.scenario_file;
        });
    });
}

void check_labels(Layered& layered) {
    std::set<std::string> seen;
    for (const NamedDesign& named : layered.designs) {
        if (seen.insert(named.name).second) continue;
        layered.object("designs", "two designs are called \"" + named.name + "\" (one in " + named.file +
                                      "); give each file its own name");
    }
}

void check_whole(Layered& layered) {
    check_labels(layered);
    check_scenario(layered.scenario, layered.scenario_file, layered.places, layered.problems);
    const KnownNames known = names_in(layered.scenario.model.scenario);
    for (std::size_t i = 0; i < layered.designs.size(); ++i) {
        const NamedDesign& named = layered.designs[i];
        check_design(named.design, known, named.file, layered.design_places[i], layered.problems);
    }
    check_design(layered.status_quo, known, "status-quo", {}, layered.problems);
    for (const Design& neighbour : layered.neighbours)
        check_design(neighbour, known, neighbour.name, {}, layered.problems);
    fix_what_is_set(layered);
    if (layered.experiment.worlds.sampling != Sampling::point && layered.scenario.uncertain.empty()) {
        layered.object("worlds.sampling",
                       "nothing is uncertain in this scenario, so all worlds would be the same; use \"point\"");
    }
}

/// Sampled values may break what holds for the scenario's own, such as a sum of shares.
void check_worlds(const Plan& plan, Layered& layered) {
    Model model = plan.model;
    for (const auto& world : plan.worlds) {
        apply_world(model, plan.uncertain, world);
        const auto found = complaints(model.scenario);
        for (const Complaint& complaint : found) {
            layered.object(complaint.key,
                           "in a sampled world " + complaint.message + "; change the priors of [[uncertain]]");
        }
        if (!found.empty()) return;
    }
}

void resolve_names(const Layered& layered, Experiment& experiment) {
    experiment.scenario = layered.scenario.model.scenario.name;
    experiment.designs.clear();
    for (const NamedDesign& named : layered.designs) experiment.designs.push_back(named.name);
    experiment.baseline = layered.designs[layered.baseline].name;
    if (!experiment.record.series.empty()) return;
    for (const std::string_view name : headline_metrics()) {
        const Metric* metric = find_metric(name);
        if (metric != nullptr && metric->in_month != nullptr) experiment.record.series.emplace_back(name);
    }
}

void check_memory(const Plan& plan, Layered& layered) {
    constexpr double usable = 0.8;
    const double needed = estimate_memory(plan), offered = usable * available_memory();
    if (needed <= offered) return;
    const auto mebibytes = [](double bytes) {
        return std::to_string(static_cast<std::int64_t>(bytes / 1024 / 1024)) + " MiB";
    };
    layered.object("citizens.count", "one run needs about " + mebibytes(needed) + " of memory, and " +
                                         mebibytes(offered) +
                                         " may be used here; lower it (each agent then represents more persons)");
}

/// The table `name` of a list with every lever of the design.
std::string design_text(const std::string& name, Design design) {
    return "\n[[" + name + "]]\n" + write_toml(field_table(design));
}

/// Everything that decides the results, in an order that follows from the structs alone; no path enters it.
std::string configuration_text(const Plan& plan, const Layered& layered) {
    Experiment experiment = plan.experiment;
    ScenarioFile scenario{plan.model, plan.uncertain};
    Design status_quo = plan.status_quo;
    std::string text = write_toml(field_table(experiment), "experiment") + regimes_toml(layered.regimes, "experiment") +
                       write_toml(field_table(scenario), "scenario") +
                       write_toml(field_table(status_quo), "status_quo");
    for (const NamedDesign& named : layered.designs) text += design_text("design", named.design);
    for (const Design& neighbour : plan.neighbours) text += design_text("neighbour", neighbour);
    return text;
}

/// Every design in every regime of adaptation.
void add_designs(const Layered& layered, Plan& plan) {
    const auto regimes = regimes_of(layered.regimes, layered.scenario.model.adaptation);
    plan.designs = cross_with_regimes(layered.designs, regimes);
    plan.baseline = layered.baseline * regimes.size();
    plan.baseline_of = baseline_of_each(layered.designs.size(), regimes.size(), layered.baseline);
}

Plan complete(Layered& layered) {
    Plan plan;
    plan.experiment = layered.experiment;
    plan.model = layered.scenario.model;
    plan.status_quo = layered.status_quo;
    plan.neighbours = layered.neighbours;
    plan.uncertain = layered.scenario.uncertain;
    plan.scenario_file = layered.scenario_file;
    plan.worlds = sample_worlds(plan.model, plan.uncertain, plan.experiment.worlds, plan.experiment.seed);
    add_designs(layered, plan);
    resolve_names(layered, plan.experiment);
    check_worlds(plan, layered);
    check_memory(plan, layered);
    plan.configuration = configuration_text(plan, layered);
    plan.configuration_hash = sha256(plan.configuration);
    return plan;
}

}  // namespace

Resolution resolve(const std::filesystem::path& experiment, const std::vector<std::string>& settings) {
    Layered layered = read_layers(experiment, settings);
    Resolution resolution;
    if (layered.problems.empty()) check_whole(layered);
    if (layered.problems.empty()) resolution.plan = complete(layered);
    if (!layered.problems.empty()) resolution.plan.reset();
    put_in_order(layered.problems);
    resolution.problems = std::move(layered.problems);
    return resolution;
}

std::size_t run_count(const Plan& plan) {
    return plan.designs.size() * plan.worlds.size() * static_cast<std::size_t>(plan.experiment.replicates);
}

}  // namespace leeway
