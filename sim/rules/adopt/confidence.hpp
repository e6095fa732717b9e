// What citizens bring to all services: trust relative to its reference. Where it does not matter (an exponent of 0),
// all of a group adopt at one pace.
#pragma once

#include <cstddef>

#include "rules/adopt.hpp"

namespace leeway {

class Confidence {
  public:
    explicit Confidence(const Adopt& rule)
        : scale_(static_cast<float>(1 / rule.trust_reference)), exponent_(rule.trust_exponent) {}

    /// Whether everybody has the confidence 1.
    bool is_common() const { return exponent_ == 0; }

    /// Turns trusts into confidences, (trust / reference)^exponent; the two may be the same place.
    void from_trust(const float* trust, std::size_t size, float* confidence) const;

  private:
    float scale_;
    double exponent_;
};

}  // namespace leeway
