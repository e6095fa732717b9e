// Uncertain parameters of a scenario: each has a prior between two ends, from which worlds are sampled.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

enum class Distribution : std::uint8_t { uniform, log_uniform, triangular, lognormal, normal };
template <>
inline constexpr std::array<std::string_view, 5> choice_names<Distribution>{"uniform", "log-uniform", "triangular",
                                                                            "lognormal", "normal"};

/// A parameter and its prior. All draws lie in [low, high]: the normal and the lognormal are cut there (truncated), so
/// that no sample is ever moved to the end of a range.
struct UncertainParameter {
    std::string parameter;
    Distribution distribution = Distribution::uniform;
    double low = 0, high = 0;
    double mode = 0;
    double median = 0, sigma = 0;
    std::string source;

    template <class Visit>
    void fields(Visit&& field) {
        field(parameter, {"parameter", Unit::none, 0, 0, "scenario", "dotted name of the uncertain number"});
        field(distribution, {"distribution", Unit::none, 0, 0, "scenario", "shape of the prior"});
        field(low, {"low", Unit::none, -1e12, 1e12, "scenario", "lower end of the prior"});
        field(high, {"high", Unit::none, -1e12, 1e12, "scenario", "upper end of the prior"});
        field(mode, {"mode", Unit::none, -1e12, 1e12, "scenario", "peak of a triangular prior"});
        field(median, {"median", Unit::none, -1e12, 1e12, "scenario",
                       "median of a normal or lognormal prior before it is cut"});
        field(sigma, {"sigma", Unit::none, 0, 1e12, "scenario",
                      "standard deviation of a normal prior, or of the logarithm of a lognormal one"});
        field(source, {"source", Unit::none, 0, 0, "scenario", "where the prior comes from"});
    }
};

/// What is wrong with the priors, given the fields (of a model) that they speak of.
std::vector<Complaint> complaints(const std::vector<UncertainParameter>& parameters, const FieldTable& model);

/// The value below which the share `probability` (in (0, 1)) of the prior lies.
double quantile(const UncertainParameter& prior, double probability);

/// The share of the prior that lies below `value`: what `quantile` undoes.
double share_below(const UncertainParameter& prior, double value);

}  // namespace leeway
