#include "store/run_places.hpp"

#include <algorithm>

namespace leeway {
namespace {

std::int64_t found_in(const std::unordered_map<std::string, std::int64_t>& numbers, const std::string& key) {
    const auto found = numbers.find(key);
    return found == numbers.end() ? 0 : found->second;
}

}  // namespace

StoredParts::StoredParts(const sqlite::Database& database, const std::string& kind) {
    sqlite::Statement rows(database, "SELECT id, digest, label FROM part WHERE kind = ?1 ORDER BY id");
    rows.bind(1, std::string_view(kind));
    while (rows.step()) {
        by_digest_[std::string(rows.text(1))] = rows.number(0);
        by_label_[std::string(rows.text(2))] = rows.number(0);
    }
}

std::int64_t StoredParts::with_digest(const std::string& digest) const { return found_in(by_digest_, digest); }

std::int64_t StoredParts::with_label(const std::string& label) const { return found_in(by_label_, label); }

PartPlaces::PartPlaces(const StoredParts& stored, std::span<const ConfigurationPart> parts) {
    for (std::size_t index = 0; index < parts.size(); ++index) {
        const std::int64_t same = stored.with_digest(parts[index].digest);
        const std::int64_t part = same != 0 ? same : stored.with_label(parts[index].label);
        if (part != 0) places_.push_back({part, index, same != 0});
    }
    std::stable_sort(places_.begin(), places_.end(),
                     [](const PartPlace& one, const PartPlace& other) { return one.part < other.part; });
}

std::span<const PartPlace> PartPlaces::of(std::int64_t part) const {
    const auto [first, last] =
        std::equal_range(places_.begin(), places_.end(), PartPlace{part, 0, false},
                         [](const PartPlace& one, const PartPlace& other) { return one.part < other.part; });
    return {first, last};
}

}  // namespace leeway
