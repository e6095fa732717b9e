#include "cli/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include "cli/messages.hpp"
#include "cli/run_output.hpp"
#include "cli/stored.hpp"
#include "core/text.hpp"
#include "experiment/assemble_results.hpp"
#include "experiment/run_identity.hpp"
#include "experiment/run_names.hpp"
#include "rules/model_version.hpp"
#include "store/run_store.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

/// Why stores do not make one whole experiment.
struct Mismatch : std::runtime_error {
    using std::runtime_error::runtime_error;
};

bool same_digests(const std::vector<ConfigurationPart>& one, const std::vector<ConfigurationPart>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const auto& a, const auto& b) { return a.digest == b.digest; });
}

/// The stores of one experiment on their way into its results.
class Merge {
  public:
    explicit Merge(const MergeOptions& options) : options_(options) {
        for (const fs::path& path : options.stores) read_experiment(path);
    }

    const std::string& configuration_hash() const { return experiment_->frame.provenance.configuration_hash; }

    ResultsAssembly results() {
        ResultsAssembly assembly(experiment_->frame, [this](const Results& asked, const TakeRun& take) {
            for (const fs::path& path : options_.stores) visit_store(path, asked, take);
        });
        find_gaps(assembly.results());
        return assembly;
    }

  private:
    void read_experiment(const fs::path& path) {
        if (!fs::exists(path)) throw Mismatch(fmt::format("there is no {}; check the name", path.string()));
        StoredExperiment found = RunStore(path, model_version).experiment();
        shards_[found.shard.of].insert(found.shard.number);
        if (!experiment_)
            experiment_ = std::move(found);
        else if (const auto difference = difference_from(found.keys)) {
            throw Mismatch(fmt::format("{} and {} are of different experiments ({}); merge only shards of one",
                                       options_.stores.front().string(), path.string(), *difference));
        }
    }

    /// How another store's experiment differs; nothing if it is the same.
    std::optional<std::string> difference_from(const RunKeys& other) const {
        const RunKeys& keys = experiment_->keys;
        std::vector<std::string> found = differences(keys.configuration, other.configuration);
        if (found.size() > 3) found.resize(3);
        if (!found.empty()) return join(found);
        if (same_digests(keys.designs, other.designs) && same_digests(keys.worlds, other.worlds)) return std::nullopt;
        return "the same configuration stands for other designs or worlds";
    }

    void visit_store(const fs::path& path, const Results& asked, const TakeRun& take) const {
        RunStore(path, model_version).visit_runs(experiment_->keys, asked, [&](const FinishedRun& run) {
            if (take(run)) return;
            throw Mismatch(fmt::format(
                "{} holds other outcomes of design {}, world {}, replicate {} than another store does, though they are "
                "the same run; were they made by different builds? Make one of the stores again",
                path.string(), experiment_->keys.designs[run.design].label, run.world, run.replicate));
        });
    }

    void find_gaps(const Results& results) const {
        std::string text;
        for (std::size_t d = 0; d < results.designs.size(); ++d) {
            const auto is_missing = [&](std::size_t world, std::size_t replicate) {
                return results.status[results.run_index(d, world, replicate)] == RunStatus::pending;
            };
            const std::string names = name_runs(results.worlds.size(), results.replicates.size(), is_missing);
            if (!names.empty()) text += fmt::format("; {}: {}", results.designs[d], names);
        }
        const auto missing =
            static_cast<std::size_t>(std::count(results.status.begin(), results.status.end(), RunStatus::pending));
        if (missing == 0) return;
        if (options_.unfinished) {
            fmt::print(stderr, "leeway: {} of {} runs are pending; the results are those of the others\n", missing,
                       results.runs());
            return;
        }
        throw Mismatch(
            fmt::format("{} of {} runs are in none of these stores{}. Name all stores, run the missing ones, or add "
                        "--unfinished for results of those that are there{}",
                        missing, results.runs(), missing_shards(), text));
    }

    /// ": shards 2, 4 of 5 are not named", where all stores are of one division.
    std::string missing_shards() const {
        if (shards_.size() != 1) return "";
        const auto& [of, there] = *shards_.begin();
        std::vector<std::size_t> missing;
        for (std::size_t number = 1; number <= of; ++number) {
            if (!there.contains(number)) missing.push_back(number);
        }
        return missing.empty() ? "" : fmt::format(" (shard {} of {} is missing)", name_numbers(missing), of);
    }

    const MergeOptions& options_;
    std::optional<StoredExperiment> experiment_;  ///< of the first store
    std::map<std::size_t, std::set<std::size_t>> shards_;
};

int merge_stores(const MergeOptions& options) {
    Merge merge(options);
    const WhatIsThere standing = what_is_at(options.output, merge.configuration_hash());
    if (standing == WhatIsThere::same && !options.force) return conclude_unchanged(options.output, false);
    if (standing == WhatIsThere::other && !options.force) {
        return fail(fmt::format("{} exists and holds something else; choose another file with -o, or replace it with "
                                "--force.",
                                options.output.string()),
                    exit_bad_input);
    }
    ResultsAssembly assembly = merge.results();
    return conclude(assembly, options.command, options.output);
}

}  // namespace

int merge_command(const MergeOptions& options) {
    try {
        return merge_stores(options);
    } catch (const Mismatch& mismatch) {
        return fail(mismatch.what(), exit_bad_input);
    } catch (const StoreFailure& failure) {
        return fail(failure.what(),
                    failure.kind == StoreFailure::Kind::not_written ? exit_not_written : exit_bad_input);
    }
}

}  // namespace leeway
