// Which design is preferred, where more of one outcome costs more of another: with uptake gained and harm added, at
// each exchange rate between the two. Cost-effectiveness acceptability curve and frontier (van Hout, Al, Gordon and
// Rutten 1994, Health Economics 3; Fenwick, Claxton and Sculpher 2001, Health Economics 10; Barton, Briggs and Fenwick
// 2008, Value in Health 11), with harm in the place of cost, uptake in that of effect, and worlds in that of draws of
// uncertain parameters.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <vector>

#include "analysis/standing.hpp"

namespace leeway {

/// What designs gain and which harm they add: a row per unit (world), a column per design, all finite.
struct GainsAndHarms {
    Eigen::MatrixXd gain, harm;
};

/// The share of units in which each design is preferred at `rate` (harm accepted per gain, 0 or more): the one with the
/// largest net benefit, rate * gain - harm. At an infinite rate gain decides and less harm breaks ties; at 0 the other
/// way round. What ties completely shares its unit. Shares sum to 1.
Eigen::VectorXd acceptability(const GainsAndHarms& units, double rate);

/// The design with the largest mean net benefit at `rate`, ties broken as above; of equals the first.
std::size_t preferred_on_average(const GainsAndHarms& units, double rate);

/// [a, b]: the share of units in which design a gains no less than b and adds no more harm, and is better in one of
/// both.
Eigen::MatrixXd dominance(const GainsAndHarms& units);

/// The share of units in which any other design dominates each.
Eigen::VectorXd dominated_share(const GainsAndHarms& units);

/// The frontier of these means.
EfficientFrontier efficient_frontier(const Eigen::VectorXd& gain, const Eigen::VectorXd& harm);

/// How every design stands by these means.
std::vector<Standing> standings(const Eigen::VectorXd& gain, const Eigen::VectorXd& harm);

}  // namespace leeway
