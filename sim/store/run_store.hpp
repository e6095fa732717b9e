// The store of finished runs: one SQLite file beside the results, into which every run goes as soon as it is done, so
// that no crash, kill or full disk takes away a run that was counted. Results are made from it in the end.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/finished_run.hpp"
#include "core/results.hpp"
#include "core/run_keys.hpp"
#include "store/store_failure.hpp"

namespace leeway {

/// An open store; no other process can open it meanwhile. Every function may throw StoreFailure.
class RunStore {
  public:
    /// Opens the store at `path`, or makes it. Refuses a file that is no store, and runs of another model version.
    RunStore(std::filesystem::path path, std::int64_t model_version);
    ~RunStore();
    RunStore(RunStore&&) noexcept;
    RunStore& operator=(RunStore&&) = delete;

    const std::filesystem::path& path() const;

    /// Whether the store keeps a slower journal because other machines share the file system.
    bool is_on_network() const;

    /// How many runs it holds, of whatever experiment.
    std::size_t run_count() const;

    /// The experiment that was begun last.
    StoredExperiment experiment() const;

    /// What there is of each run of an experiment, by index. `frame` says which outcomes are asked for.
    std::vector<StoredRun> look_up(const RunKeys& keys, const Results& frame) const;

    /// The lines of the design or world that was stored last under the label of number `index`; none if none was.
    std::string earlier_design(const RunKeys& keys, std::size_t index) const;
    std::string earlier_world(const RunKeys& keys, std::size_t index) const;

    /// Notes the experiment whose runs are added from now on.
    void begin(const RunKeys& keys, const Results& frame, const Shard& shard);

    /// Adds runs of the experiment that was begun: all of them survive, or none. A run that is there is replaced.
    void add(std::span<const FinishedRun> runs);

    /// Calls visit with every stored run of an experiment that has the outcomes asked for, and with those that failed.
    void visit_runs(const RunKeys& keys, const Results& frame,
                    const std::function<void(const FinishedRun&)>& visit) const;

    /// Removes the file of a store that is closed, and what SQLite and we left beside it.
    static void discard(const std::filesystem::path& path);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace leeway
