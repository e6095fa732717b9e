// How much is lost by a design where another would have been better: regret (Savage 1951, J. Am. Stat. Assoc. 46), the
// share of worlds in which a design is good enough (the domain criterion, Starr 1963; Herman, Reed, Zeff and
// Characklis 2015, J. Water Res. Plan. Man. 141), its worst world, and the mean of its worst worlds (conditional value
// at risk, Rockafellar and Uryasev 2000, J. Risk 2).
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "analysis/worth.hpp"

namespace leeway {

/// A limit that a design must keep to be good enough, on a level, in the unit of the outcome.
struct Limit {
    std::string metric;
    double bound;
    bool at_least;
};

/// What is asked.
struct RegretRequest {
    WorthRequest worth;
    std::vector<Limit> limits;  ///< empty: uptake no lower and harm no higher than the baseline's in the same world
    double tail = 0.1;          ///< share of the worst worlds, in (0, 1]
};

/// One design, over all worlds. Levels are in the unit of the outcome, regret too; regret is never below 0.
struct DesignRegret {
    std::size_t choice = 0;  ///< index into worth.designs
    double mean = missing_value, largest = missing_value;
    double mean_at_least = missing_value;  ///< what is left of the mean when luck cannot pose as a better design; 0 if
                                           ///< that is nothing, NaN with one replicate
    std::size_t largest_in = 0;            ///< index into worth.worlds
    double level = missing_value, worst_level = missing_value, tail_level = missing_value;  ///< mean, worst, CVaR
    double best_share = 0;                                                                  ///< of worlds
    double good_enough_share = missing_value;
};

/// The regret of all designs.
struct RegretTable {
    Worth worth;
    Eigen::MatrixXd regret;                 ///< [world, choice]
    std::vector<std::size_t> best;          ///< [world], index into worth.designs
    std::vector<DesignRegret> designs;      ///< in the order of worth.designs
    std::vector<std::vector<bool>> enough;  ///< [choice][world]
    std::string enough_words;               ///< what good enough means
    double tail = 0;
    std::size_t least_largest = 0, least_mean = 0;  ///< index into worth.designs
    std::string sentence;
};

std::variant<RegretTable, std::string> regret_table(const Results& results, const RegretRequest& request);

/// Mean of the worst (lowest) `tail` share of equally likely values; a value that lies astride counts in part.
double mean_of_worst(std::vector<double> values, double tail);

}  // namespace leeway
