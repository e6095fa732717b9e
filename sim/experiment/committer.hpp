// Carries finished runs from the threads that made them to the one that stores them, in groups: all that has come in
// the meantime is one transaction, so that durability costs little even when runs are short.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "core/finished_run.hpp"

namespace leeway {

/// The one thread that stores. Its first failure ends it: what comes later is dropped, and nothing that was not stored
/// is ever counted.
class Committer {
  public:
    /// Stores a group, whole or not at all, so that it survives a loss of power; throws what a user should read.
    using Store = std::function<void(std::span<const FinishedRun>)>;
    /// Told after each group how many runs are stored since the beginning.
    using OnStored = std::function<void(std::size_t stored)>;

    Committer(Store store, OnStored on_stored);
    ~Committer();
    Committer(const Committer&) = delete;
    Committer& operator=(const Committer&) = delete;

    /// Hands over a run; from any thread. Waits while too many others are waiting.
    void submit(FinishedRun run);

    /// Whether storing has failed; runs that are still made will be lost.
    bool has_failed() const;

    /// Stores what is waiting and ends; the answer says why storing failed, if it did. Nothing may be submitted later.
    std::optional<std::string> finish();

  private:
    void work();
    bool next_group(std::vector<FinishedRun>& group);
    void store_group(const std::vector<FinishedRun>& group);
    void fail(const char* why);

    Store store_;
    OnStored on_stored_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_, taken_;
    std::vector<FinishedRun> waiting_;
    std::size_t waiting_bytes_ = 0, stored_ = 0;
    bool is_finishing_ = false;
    std::optional<std::string> failure_;
    std::thread thread_;
};

}  // namespace leeway
