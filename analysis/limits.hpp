// What these results cannot say: the reservations that stand beside every answer.
#pragma once

#include <string>
#include <vector>

#include "analysis/interval.hpp"
#include "core/results.hpp"

namespace leeway {

/// Why no harm that the model says can be taken at its word. Every output that speaks of harm says this sentence.
std::string limit_of_harm();

/// What the model as such cannot say, with the evidence; the same for all results.
std::vector<std::string> limits_of_the_model();

/// What this experiment cannot say: single worlds or replicates, missing runs, worlds that were not drawn.
std::vector<std::string> limits_of_the_experiment(const Results& results, const MeanEstimator& estimator);

/// How the intervals were made, in words.
std::string interval_words(const Results& results, const MeanEstimator& estimator);

}  // namespace leeway
