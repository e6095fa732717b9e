#include "rules/formula/posterior.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "core/special.hpp"

namespace leeway {

GammaBelief GammaBelief::like_lognormal(double log_mean, double log_spread) {
    const double variance = std::max(1e-12, log_spread * log_spread);  // a belief without doubt is as good as certain
    const double mean = portable::exp(log_mean + variance / 2);
    const double shape = 1 / portable::expm1(variance);
    return {shape, shape / mean};
}

double GammaBelief::probability_below(double limit) const {
    return limit <= 0 ? 0 : portable::regularised_gamma_p(shape, rate * limit);
}

}  // namespace leeway
