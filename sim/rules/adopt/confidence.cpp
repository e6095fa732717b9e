#include "rules/adopt/confidence.hpp"

#include "core/arithmetic.hpp"
#include "core/vector_clones.hpp"

namespace leeway {
namespace {

LEEWAY_VECTOR_CLONES void multiply(const float* trust, std::size_t size, float scale, float* confidence) {
    for (std::size_t i = 0; i < size; ++i) confidence[i] = trust[i] * scale;
}

}  // namespace

void Confidence::from_trust(const float* trust, std::size_t size, float* confidence) const {
    multiply(trust, size, scale_, confidence);
    if (exponent_ == 1) return;
    for (std::size_t i = 0; i < size; ++i)
        confidence[i] = static_cast<float>(portable::pow(static_cast<double>(confidence[i]), exponent_));
}

}  // namespace leeway
