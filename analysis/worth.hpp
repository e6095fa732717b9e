// What each design is worth in each world, by one outcome that the user has chosen: what regret and the value of
// information are reckoned from.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/results.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {

/// The value of a harm of severity 1: the user's, in place of the one with which net benefit was stored.
struct HarmValue {
    double asked, stored;  ///< a stored `liability.harm_value` that differs between worlds is taken from the worlds
};

/// What is asked.
struct WorthRequest {
    std::string metric = "net_benefit";
    std::optional<HarmValue> harm_value;  ///< of net benefit only
    std::optional<std::string> baseline;  ///< a label; default: the stored one
    std::vector<std::string> designs;     ///< the choices; empty: all in the baseline's regime of adaptation
};

/// Numbers by world and choice, in the unit of the outcome, with the sign that makes more better.
struct Worth {
    const Metric* metric = nullptr;           ///< never null
    double sign = 1;                          ///< -1 where less is better: the outcome is sign * worth
    std::size_t baseline = 0;                 ///< index into results.designs
    std::vector<std::size_t> designs;         ///< the choices, indices into results.designs; at least 2
    std::vector<std::size_t> worlds;          ///< indices of worlds in which every choice has a value; at least 2
    Eigen::MatrixXd mean;                     ///< [world, choice], over replicates
    std::vector<Eigen::MatrixXd> replicates;  ///< [replicate][world, choice]; rows with a missing value are NaN; one
                                              ///< only of an outcome that is read off all replicates together
    std::optional<double> harm_value;         ///< the user's own, of a harm of severity 1
    std::size_t worlds_left_out = 0;          ///< without any replicate in which all choices have a value
};

/// The worth of all choices, or what is wrong with the request or missing in the results.
std::variant<Worth, std::string> worth_of_designs(const Results& results, const WorthRequest& request);

/// The outcome of that name, or what is wrong with it.
std::variant<const OutcomeArray*, std::string> stored_outcome(const Results& results, const std::string& name);

/// On what the worth of designs rests, in a sentence; empty where it is no weighing of several things.
std::string weighing_words(const Worth& worth);

/// The choice with the best mean over worlds (index into `designs`); of equals the first.
std::size_t best_on_average(const Worth& worth);

/// For every world the choice that is best there (index into `designs`).
std::vector<std::size_t> best_in_each_world(const Worth& worth);

/// The mean, over worlds, of what the best choice of each world is worth, chosen by the other replicates than the one
/// that judges it: luck cannot flatter it, so that it lies below the truth rather than above. NaN with one replicate.
double judged_best(const Worth& worth);

/// The mean over worlds and complete replicates that `judged_best` is to be set against, per choice.
Eigen::VectorXd judged_means(const Worth& worth);

}  // namespace leeway
