#include "experiment/experiment.hpp"

#include <algorithm>
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

/// What is said of an outcome that the table does not know; `known` are the names that would do.
std::string unknown_outcome(const std::string& name, const std::vector<std::string>& known) {
    return "is \"" + name + "\", which is no outcome; \"leeway list metrics\" lists them." + suggestion(name, known);
}

template <class Fits>
std::vector<std::string> metrics_that(Fits fits) {
    std::vector<std::string> names;
    for (const Metric& metric : metric_table()) {
        if (fits(metric)) names.emplace_back(metric.name);
    }
    return names;
}

void check_series(const Experiment& experiment, std::vector<Complaint>& found) {
    const auto monthly = metrics_that([](const Metric& metric) { return metric.in_month != nullptr; });
    for (std::size_t i = 0; i < experiment.record.series.size(); ++i) {
        const std::string& name = experiment.record.series[i];
        const std::string key = "record.series[" + std::to_string(i) + "]";
        const Metric* metric = find_metric(name);
        if (metric == nullptr) {
            found.push_back({key, unknown_outcome(name, monthly)});
        } else if (metric->in_month == nullptr) {
            found.push_back(
                {key, "is \"" + name + "\", an outcome of the whole run that has no monthly series; leave it out"});
        }
    }
}

void check_quantiles(const Experiment& experiment, std::vector<Complaint>& found) {
    std::set<double> seen;
    for (const double share : experiment.record.quantiles) {
        if (!seen.insert(share).second)
            found.push_back({"record.quantiles", "names " + number_text(share) + " twice; name each quantile once"});
    }
}

/// Collects what is wrong with the question when replicates are enough.
class UntilCheck {
  public:
    UntilCheck(const Until& until, std::vector<Complaint>& found) : until_(until), found_(found) {}

    void check() const {
        check_metric();
        if (until_.best && until_.half_width > 0)
            object("best", "and half_width ask two questions; keep one of them");
        else if (until_.best)
            check_best();
        else
            check_half_width();
        if (until_.max < until_.round)
            object("max", "is " + std::to_string(until_.max) + ", less than one round of " +
                              std::to_string(until_.round) + " replicates; raise it, or lower round");
    }

  private:
    void check_metric() const {
        const Metric* metric = find_metric(until_.metric);
        const auto of_runs = metrics_that([](const Metric& m) { return m.value != nullptr; });
        if (metric == nullptr)
            object("metric", unknown_outcome(until_.metric, of_runs));
        else if (metric->value == nullptr)
            object("metric", "is \"" + until_.metric +
                                 "\", which belongs to all replicates of a world together; name "
                                 "an outcome that each run has");
        else if (until_.best && metric->better == Better::neither)
            object("metric", "is \"" + until_.metric +
                                 "\", of which neither more nor less is better; ask for a "
                                 "half_width, or name another outcome");
    }

    void check_best() const {
        if (until_.indifference <= 0)
            object("indifference", "is missing; say how large a difference matters, in the outcome's unit");
    }

    void check_half_width() const {
        if (until_.half_width <= 0)
            object("half_width", "is missing; say how well contrasts are to be known, or set best = true");
        if (until_.indifference > 0) object("indifference", "belongs to best = true; leave it out");
    }

    void object(const std::string& field, const std::string& message) const {
        found_.push_back({"replicates.until." + field, message});
    }

    const Until& until_;
    std::vector<Complaint>& found_;
};

/// What a calibration asks of the experiment around its targets.
void check_calibration(const Experiment& experiment, std::vector<Complaint>& found) {
    for (Complaint& complaint : complaints(experiment.targets)) found.push_back(std::move(complaint));
    const Sampling sampling = experiment.worlds.sampling;
    if (sampling != Sampling::latin_hypercube && sampling != Sampling::sobol)
        found.push_back({"worlds.sampling",
                         "is not \"latin-hypercube\" or \"sobol\", and with targets the worlds are the first wave of a "
                         "calibration, which are draws from the prior; choose one of the two"});
    if (experiment.until.is_asked())
        found.push_back({"replicates.until", "and targets ask two questions; give a number of replicates"});
    else if (experiment.replicates < 2)
        found.push_back({"replicates",
                         "is 1, and with targets the variance between runs of a world must be known; "
                         "give 2 or more"});
    if (experiment.luck == Luck::common)
        found.push_back({"luck",
                         "is \"common\", and with targets the luck of worlds is averaged out over them; leave "
                         "it out"});
}

}  // namespace

std::vector<Complaint> complaints(const Experiment& experiment) {
    std::vector<Complaint> found;
    if (experiment.scenario.empty()) {
        found.push_back(
            {"scenario", "is missing; name the world in which the designs are compared (\"leeway list scenarios\")"});
    }
    check_designs(experiment, found);
    for (Complaint& complaint : complaints(experiment.worlds)) found.push_back(std::move(complaint));
    check_series(experiment, found);
    check_quantiles(experiment, found);
    if (experiment.until.is_asked()) UntilCheck(experiment.until, found).check();
    if (!experiment.targets.empty()) check_calibration(experiment, found);
    return found;
}

}  // namespace leeway
