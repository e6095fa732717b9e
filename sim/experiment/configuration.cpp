// From layers to a plan: check the whole, sample the worlds, resolve names, write the resolved configuration.

#include <algorithm>
#include <set>

#include "core/text.hpp"
#include "experiment/digest.hpp"
#include "experiment/dotted_names.hpp"
#include "experiment/edge_list.hpp"
#include "experiment/estimate.hpp"
#include "experiment/layers.hpp"
#include "experiment/resolve_text.hpp"
#include "experiment/sampling.hpp"
#include "experiment/sampling/settle_worlds.hpp"
#include "experiment/vary.hpp"
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

/// A design that is swept is checked with each of its points instead.
void check_designs(Layered& layered) {
    const KnownNames known = names_in(layered.scenario.model.scenario);
    const std::size_t designs = layered.designs.size();
    for (std::size_t d = 0; d < designs; ++d) {
        const NamedDesign& named = layered.designs[d];
        const bool as_it_is = layered.sweep.levers.empty() || d == layered.baseline;
        if (as_it_is) check_design(named.design, known, named.file, layered.design_places[d], layered.problems);
    }
    check_sweep(layered);
    check_design(layered.status_quo, known, "status-quo", {}, layered.problems);
    for (const Design& neighbour : layered.neighbours)
        check_design(neighbour, known, neighbour.name, {}, layered.problems);
}

void check_whole(Layered& layered) {
    check_labels(layered);
    check_scenario(layered.scenario, layered.scenario_file, layered.places, layered.problems);
    read_edges(layered.scenario.model.scenario.citizens, layered.scenario_file, layered.places, layered.problems);
    check_designs(layered);
    fix_what_is_set(layered);
    settle_worlds(layered);
}

std::string mebibytes(double bytes) { return std::to_string(static_cast<std::int64_t>(bytes / 1024 / 1024)) + " MiB"; }

void check_memory(double needed, Layered& layered) {
    constexpr double usable = 0.8;
    const double offered = usable * available_memory();
    if (needed <= offered) return;
    layered.object("citizens.count", "one run needs about " + mebibytes(needed) + " of memory, and " +
                                         mebibytes(offered) +
                                         " may be used here; lower it (each agent then represents more persons)");
}

/// Sampled values may break what holds for the scenario's own, such as a sum of shares, or ask for too much memory.
void check_worlds(const Plan& plan, Layered& layered) {
    Plan sampled = plan;  // with the worlds' values, one after the other
    double needed = estimate_memory(plan);
    const CitizenGroup &own = plan.model.scenario.citizens, &there = sampled.model.scenario.citizens;
    const WorldWriter writer(sampled.model, plan.uncertain);
    for (const auto& world : plan.worlds) {
        writer.write(world);
        if (own.listed && there.count != own.count)
            layered.object("worlds", "differ in citizens.count, and the network is a list of ties among " +
                                         std::to_string(own.count) + " citizens; leave that column out");
        needed = std::max(needed, estimate_memory(sampled));
        for (const Complaint& complaint : complaints(sampled.model.scenario)) {
            layered.object(complaint.key, "in a sampled world " + complaint.message +
                                              "; change the priors of [[uncertain]], or the file of worlds");
        }
        if (!layered.problems.empty()) return;
    }
    check_memory(needed, layered);
}

void check_size(const Plan& plan, Layered& layered) {
    constexpr double most_runs = 1e8;
    const double runs = static_cast<double>(plan.designs.size()) * world_count(plan.experiment.worlds) *
                        static_cast<double>(plan.experiment.replicates);
    if (runs > most_runs) {
        layered.object("replicates",
                       "designs x worlds x replicates make " + number_text(runs) +
                           " runs; at most 1e8 fit into one experiment: lower worlds.count or replicates");
    }
    if (plan.experiment.until.is_asked() && plan.designs.size() == plan.regimes) {
        layered.object("replicates.until", "compares nothing, because the baseline is the only design; list another");
    }
}

/// Every target names a design point that is run.
void check_targets(const Plan& plan, Layered& layered) {
    std::vector<std::string> labels;
    for (const NamedDesign& named : plan.designs) labels.push_back(named.name);
    for (std::size_t i = 0; i < plan.experiment.targets.size(); ++i) {
        const std::string& design = plan.experiment.targets[i].design;
        if (design.empty() || std::find(labels.begin(), labels.end(), design) != labels.end()) continue;
        layered.object("targets[" + std::to_string(i) + "].design", "is \"" + design + "\", and this experiment runs " +
                                                                        join(labels) + "; name one of them." +
                                                                        suggestion(design, labels));
    }
}

