// Results of mathematics that the simulator must reproduce, a handful that take seconds; the tests in tests/analytic
// hold many more of them against the same functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "experiment/validity/scorecard.hpp"

namespace leeway {

/// A closed form and what the simulator gives in its place.
struct ClosedForm {
    std::string id, statement, measure, source, mechanism;
    double exact = 0;
    std::function<std::vector<double>()> sample;  ///< independent values of mean `exact`; one value: it must be exact
};

/// The forms, in the order of verification.md.
std::vector<ClosedForm> closed_forms();

/// The distance from the exact value, in standard errors, beyond which a mean fails: two-sided probability 1e-6.
inline constexpr double failing_z = 4.892;

/// A form is reproduced where its exact value lies within failing_z standard errors of the sample's mean; a single
/// value must equal it.
ScoreRow judge(const ClosedForm& form);

/// The distribution of the number of adopters after `months` where all know all: every month each of the others adopts
/// with the same probability (Bass 1969, in months). Rates are per year; the result has people + 1 entries.
std::vector<double> bass_chain(std::size_t people, std::int32_t months, double innovation, double imitation);

/// The mean share of adopters by that chain.
double bass_chain_mean(std::size_t people, std::int32_t months, double innovation, double imitation);

/// The share S of a random graph with mean degree c > 1 that its giant component holds: S = 1 - exp(-c S) (Erdős and
/// Rényi 1960).
double giant_component(double mean_degree);

}  // namespace leeway
