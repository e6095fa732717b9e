// Columns of small whole numbers in the fewest bytes that hold the largest: memory traffic is what large populations
// cost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <variant>
#include <vector>

namespace leeway {

/// `size` counters from 0 to `largest`, of 1, 2 or 4 bytes each; none at all if size is 0.
class Counters {
  public:
    Counters() = default;
    Counters(std::size_t size, std::uint32_t largest) : largest_(largest) {
        if (largest <= std::numeric_limits<std::uint8_t>::max())
            column_ = std::vector<std::uint8_t>(size);
        else if (largest <= std::numeric_limits<std::uint16_t>::max())
            column_ = std::vector<std::uint16_t>(size);
        else
            column_ = std::vector<std::uint32_t>(size);
    }

    /// Calls visit with the vector, whatever its type; loops over many counters go through here.
    template <class Visit>
    decltype(auto) visit(Visit&& visit) {
        return std::visit(std::forward<Visit>(visit), column_);
    }
    template <class Visit>
    decltype(auto) visit(Visit&& visit) const {
        return std::visit(std::forward<Visit>(visit), column_);
    }

    std::size_t size() const {
        return visit([](const auto& column) { return column.size(); });
    }
    bool empty() const { return size() == 0; }
    std::size_t bytes() const {
        return visit([](const auto& column) { return column.size() * sizeof(column[0]); });
    }
    std::uint32_t operator[](std::size_t i) const {
        return visit([i](const auto& column) { return static_cast<std::uint32_t>(column[i]); });
    }

    /// The largest number that they are made for.
    std::uint32_t largest() const { return largest_; }

    bool operator==(const Counters&) const = default;

  private:
    std::uint32_t largest_ = 0;
    std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>> column_;
};

}  // namespace leeway
