// Names sets of runs in a few words, however many they are.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace leeway {

/// Numbers in ascending order, in words: "0-3, 7".
std::string name_numbers(const std::vector<std::size_t>& numbers);

/// The chosen runs of one design: "worlds 0-15, replicates 0-1; world 16, replicate 0". At most `most` groups are
/// named, and then how many runs are left.
std::string name_runs(std::size_t worlds, std::size_t replicates,
                      const std::function<bool(std::size_t world, std::size_t replicate)>& is_chosen,
                      std::size_t most = 20);

}  // namespace leeway
