#include "analysis/world_parameters.hpp"

#include <cmath>
#include <numeric>

namespace leeway {
namespace {

bool differs_between(const Results& results, const std::vector<std::size_t>& worlds, std::size_t parameter) {
    bool differs = false;
    for (const std::size_t world : worlds) {
        const double value = parameter_in(results, world, parameter);
        if (!std::isfinite(value)) return false;
        differs = differs || value != parameter_in(results, worlds.front(), parameter);
    }
    return differs;
}

}  // namespace

double parameter_in(const Results& results, std::size_t world, std::size_t parameter) {
    return results.world_parameter[world * results.parameters.size() + parameter];
}

std::vector<std::size_t> moving_parameters(const Results& results, const std::vector<std::size_t>& worlds) {
    std::vector<std::size_t> moving;
    for (std::size_t p = 0; p < results.parameters.size(); ++p)
        if (differs_between(results, worlds, p)) moving.push_back(p);
    return moving;
}

std::vector<std::size_t> moving_parameters(const Results& results) {
    std::vector<std::size_t> worlds(results.worlds.size());
    std::iota(worlds.begin(), worlds.end(), std::size_t{0});
    return moving_parameters(results, worlds);
}

}  // namespace leeway
