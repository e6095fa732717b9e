#include "experiment/experiment.hpp"

#include <set>

#include "core/text.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {
namespace {

void check_designs(const Experiment& experiment, std::vector<Complaint>& found) {
    if (experiment.designs.empty()) {
        found.push_back({"designs", "is empty; name at least one design to compare (\"leeway list designs\")"});
    }
    std::set<std::string> seen;
    for (std::size_t i = 0; i < experiment.designs.size(); ++i) {
        const std::string key = "designs[" + std::to_string(i) + "]";
        const std::string& name = experiment.designs[i];
        if (!seen.insert(name).second) found.push_back({key, "repeats \"" + name + "\"; name each design once"});
    }
}

void check_series(const Experiment& experiment, std::vector<Complaint>& found) {
    std::vector<std::string> monthly;
    for (const Metric& metric : metric_table()) {
        if (metric.in_month != nullptr) monthly.emplace_back(metric.name);
    }
    for (std::size_t i = 0; i < experiment.record.series.size(); ++i) {
        const std::string& name = experiment.record.series[i];
        const std::string key = "record.series[" + std::to_string(i) + "]";
        const Metric* metric = find_metric(name);
        if (metric == nullptr) {
            found.push_back({key, "is \"" + name + "\", which is no outcome; \"leeway list metrics\" lists them." +
                                      suggestion(name, monthly)});
        } else if (metric->in_month == nullptr) {
            found.push_back(
                {key, "is \"" + name + "\", an outcome of the whole run that has no monthly series; leave it out"});
        }
    }
}

void check_size(const Experiment& experiment, std::vector<Complaint>& found) {
    constexpr double most_runs = 1e8;
    const double runs = static_cast<double>(experiment.designs.size()) * static_cast<double>(experiment.worlds.count) *
                        static_cast<double>(experiment.replicates);
    if (runs > most_runs) {
        found.push_back(
            {"replicates", "designs x worlds x replicates make " + number_text(runs) +
                               " runs; at most 1e8 fit into one experiment: lower worlds.count or replicates"});
    }
}

}  // namespace

std::vector<Complaint> complaints(const Experiment& experiment) {
    std::vector<Complaint> found;
    if (experiment.scenario.empty()) {
        found.push_back(
            {"scenario", "is missing; name the world in which the designs are compared (\"leeway list scenarios\")"});
    }
    check_designs(experiment, found);
    if (experiment.worlds.sampling == Sampling::point && experiment.worlds.count != 1) {
        found.push_back({"worlds.count", "is " + std::to_string(experiment.worlds.count) +
                                             ", but point sampling has one world; set worlds.sampling = "
                                             "\"latin-hypercube\", or raise replicates instead"});
    }
    check_series(experiment, found);
    check_size(experiment, found);
    return found;
}

}  // namespace leeway