void resolve_names(const Layered& layered, Experiment& experiment) {
    experiment.scenario = layered.scenario.model.scenario.name;
    experiment.designs.clear();
    for (const NamedDesign& named : layered.designs) experiment.designs.push_back(named.name);
    experiment.baseline = layered.designs[layered.baseline].name;
    std::sort(experiment.record.quantiles.begin(), experiment.record.quantiles.end());
    if (!experiment.record.series.empty()) return;
    for (const std::string_view name : headline_metrics()) {
        const Metric* metric = find_metric(name);
        if (metric != nullptr && metric->in_month != nullptr) experiment.record.series.emplace_back(name);
    }
}

/// The table `name` of a list with every lever of the design.
std::string design_text(const std::string& name, Design design) {
    return "\n[[" + name + "]]\n" + write_toml(field_table(design));
}

/// An experiment without targets is no calibration.
void leave_calibration_out(FieldTable& table) {
    std::erase_if(table.fields, [](const FieldEntry& entry) { return entry.name.starts_with("calibration."); });
    std::erase_if(table.lists, [](const ListEntry& list) { return list.name == "targets"; });
}

/// The experiment's own settings: of `replicates` only the form that holds, of files what is in them.
std::string experiment_text(Experiment experiment) {
    const bool asks = experiment.until.is_asked();
    for (WorldPart* part : parts_of(experiment.worlds)) {
        if (part->sampling == Sampling::file) part->file = "SHA-256 " + sha256(text_of(part->table));
    }
    FieldTable table = field_table(experiment);
    std::erase_if(table.fields, [&](const FieldEntry& entry) {
        return asks ? entry.name == "replicates" : entry.name.starts_with("replicates.until.");
    });
    if (experiment.targets.empty()) leave_calibration_out(table);
    return write_toml(table, "experiment");
}

/// Everything that decides the results, in an order that follows from the structs alone; no path enters it.
std::string configuration_text(const Plan& plan, const Layered& layered) {
    ScenarioFile scenario{plan.model, plan.uncertain};
    Design status_quo = plan.status_quo;
    std::string text = experiment_text(plan.experiment) + regimes_toml(layered.regimes, "experiment") +
                       sweep_toml(layered, "experiment") + write_toml(field_table(scenario), "scenario") +
                       write_toml(field_table(status_quo), "status_quo");
    for (const NamedDesign& named : layered.designs) text += design_text("design", named.design);
    for (const Design& neighbour : plan.neighbours) text += design_text("neighbour", neighbour);
    return text;
}

/// Every design with every combination of swept levers in every regime of adaptation.
void add_designs(const Layered& layered, Plan& plan) {
    const auto regimes = regimes_of(layered.regimes, layered.scenario.model.adaptation);
    DesignPoints points = design_points(layered.designs, layered.baseline, layered.sweep, regimes);
    plan.designs = std::move(points.designs);
    plan.baseline = points.baseline;
    plan.baseline_of = std::move(points.baseline_of);
    plan.combinations = static_cast<std::size_t>(layered.sweep.combinations());
    plan.regimes = regimes.size();
    for (const SweptLever& lever : layered.sweep.levers) plan.swept.push_back({lever.name, lever.values().size()});
}

Plan complete(Layered& layered) {
    Plan plan;
    plan.experiment = layered.experiment;
    if (plan.experiment.until.is_asked()) plan.experiment.replicates = plan.experiment.until.max;
    plan.model = layered.scenario.model;
    plan.status_quo = layered.status_quo;
    plan.neighbours = layered.neighbours;
    plan.uncertain = layered.scenario.uncertain;
    plan.scenario_file = layered.scenario_file;
    add_designs(layered, plan);
    resolve_names(layered, plan.experiment);
    check_size(plan, layered);
    check_targets(plan, layered);
    if (!layered.problems.empty()) return plan;
    plan.worlds = sample_worlds(plan.model, plan.uncertain, plan.experiment.worlds, plan.experiment.seed);
    check_worlds(plan, layered);
    plan.configuration = configuration_text(plan, layered);
    plan.configuration_hash = sha256(plan.configuration);
    return plan;
}

Resolution resolve_layers(Layered layered) {
    Resolution resolution;
    if (layered.problems.empty()) check_whole(layered);
    if (layered.problems.empty()) resolution.plan = complete(layered);
    if (!layered.problems.empty()) resolution.plan.reset();
    put_in_order(layered.problems);
    resolution.problems = std::move(layered.problems);
    return resolution;
}

}  // namespace

Resolution resolve(const std::filesystem::path& experiment, const std::vector<std::string>& settings) {
    return resolve_layers(read_layers(experiment, settings));
}

Resolution resolve_text(const std::string& name, const std::string& text, const std::vector<std::string>& settings) {
    return resolve_layers(read_layers_of_text(name, text, settings));
}

}  // namespace leeway
