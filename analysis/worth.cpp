#include "analysis/worth.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/contrasts.hpp"
#include "analysis/designs.hpp"
#include "analysis/worlds.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

/// By how much a unit of severity-weighted harm per citizen and year weighs less than when the outcome was stored.
class Reweighing {
  public:
    Reweighing(const Results& results, const WorthRequest& request) : results_(results), asked_(request.harm_value) {
        if (!asked_) return;
        harm_ = find_outcome(results.outcomes, "harm_per_1000_citizen_years");
        const auto found = std::find(results.parameters.begin(), results.parameters.end(), "liability.harm_value");
        parameter_ = static_cast<std::size_t>(found - results.parameters.begin());
    }

    bool can_be_done() const { return !asked_ || harm_ != nullptr; }

    double operator()(double net_benefit, std::size_t design, std::size_t world, std::size_t replicate) const {
        if (!asked_) return net_benefit;
        const double harm = run_value(results_, *harm_, design, world, replicate) / 1000;
        return net_benefit + (stored_in(world) - asked_->asked) * harm;
    }

  private:
    double stored_in(std::size_t world) const {
        const std::size_t count = results_.parameters.size();
        return parameter_ < count ? results_.world_parameter[world * count + parameter_] : asked_->stored;
    }

    const Results& results_;
    std::optional<HarmValue> asked_;
    const OutcomeArray* harm_ = nullptr;
    std::size_t parameter_ = 0;
};

std::variant<std::vector<std::size_t>, std::string> choices(const Results& results, const WorthRequest& request,
                                                            std::size_t baseline) {
    std::vector<std::size_t> chosen;
    for (const std::string& label : request.designs) {
        const auto design = design_named(results, label);
        if (const auto* problem = std::get_if<std::string>(&design)) return *problem;
        const std::size_t index = std::get<std::size_t>(design);
        if (std::find(chosen.begin(), chosen.end(), index) == chosen.end()) chosen.push_back(index);
    }
    for (std::size_t design = 0; request.designs.empty() && design < results.designs.size(); ++design) {
        if (matching_baseline(results, design, baseline) == baseline) chosen.push_back(design);
    }
    if (chosen.size() < 2) return "There is one design to choose from: nothing to decide. Name two or more.";
    return chosen;
}

/// The values of one replicate, with rows of NaN where a choice has none.
Eigen::MatrixXd values_of_replicate(const Results& results, const Worth& worth, const OutcomeArray& outcome,
                                    const Reweighing& reweigh, std::size_t replicate) {
    Eigen::MatrixXd values(results.worlds.size(), worth.designs.size());
    for (std::size_t w = 0; w < results.worlds.size(); ++w) {
        const auto row = static_cast<Eigen::Index>(w);
        for (std::size_t d = 0; d < worth.designs.size(); ++d) {
            const double value = run_value(results, outcome, worth.designs[d], w, replicate);
            values(row, static_cast<Eigen::Index>(d)) = worth.sign * reweigh(value, worth.designs[d], w, replicate);
        }
        if (!values.row(row).allFinite()) values.row(row).setConstant(missing_value);
    }
    return values;
}

/// Keeps the worlds in which some replicate is complete, and takes means there.
void keep_known_worlds(Worth& worth, std::size_t worlds) {
    for (std::size_t w = 0; w < worlds; ++w) {
        const bool known = std::any_of(worth.replicates.begin(), worth.replicates.end(), [&](const auto& values) {
            return std::isfinite(values(static_cast<Eigen::Index>(w), 0));
        });
        if (known) worth.worlds.push_back(w);
    }
    worth.worlds_left_out = worlds - worth.worlds.size();
    for (Eigen::MatrixXd& values : worth.replicates) values = Eigen::MatrixXd(values(worth.worlds, Eigen::all));
    worth.mean.resize(static_cast<Eigen::Index>(worth.worlds.size()), static_cast<Eigen::Index>(worth.designs.size()));
    for (Eigen::Index w = 0; w < worth.mean.rows(); ++w) {
        worth.mean.row(w).setZero();
        double count = 0;
        for (const Eigen::MatrixXd& values : worth.replicates) {
            if (!std::isfinite(values(w, 0))) continue;
            worth.mean.row(w) += values.row(w);
            ++count;
        }
        worth.mean.row(w) /= count;
    }
}

std::size_t place_of_largest(const Eigen::RowVectorXd& values) {
    Eigen::Index place = 0;
    values.maxCoeff(&place);
    return static_cast<std::size_t>(place);
}

