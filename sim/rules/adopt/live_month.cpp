#include "rules/adopt/live_month.hpp"

#include <algorithm>

#include "core/vector_clones.hpp"

namespace leeway {
namespace {

// The number of citizens of a row who have crossed. Written without branches, so that it becomes vector instructions.
template <class Count>
LEEWAY_VECTOR_CLONES std::uint32_t live_row(HazardUnits* threshold, const std::int32_t* product, const Count* seen,
                                            const float* confidence, std::uint32_t size, Pace pace) {
    std::uint32_t crossed = 0;
    for (std::uint32_t i = 0; i < size; ++i) {
        const float adopting = hazard_of_adopting(pace, confidence[i], static_cast<float>(seen[i]));
        const float leaving = hazard_of_leaving(pace, confidence[i]);
        const HazardUnits hazard = whole_units(pace, product[i] == no_product ? adopting : leaving);
        const HazardUnits left = threshold[i] - (threshold[i] == not_interested ? 0 : hazard);
        threshold[i] = left > 0 ? left : 0;
        crossed += left <= 0 ? 1 : 0;
    }
    return crossed;
}

}  // namespace

void live_month(SectorUse& use, const Pace& pace, std::uint32_t begin, std::uint32_t end, const float* confidence,
                std::vector<std::uint32_t>& crossing) {
    for (std::uint32_t row = begin; row < end; row += block_size) {
        const std::uint32_t size = std::min(block_size, end - row);
        const std::uint32_t crossed = use.seen_from(row, [&](const auto* seen) {
            return live_row(&use.threshold[row], &use.product[row], seen, confidence + (row - begin), size, pace);
        });
        for (std::uint32_t i = row; crossed > 0 && i < row + size; ++i) {
            if (use.threshold[i] == 0) crossing.push_back(i);
        }
    }
}

}  // namespace leeway
