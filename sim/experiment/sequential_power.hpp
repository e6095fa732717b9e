// How often a sequential probability ratio test of Poisson counts (Wald 1947) ends in a pass, exactly: a walk over the
// counts that leave it undecided, month by month.
#pragma once

#include <vector>

namespace leeway {

/// A test of a tolerated rate against a rejected one, with its nominal errors.
struct SequentialTest {
    double tolerated = 0, rejected = 0;  ///< harms per user-month; tolerated < rejected
    double false_alarm = 0.1, miss = 0.1;
    bool must_decide = false;  ///< at the last look, by which of the two rates is likelier
};

/// Probability that the test has passed a product by its last look. Looks come one after the other, each after so much
/// more visible exposure (user-months); the product's rate is `rate` harms per user-month. A test that has failed, or
/// is still undecided at the end, has not passed.
double probability_of_passing(const SequentialTest& test, double rate, const std::vector<double>& exposure_of_looks);

}  // namespace leeway
