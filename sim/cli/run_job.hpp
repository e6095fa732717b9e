// An experiment on its way through its store: what is missing there is made, what is made is stored, and the results
// are put together from the store alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/run.hpp"
#include "core/results.hpp"
#include "core/run_keys.hpp"
#include "experiment/assemble_results.hpp"
#include "experiment/plan.hpp"
#include "experiment/resume.hpp"
#include "store/run_store.hpp"

namespace leeway {

/// What is to be done. The options must outlive it.
struct RunJob {
    RunJob(Plan plan, const RunOptions& options, const std::optional<Shard>& shard, int threads);

    /// Asks for another number of replicates; their runs stay the same ones.
    void set_replicates(std::int64_t replicates);

    Plan plan;
    const RunOptions& options;
    std::optional<Shard> shard;  ///< without one, everything is run and results are written
    int threads;
    RunKeys keys;
    Results frame;  ///< without runs
};

/// A run that failed, in words, and the command that makes it again.
struct Failure {
    std::string what, command;
};

/// How making runs ended.
struct RunsMade {
    std::size_t wanted = 0, stored = 0, failed = 0;
    std::vector<Failure> failures;  ///< the first few
    std::string problem;            ///< why storing failed; empty if it did not
};

/// What a store kept before under the labels of a job.
EarlierParts earlier_parts(const RunStore& store, const RunJob& job);

/// How many runs of a job's shard are not done yet.
std::size_t missing_runs(const RunJob& job, const std::vector<StoredRun>& stored);

/// Makes the runs that are not done yet and stores them, until all are or an interruption comes.
RunsMade make_missing_runs(const RunJob& job, RunStore& store, const std::vector<StoredRun>& stored);

/// One outcome of all runs of a job, by index; NaN where it is missing or the run failed.
std::vector<double> outcome_in(const RunStore& store, const RunJob& job, const std::string& metric);

/// The results of a job, read from its store, which must live on.
ResultsAssembly results_in(const RunStore& store, const RunJob& job);

}  // namespace leeway
