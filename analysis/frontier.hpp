// The uptake-harm plane as an answer: where each design stands, which ones no other beats, and which one is preferred
// at each exchange rate between harm and uptake. There is no composite score: the rate is the reader's.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/answer_frame.hpp"
#include "analysis/interval.hpp"
#include "analysis/standing.hpp"
#include "core/results.hpp"

namespace leeway {

/// One design on the plane. Uptake in percent of people and percentage points, harm in severity-weighted harms per
/// 1,000 citizens a year.
struct FrontierDesign {
    std::string name;
    Interval uptake, harm;              ///< levels
    Interval uptake_added, harm_added;  ///< against the baseline; 0 for the baseline itself
    Standing standing = Standing::efficient;
    std::vector<std::size_t> dominated_by;         ///< places in the group of designs that beat it by their means
    double dominated_share = missing_value;        ///< of units in which another design dominates it
    std::vector<double> uptake_cloud, harm_cloud;  ///< added, one entry per unit
};

/// What is preferred at one exchange rate.
struct AcceptabilityRow {
    double rate = 0;                  ///< harms per 1,000 citizens a year accepted per percentage point of uptake
    std::vector<double> probability;  ///< share of units in which each design is preferred; empty below two units
    std::size_t on_average = 0;       ///< the design with the largest mean net benefit
};

/// Designs that are set against the same baseline, in one regime of adaptation.
struct FrontierGroup {
    std::string baseline;
    std::vector<FrontierDesign> designs;
    EfficientFrontier frontier;
    std::vector<AcceptabilityRow> curve;         ///< by rising rate, the infinite one last
    std::vector<std::vector<double>> dominance;  ///< [a][b]: share of units in which a dominates b
    std::size_t units = 0, left_out = 0;         ///< left out: some design has no value there
    std::vector<std::string> without_results;    ///< designs that have no value anywhere
};

struct FrontierAnswer : AnswerFrame {
    std::vector<FrontierGroup> groups;
};

struct FrontierRequest {
    std::optional<std::string> baseline;  ///< a label; default: the stored one
    std::vector<double> rates;  ///< exchange rates of the curve; 0 or more; default: 21 from 0 to where nothing
                                ///< changes
};

/// The answer, or why there is none: one design, an unknown baseline, a negative rate, no uptake or
/// harm.
std::variant<FrontierAnswer, std::string> find_frontier(const Results& results, const FrontierRequest& request);

/// The 95 % interval of a share of independent units (Wilson 1927, J. Am. Statist. Ass. 22).
Interval share_interval(double share, std::size_t units);

}  // namespace leeway
