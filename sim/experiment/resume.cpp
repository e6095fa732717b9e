#include "experiment/resume.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "core/text.hpp"
#include "experiment/run_identity.hpp"
#include "experiment/run_names.hpp"

namespace leeway {
namespace {

/// The lines of a world: the common ones, and its own, which hold.
std::string lines_of_world(const RunKeys& keys, std::size_t world) {
    return keys.common.text + keys.worlds[world].text;
}

/// How a design, or a world, differs from its earlier form, found once for all runs that share it.
class Differences {
  public:
    Differences(const RunKeys& keys, const EarlierParts& earlier) : keys_(keys), earlier_(earlier) {}

    std::string between(std::size_t design, std::size_t world) {
        std::vector<std::string> all = of_design(design);
        const std::vector<std::string>& more = of_world(world);
        all.insert(all.end(), more.begin(), more.end());
        constexpr std::size_t most = 3;
        if (all.size() <= most) return join(all);
        const std::size_t left = all.size() - most;
        all.resize(most);
        return join(all) + fmt::format(" and {} more", left);
    }

  private:
    const std::vector<std::string>& of_design(std::size_t design) {
        const auto [place, is_new] = designs_.try_emplace(design);
        if (is_new) place->second = since(earlier_.design(design), keys_.designs[design].text);
        return place->second;
    }
    const std::vector<std::string>& of_world(std::size_t world) {
        const auto [place, is_new] = worlds_.try_emplace(world);
        if (is_new) place->second = since(earlier_.world(world), lines_of_world(keys_, world));
        return place->second;
    }
    static std::vector<std::string> since(const std::string& before, const std::string& now) {
        return before.empty() ? std::vector<std::string>() : differences(before, now);
    }

    const RunKeys& keys_;
    const EarlierParts& earlier_;
    std::map<std::size_t, std::vector<std::string>> designs_, worlds_;
};

std::pair<Fate, std::string> fate_of(StoredRun stored, std::size_t design, std::size_t world,
                                     Differences& differences) {
    switch (stored) {
        case StoredRun::done:
            return {Fate::done, ""};
        case StoredRun::failed:
            return {Fate::again, "it failed"};
        case StoredRun::lacking:
            return {Fate::again, "it was stored without an outcome that is asked for now, see record.series"};
        case StoredRun::other:
            return {Fate::again, differences.between(design, world)};
        case StoredRun::absent:
            break;
    }
    return {Fate::fresh, ""};
}

std::string_view word_of(Fate fate) {
    constexpr std::array<std::string_view, 3> words{"done", "new", "again"};
    return words[static_cast<std::size_t>(fate)];
}

std::size_t count_of(const std::vector<RunsOfOneFate>& fates, Fate fate) {
    std::size_t count = 0;
    for (const RunsOfOneFate& group : fates) count += group.fate == fate ? group.runs.size() : 0;
    return count;
}

std::string reasons_in(const std::vector<RunsOfOneFate>& fates) {
    std::set<std::string> reasons;
    for (const RunsOfOneFate& group : fates) {
        if (group.fate == Fate::again) reasons.insert(group.why);
    }
    constexpr std::size_t most = 3;
    std::vector<std::string> named(
        reasons.begin(), std::next(reasons.begin(), static_cast<std::ptrdiff_t>(std::min(most, reasons.size()))));
    if (reasons.size() > most) named.emplace_back("…");
    return join(named, "; ");
}

}  // namespace

std::vector<RunsOfOneFate> explain_runs(const RunKeys& keys, const std::vector<StoredRun>& stored,
                                        const EarlierParts& earlier) {
    Differences differences(keys, earlier);
    std::map<std::pair<std::size_t, std::pair<Fate, std::string>>, std::vector<std::size_t>> groups;
    for (std::size_t run = 0; run < stored.size(); ++run) {
        const std::size_t world = run / keys.replicates % keys.worlds.size();
        const std::size_t design = run / keys.replicates / keys.worlds.size();
        groups[{design, fate_of(stored[run], design, world, differences)}].push_back(run);
    }
    std::vector<RunsOfOneFate> fates;
    fates.reserve(groups.size());
    for (auto& [key, runs] : groups) fates.push_back({key.first, key.second.first, key.second.second, std::move(runs)});
    return fates;
}

bool shares_runs(const std::vector<StoredRun>& stored) {
    return std::any_of(stored.begin(), stored.end(),
                       [](StoredRun run) { return run != StoredRun::absent && run != StoredRun::other; });
}

std::string first_difference(const RunKeys& keys, const EarlierParts& earlier) {
    return Differences(keys, earlier).between(0, 0);
}

std::string text_of(const std::vector<RunsOfOneFate>& fates, const RunKeys& keys) {
    std::string text;
    for (const RunsOfOneFate& group : fates) {
        const auto is_in_group = [&](std::size_t world, std::size_t replicate) {
            return std::binary_search(group.runs.begin(), group.runs.end(),
                                      keys.run_index(group.design, world, replicate));
        };
        text += fmt::format("{}: {} {}{} ({})\n", printable(keys.designs[group.design].label), group.runs.size(),
                            word_of(group.fate), group.why.empty() ? "" : ", because " + printable(group.why),
                            name_runs(keys.worlds.size(), keys.replicates, is_in_group));
    }
    return text;
}

std::string summary_of(const std::vector<RunsOfOneFate>& fates) {
    const std::size_t done = count_of(fates, Fate::done), fresh = count_of(fates, Fate::fresh),
                      again = count_of(fates, Fate::again);
    std::string text = fmt::format("{} of {} runs are done", done, done + fresh + again);
    if (fresh > 0) text += fmt::format("; {} are new", fresh);
    if (again > 0) text += fmt::format("; {} are made again ({})", again, reasons_in(fates));
    return text;
}

}  // namespace leeway
