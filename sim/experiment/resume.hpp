// What happens to each run of an experiment that was begun before: it is done, or it is new, or it is made again, and
// then the reason is a value that has changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/run_keys.hpp"

namespace leeway {

/// What a store kept under the same labels before: the lines of a design and of a world, by index; empty if nothing.
struct EarlierParts {
    std::function<std::string(std::size_t design)> design;
    std::function<std::string(std::size_t world)> world;
};

enum class Fate : std::uint8_t { done, fresh, again };

/// The runs of a design that share a fate and its reason.
struct RunsOfOneFate {
    std::size_t design = 0;
    Fate fate = Fate::done;
    std::string why;                ///< of those that are made again: "sandbox.places was 10 and is 12"
    std::vector<std::size_t> runs;  ///< by index, ascending
};

/// Sorts all runs of an experiment by design, fate and reason.
std::vector<RunsOfOneFate> explain_runs(const RunKeys& keys, const std::vector<StoredRun>& stored,
                                        const EarlierParts& earlier);

/// Whether a store holds anything of an experiment.
bool shares_runs(const std::vector<StoredRun>& stored);

/// How the first run of an experiment differs from what was stored under the same labels; empty if nothing was.
std::string first_difference(const RunKeys& keys, const EarlierParts& earlier);

/// One line for each design, fate and reason, naming the runs.
std::string text_of(const std::vector<RunsOfOneFate>& fates, const RunKeys& keys);

/// The whole in a sentence: "160 of 240 runs are done; 60 are new, 20 are made again (gate.months was 3 and is 6)".
std::string summary_of(const std::vector<RunsOfOneFate>& fates);

}  // namespace leeway
