#include "experiment/sampling/plans.hpp"

namespace leeway {

Points saltelli(const Names& parameters, std::int64_t blocks, std::int64_t seed) {
    Names both = parameters;
    for (const std::string& parameter : parameters) both.push_back(parameter + " of the other world");
    const auto count = static_cast<std::ptrdiff_t>(parameters.size());
    Points points;
    for (const auto& pair : sobol(both, blocks, seed)) {
        const std::vector<double> first(pair.begin(), pair.begin() + count), other(pair.begin() + count, pair.end());
        points.push_back(first);
        for (std::size_t p = 0; p < parameters.size(); ++p) {
            points.push_back(first);
            points.back()[p] = other[p];
        }
        points.push_back(other);
    }
    return points;
}

}  // namespace leeway
