#include "experiment/results_hash.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace leeway {
namespace {

/// The number in eight bytes, lowest first; all missing values are alike.
std::array<char, 8> bytes_of(double number) {
    const auto bits = std::isnan(number) ? 0x7ff8000000000000ULL : std::bit_cast<std::uint64_t>(number);
    std::array<char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>((bits >> (8 * i)) & 0xff);
    return bytes;
}

}  // namespace

ResultsHash::ResultsHash(const Results& results) : order_(results.designs.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return results.designs[a] < results.designs[b]; });
    for (const std::size_t d : order_) digest_.add(results.designs[d] + '\n');
}

void ResultsHash::add(const OutcomeArray& array) {
    digest_.add(array.name + '\n');
    const std::size_t per_design = array.values.size() / order_.size();
    for (const std::size_t d : order_) {
        for (std::size_t i = 0; i < per_design; ++i) {
            const auto bytes = bytes_of(array.values[d * per_design + i]);
            digest_.add({bytes.data(), bytes.size()});
        }
    }
}

}  // namespace leeway
