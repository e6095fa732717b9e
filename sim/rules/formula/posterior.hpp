// The Gamma-Poisson posterior of one product's harm rate, which gates read. Its prior is the regulator's prediction
// from the features alone, frozen at admission; the rate is the one under full market rules, after the firm's effort.
#pragma once

namespace leeway {

/// A Gamma distribution of a rate: shape and rate parameter.
struct GammaBelief {
    double shape = 1, rate = 1;

    double mean() const { return shape / rate; }

    /// The Gamma with the mean and the variance of a lognormal whose log has this mean and standard deviation.
    static GammaBelief like_lognormal(double log_mean, double log_spread);

    /// The exact conjugate posterior after `events` in `exposure`.
    GammaBelief after(double events, double exposure) const { return {shape + events, rate + exposure}; }

    /// Probability that the rate is at most `limit`.
    double probability_below(double limit) const;
};

}  // namespace leeway
