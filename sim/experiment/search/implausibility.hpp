// How far a world is from a target, in standard deviations of everything that keeps them apart (Craig, Goldstein,
// Seheult and Smith 1997; for stochastic models Andrianakis and others 2015, PLoS Comput. Biol. 11):
//
//     implausibility = |value - mean of runs| / sqrt(observation + Monte Carlo + one history + discrepancy)
//
// Observation: the sampling error of the measured value. Monte Carlo: the mean of a few runs is not the world's mean.
// One history: the real world ran once. Discrepancy: the right world of a model is not the world.
#pragma once

#include <cstddef>
#include <vector>

#include "experiment/search/target.hpp"

namespace leeway {

/// The outcome of a target in the runs of one world.
struct RunsOfWorld {
    double mean = 0;
    double variance = 0;    ///< of a single run
    std::size_t count = 0;  ///< runs that have the outcome; with fewer than two it is not known
};

/// Means and variances by world, from values [world][replicate] in which NaN is missing. A few runs tell little about a
/// variance, so each world's own is drawn towards the mean of all: by as much as luck alone would explain that they
/// differ (the linear Bayes estimate of Bühlmann 1967, ASTIN Bulletin 4, with the variance 2/df of a variance of normal
/// values).
std::vector<RunsOfWorld> summarise_runs(const std::vector<std::vector<double>>& values);

/// The variances that keep a world from a target.
struct Variances {
    double observation = 0, monte_carlo = 0, one_history = 0, discrepancy = 0;

    double sum() const { return observation + monte_carlo + one_history + discrepancy; }
};

Variances variances_between(const Target& target, const RunsOfWorld& runs);

/// The implausibility of a world by one target; infinite where the outcome is not known though it was measured.
double implausibility(const Target& target, const RunsOfWorld& runs);

/// The implausibility above which a world is ruled out, so that the true one is kept with probability `confidence` when
/// `targets` of them are looked at together (Bonferroni; normal errors).
double implausibility_cutoff(double confidence, std::size_t targets);

}  // namespace leeway
