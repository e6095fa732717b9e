// The runs behind a scorecard: all arms of all facts in the same worlds with the same luck. An arm that several facts
// ask for is run once, and arms that share a world share its warm-up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/problems.hpp"
#include "experiment/sampling/world_plan.hpp"
#include "experiment/validity/fact.hpp"

namespace leeway {

/// How large the trials are, and where their worlds come from. Each replicate is a world of its own: drawn from the
/// scenario's priors (Latin hypercube), or a row of `worlds`, whose rows are spread evenly over the replicates.
struct TrialSize {
    std::int64_t citizens = 4'000;  ///< agents at most; a network that a file lists keeps its own number
    std::int64_t replicates = 32;
    std::int64_t months = 72;
    std::int64_t seed = 2026;
    std::optional<WorldTable> worlds{};
    std::vector<std::string> settings{};  ///< `key=value`, of all arms: what holds in the scenario under every design
};

/// The values of each fact's number: one per replicate, NaN where it is missing.
using TrialValues = std::vector<std::vector<double>>;

/// The scenario as its file states it; nothing, and problems, when it cannot be read.
std::optional<Scenario> scenario_of_trials(const std::string& name, Problems& problems);

/// A file of worlds for trials of a scenario: CSV whose columns are uncertain parameters of it; the others keep the
/// scenario's values. Nothing, and problems, when anything is wrong.
std::optional<WorldTable> worlds_of_trials(const std::string& scenario, const std::filesystem::path& file,
                                           Problems& problems);

/// Runs the experiments of `facts` in a scenario, as they are or with each fact's mechanism switched off. Calls
/// `on_replicate` with the number of replicates done, from any thread. Nothing, and problems, when a setting or a name
/// is not known. A run that fails throws its std::exception.
std::optional<TrialValues> run_trials(
    const std::string& scenario, const std::vector<Fact>& facts, const TrialSize& size, bool mechanisms_off,
    Problems& problems, const std::function<void(std::size_t)>& on_replicate = [](std::size_t) {});

}  // namespace leeway
