#include "core/results.hpp"

#include <algorithm>

namespace leeway {

const OutcomeArray* find_outcome(const std::vector<OutcomeArray>& arrays, std::string_view name) {
    const auto found =
        std::find_if(arrays.begin(), arrays.end(), [&](const OutcomeArray& array) { return array.name == name; });
    return found == arrays.end() ? nullptr : &*found;
}

}  // namespace leeway
