#include "cli/stored_scorecard.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/stored.hpp"
#include "core/text.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/known_gaps.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

/// The name of a world that was asked for by name or by file: "uk-fintech" of "scenarios/uk-fintech/world.toml".
std::string world_name(const fs::path& asked) {
    if (asked.filename() == "world.toml") return asked.parent_path().filename().string();
    return asked.extension() == ".toml" ? asked.stem().string() : asked.string();
}

/// The reason of the scenario before that of the model as such.
std::string reason_of(const Fact& fact, const KnownGaps& known) {
    const auto gap =
        std::find_if(known.gaps.begin(), known.gaps.end(), [&](const KnownGap& each) { return each.fact == fact.id; });
    return gap == known.gaps.end() ? fact.gap : gap->reason;
}

StoredScorecard known_gaps_of(const std::string& scenario) {
    Problems unread;  // a page about stored results does not depend on files of today
    const std::vector<Fact> facts = all_facts();
    const KnownGaps known = read_known_gaps(scenario, facts, unread);
    StoredScorecard card{scenario};
    for (const Fact& fact : facts) {
        const std::string reason = reason_of(fact, known);
        if (!reason.empty())
            card.rows.push_back({fact.id,
                                 std::string(text(fact.kind)),
                                 fact.statement,
                                 fact.measure,
                                 "",
                                 {},
                                 "",
                                 fact.source,
                                 fact.mechanism,
                                 reason});
    }
    return card;
}

}  // namespace

std::variant<StoredScorecard, std::string> scorecard_for(const std::string& scenario,
                                                         const std::optional<fs::path>& file) {
    if (!file) return known_gaps_of(scenario);
    const std::string name = printable(file->string());
    const auto bytes = read_small_file(*file);
    if (!bytes) return fmt::format("{} cannot be read as a scorecard: it is missing, or larger than 1 MiB.", name);
    auto card = read_scorecard(*bytes);
    if (const auto* problem = std::get_if<std::string>(&card)) return fmt::format("{}: {}.", name, *problem);
    const std::string world = world_name(std::get<StoredScorecard>(card).scenario);
    if (world != scenario)
        return fmt::format("{} is the scorecard of {}, and these results are of {}.", name, printable(world), scenario);
    return card;
}

}  // namespace leeway
