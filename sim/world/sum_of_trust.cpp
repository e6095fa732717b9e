#include "world/sum_of_trust.hpp"

#include "core/parallel.hpp"
#include "core/vector_clones.hpp"

namespace leeway {
namespace {

constexpr double trust_unit = 0x1p-24;

LEEWAY_VECTOR_CLONES std::int64_t sum_of_units(const float* trust, std::size_t size) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < size; ++i)
        sum += static_cast<std::int32_t>(trust[i] * static_cast<float>(1 / trust_unit));
    return sum;
}

}  // namespace

double sum_of_trust(const Citizens& citizens, std::size_t group) {
    const Quarter& members = citizens.members_of(group);
    const std::int64_t units = sum_over_blocks(members.size(), stretch_size, [&](std::size_t begin, std::size_t end) {
        return sum_of_units(&citizens.trust[members.begin + begin], end - begin);
    });
    return static_cast<double>(units) * trust_unit;
}

}  // namespace leeway
