// The Gamma-Poisson posterior that gates read is exact: against long double formulas, by Bayes' theorem itself, and by
// simulation-based calibration (Talts and others 2018): the truth is ranked uniformly among draws of the posterior.
#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <vector>

#include "catch.hpp"
#include "core/distributions.hpp"
#include "rules/formula/posterior.hpp"
#include "sample.hpp"

using namespace leeway;

namespace {

struct Evidence {
    double events, exposure;
};

std::vector<GammaBelief> priors() { return {{0.05, 3}, {1, 1}, {1.5, 300}, {4, 1e-3}, {60, 1e5}}; }
std::vector<Evidence> evidence() { return {{0, 0}, {0, 1e3}, {1, 0.5}, {7, 1e4}, {250, 1e6}, {3e4, 2e4}}; }

/// Calls check(prior, evidence) for all pairs.
template <class Check>
void for_all(Check check) {
    for (const GammaBelief& prior : priors()) {
        for (const Evidence& seen : evidence()) {
            INFO("shape " << prior.shape << ", rate " << prior.rate << ", " << seen.events << " in " << seen.exposure);
            check(prior, seen);
        }
    }
}

bool agrees(double value, long double exact, long double tolerance = 1e-14L) {
    return std::abs(value - exact) <= tolerance * std::abs(exact);
}

long double log_density(long double shape, long double rate, long double at) {
    return shape * std::log(rate) + (shape - 1) * std::log(at) - rate * at - std::lgamma(shape);
}

long double log_density(const GammaBelief& belief, long double at) {
    return log_density(belief.shape, belief.rate, at);
}

}  // namespace

TEST_CASE("the posterior's moments are exact") {
    for_all([](const GammaBelief& prior, const Evidence& seen) {
        const GammaBelief posterior = prior.after(seen.events, seen.exposure);
        const long double shape = static_cast<long double>(prior.shape) + seen.events,
                          rate = static_cast<long double>(prior.rate) + seen.exposure;
        CHECK(agrees(posterior.shape, shape));
        CHECK(agrees(posterior.rate, rate));
        CHECK(agrees(posterior.mean(), shape / rate));
    });
}

TEST_CASE("evidence in two parts is the same as at once") {
    for_all([](const GammaBelief& prior, const Evidence& seen) {
        const GammaBelief once = prior.after(seen.events + 2, seen.exposure + 5),
                          twice = prior.after(seen.events, seen.exposure).after(2, 5);
        CHECK(agrees(twice.shape, once.shape));
        CHECK(agrees(twice.rate, once.rate));
    });
}

TEST_CASE("prior times likelihood is the posterior, up to a constant") {
    for_all([](const GammaBelief& prior, const Evidence& seen) {
        const GammaBelief posterior = prior.after(seen.events, seen.exposure);
        const long double one = posterior.mean(), other = one * 1.7L;
        const long double likelihood = seen.events * std::log(other / one) - seen.exposure * (other - one);
        const long double by_bayes = log_density(prior, other) - log_density(prior, one) + likelihood,
                          by_posterior = log_density(posterior, other) - log_density(posterior, one);
        CHECK(std::abs(by_bayes - by_posterior) <=
              1e-14L * (1 + std::abs(log_density(posterior, other)) + std::abs(log_density(posterior, one))));
    });
}

// A small error of log P is the promise; far out in a tail P itself loses digits with its size.
TEST_CASE("the posterior probability of a tolerable rate is exact") {
    for_all([](const GammaBelief& prior, const Evidence& seen) {
        const GammaBelief posterior = prior.after(seen.events, seen.exposure);
        for (const double factor : {0.3, 0.9, 1.0, 1.2, 3.0}) {
            const double limit = factor * posterior.mean();
            const long double exact = boost::math::gamma_p(static_cast<long double>(posterior.shape),
                                                           static_cast<long double>(posterior.rate * limit));
            if (exact < 1e-290L) continue;
            CHECK(agrees(posterior.probability_below(limit), exact, 1e-14L * (1 + std::abs(std::log(exact)))));
        }
    });
    CHECK(GammaBelief{2, 3}.probability_below(0) == 0);
}

TEST_CASE("a belief like a lognormal has its mean and its variance") {
    constexpr double log_mean = -5.3;
    for (const double spread : {0.05, 0.5, 1.0, 2.0}) {
        const GammaBelief belief = GammaBelief::like_lognormal(log_mean, spread);
        const long double variance = static_cast<long double>(spread) * spread;
        const long double mean = std::exp(log_mean + variance / 2);
        INFO("spread " << spread);
        CHECK(agrees(belief.mean(), mean));
        CHECK(agrees(belief.shape / (belief.rate * belief.rate), mean * mean * std::expm1(variance), 3e-14L));
    }
}

TEST_CASE("the truth is ranked uniformly among draws of the posterior") {
    constexpr int draws = 10'000, bins = 50;
    for (const GammaBelief& prior : {GammaBelief{0.7, 2}, GammaBelief{3, 500}, GammaBelief{40, 9}}) {
        const Draws stream(test_key("calibration", static_cast<std::uint64_t>(prior.rate)), "truth");
        std::vector<double> seen(bins, 0);
        for (std::uint64_t i = 0; i < draws; ++i) {
            const double truth = boost::math::gamma_p_inv(prior.shape, stream.uniform(i, 0)) / prior.rate;
            const double exposure = 3 * prior.rate * stream.uniform(i, 1);
            const auto events = static_cast<double>(poisson(stream.uniform(i, 2), truth * exposure));
            // the share of infinitely many draws of the posterior that lies below the truth
            const double rank = prior.after(events, exposure).probability_below(truth);
            ++seen[std::min(bins - 1, static_cast<int>(rank * bins))];
        }
        double chi_square = 0;
        for (const double count : seen) chi_square += (count - draws / bins) * (count - draws / bins) / (draws / bins);
        INFO("prior shape " << prior.shape);
        CHECK(chi_square_score(chi_square, bins - 1) < z_limit);
    }
}