/// Goes through all pairs of a world and a complete replicate beside which there is another complete one.
template <class See>
void for_each_judge(const Worth& worth, See see) {
    for (Eigen::Index w = 0; w < worth.mean.rows(); ++w) {
        std::vector<std::size_t> complete;
        for (std::size_t r = 0; r < worth.replicates.size(); ++r) {
            if (std::isfinite(worth.replicates[r](w, 0))) complete.push_back(r);
        }
        if (complete.size() < 2) continue;
        const auto count = static_cast<double>(complete.size());
        for (const std::size_t r : complete) {
            const Eigen::RowVectorXd judge = worth.replicates[r].row(w);
            see(judge, (count * worth.mean.row(w) - judge) / (count - 1), 1 / count);
        }
    }
}

}  // namespace

std::variant<const OutcomeArray*, std::string> stored_outcome(const Results& results, const std::string& name) {
    const OutcomeArray* outcome = find_outcome(results.outcomes, name);
    if (outcome != nullptr && find_metric(name) != nullptr) return outcome;
    std::vector<std::string> names;
    for (const OutcomeArray& each : results.outcomes) names.push_back(each.name);
    return fmt::format("\"{}\" is no outcome of these results.{} `leeway list metrics` lists all names.",
                       printable(name), suggestion(name, names));
}

std::variant<Worth, std::string> worth_of_designs(const Results& results, const WorthRequest& request) {
    const auto outcome = stored_outcome(results, request.metric);
    if (const auto* problem = std::get_if<std::string>(&outcome)) return *problem;
    Worth worth;
    worth.metric = find_metric(request.metric);
    if (worth.metric->better == Better::neither)
        return fmt::format("Of {} neither more nor less is better, so no design is best by it. Choose another outcome.",
                           request.metric);
    if (request.harm_value && request.metric != "net_benefit")
        return "A value of harm weighs net_benefit only. Leave out the value, or the other outcome.";
    const auto baseline = design_named(results, request.baseline.value_or(results.baseline));
    if (const auto* problem = std::get_if<std::string>(&baseline)) return *problem;
    worth.baseline = std::get<std::size_t>(baseline);
    auto chosen = choices(results, request, worth.baseline);
    if (const auto* problem = std::get_if<std::string>(&chosen)) return *problem;
    worth.designs = std::get<std::vector<std::size_t>>(std::move(chosen));
    worth.sign = worth.metric->better == Better::less ? -1 : 1;
    if (request.harm_value) worth.harm_value = request.harm_value->asked;
    const Reweighing reweigh(results, request);
    if (!reweigh.can_be_done())
        return "These results lack harm_per_1000_citizen_years, so harm cannot be weighed anew.";
    const OutcomeArray& values = *std::get<const OutcomeArray*>(outcome);
    const std::size_t replicates = belongs_to_world(values) ? 1 : results.replicates.size();
    for (std::size_t r = 0; r < replicates; ++r)
        worth.replicates.push_back(values_of_replicate(results, worth, values, reweigh, r));
    keep_known_worlds(worth, results.worlds.size());
    if (worth.worlds.size() >= 2) return worth;
    return fmt::format(
        "Only {} of these results {} a value of {} for every design. What is not known shows between worlds: run the "
        "experiment with more worlds (worlds.count).",
        worth.worlds.size() == 1 ? "one world" : "no world", worth.worlds.size() == 1 ? "has" : "has", request.metric);
}

std::string weighing_words(const Worth& worth) {
    if (worth.metric->name != "net_benefit") return {};
    if (worth.harm_value)
        return fmt::format(
            "Net benefit counts {} for a harm of severity 1, as asked; its other weights are assumptions.",
            number_text(*worth.harm_value));
    return "Net benefit weighs use against harm, compliance and officers by values that are assumptions. Before you "
           "believe "
           "a ranking, see whether it stands under other values of a harm: --value-of-harm V.";
}

std::size_t best_on_average(const Worth& worth) { return place_of_largest(worth.mean.colwise().mean()); }

std::vector<std::size_t> best_in_each_world(const Worth& worth) {
    std::vector<std::size_t> best;
    for (Eigen::Index w = 0; w < worth.mean.rows(); ++w) best.push_back(place_of_largest(worth.mean.row(w)));
    return best;
}

double judged_best(const Worth& worth) {
    double sum = 0, weight = 0;
    for_each_judge(worth, [&](const Eigen::RowVectorXd& judge, const Eigen::RowVectorXd& others, double share) {
        sum += share * judge(static_cast<Eigen::Index>(place_of_largest(others)));
        weight += share;
    });
    return weight > 0 ? sum / weight : missing_value;
}

Eigen::VectorXd judged_means(const Worth& worth) {
    Eigen::RowVectorXd sum = Eigen::RowVectorXd::Zero(worth.mean.cols());
    double weight = 0;
    for_each_judge(worth, [&](const Eigen::RowVectorXd& judge, const Eigen::RowVectorXd&, double share) {
        sum += share * judge;
        weight += share;
    });
    return (sum / weight).transpose();
}

}  // namespace leeway
