// What the bytes of a stored run mean. Runs of one experiment share a layout, which is stored once, as text; a run that
// was stored under another layout is read array by array, by name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/finished_run.hpp"
#include "core/results.hpp"

namespace leeway {

/// The arrays and levers of a run, in the order of their bytes: doubles, then monthly series as floats, then one bit
/// for each lever.
struct RunLayout {
    struct Array {
        std::string kind, name;
        std::size_t inner = 1;
        bool single_precision = false;

        std::size_t size() const { return inner * (single_precision ? sizeof(float) : sizeof(double)); }
    };
    std::vector<Array> arrays;
    std::vector<std::string> levers;

    /// The bytes of a run that is done.
    std::size_t size() const;
};

/// The layout of runs of these results.
RunLayout layout_of(const Results& results);

/// One line for each array and lever.
std::string text_of(const RunLayout& layout);

/// The layout that such a text describes; nothing if it is none.
std::optional<RunLayout> layout_from(std::string_view text);

/// The numbers of a run as bytes, in `bytes`, of which what was there is lost.
void pack(const FinishedRun& run, const RunLayout& layout, std::vector<std::byte>& bytes);

/// Reads runs of one layout as runs of another.
class RunUnpacker {
  public:
    RunUnpacker(const RunLayout& stored, const RunLayout& wanted);

    /// Whether a stored run holds every array that is wanted. Levers that it does not know did not act.
    bool is_complete() const { return is_complete_; }

    /// Reads numbers and levers into `run`; false if the bytes do not fit the layout.
    bool unpack(std::span<const std::byte> bytes, FinishedRun& run) const;

  private:
    struct Source {
        std::size_t offset, inner;
        bool single_precision;
    };
    std::size_t size_ = 0, first_lever_ = 0;
    bool is_complete_ = true;
    std::vector<Source> sources_;
    std::vector<std::optional<std::size_t>> levers_;
};

/// A checksum of bytes against damage, not against forgery.
std::int64_t checksum(std::span<const std::byte> bytes);

}  // namespace leeway
