// Where the parts that a store has numbered stand in an experiment: one part may stand at several places (two designs
// may be the same but for their names), or at none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/run_keys.hpp"
#include "store/sqlite_handles.hpp"

namespace leeway {

/// The parts of one kind that a store holds.
class StoredParts {
  public:
    StoredParts(const sqlite::Database& database, const std::string& kind);

    /// The number of the part with this digest, or 0.
    std::int64_t with_digest(const std::string& digest) const;

    /// The number of the part that was stored last under this label, or 0.
    std::int64_t with_label(const std::string& label) const;

  private:
    std::unordered_map<std::string, std::int64_t> by_digest_, by_label_;
};

/// A place in the experiment of a part that is stored: the same, or an earlier one under the same label.
struct PartPlace {
    std::int64_t part;
    std::size_t index;
    bool is_same;
};

/// The places of all parts, found by the number of a part.
class PartPlaces {
  public:
    PartPlaces(const StoredParts& stored, std::span<const ConfigurationPart> parts);

    std::span<const PartPlace> of(std::int64_t part) const;

  private:
    std::vector<PartPlace> places_;  ///< sorted by part
};

}  // namespace leeway
