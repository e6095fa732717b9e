#include "experiment/sampling/plans.hpp"

namespace leeway {

Points grid(std::size_t parameters, std::int64_t count) {
    Points points{{}};
    for (std::size_t parameter = 0; parameter < parameters; ++parameter) {
        Points longer;
        for (const auto& point : points) {
            for (std::int64_t part = 0; part < count; ++part) {
                longer.push_back(point);
                longer.back().push_back((static_cast<double>(part) + 0.5) / static_cast<double>(count));
            }
        }
        points = std::move(longer);
    }
    return points;
}

}  // namespace leeway
