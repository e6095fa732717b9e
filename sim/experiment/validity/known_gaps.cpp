#include "experiment/validity/known_gaps.hpp"

#include <algorithm>
#include <filesystem>

#include "core/text.hpp"
#include "experiment/locations.hpp"
#include "experiment/read_toml.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

void check_names(const KnownGaps& known, const std::vector<Fact>& facts, const std::string& file, const Places& places,
                 Problems& problems) {
    std::vector<std::string> names;
    for (const Fact& fact : facts) names.push_back(fact.id);
    for (std::size_t i = 0; i < known.gaps.size(); ++i) {
        const std::string& name = known.gaps[i].fact;
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        const std::string key = "gap[" + std::to_string(i) + "].fact";
        problems.push_back(
            problem_at(place_of(places, key, file), key,
                       key + ": is \"" + name + "\", which is no fact of the scorecard." + suggestion(name, names)));
    }
}

}  // namespace

KnownGaps read_known_gaps(const std::string& scenario, const std::vector<Fact>& facts, Problems& problems) {
    KnownGaps known;
    const auto world = find_scenario(find_locations("."), scenario, ".");
    if (!world) return known;
    const fs::path path = world->parent_path() / "validity.toml";
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return known;
    Places places;
    const auto document = read_document(path, problems);
    if (!document) return known;
    read_toml(field_table(known), {*document, problems, places});
    check_names(known, facts, shown(path), places, problems);
    return known;
}

void explain_rows(std::vector<ScoreRow>& rows, const KnownGaps& known) {
    for (ScoreRow& row : rows) {
        for (const KnownGap& gap : known.gaps) {
            if (gap.fact != row.id || row.verdict == FactVerdict::not_applicable) continue;
            const bool closed = row.verdict == FactVerdict::reproduced;
            row.reason = closed ? "holds here, though validity.toml says that it does not: " + gap.reason : gap.reason;
            row.should_hold = closed;
        }
    }
}

}  // namespace leeway
