#include "experiment/committer.hpp"

#include <chrono>
#include <exception>
#include <utility>

namespace leeway {
namespace {

/// What may wait: 32 MiB, so that memory stays small even when the disk is slower than the runs.
constexpr std::size_t most_waiting = std::size_t{32} << 20;

/// About how many bytes a run takes while it waits.
std::size_t size_of(const FinishedRun& run) {
    return sizeof run + run.numbers.size() * sizeof(double) + run.failure.size();
}

/// A group is open for as long as this, so that a fast disk does not make a transaction of every short run.
constexpr std::chrono::milliseconds gathering{20};

}  // namespace

Committer::Committer(Store store, OnStored on_stored)
    : store_(std::move(store)), on_stored_(std::move(on_stored)), thread_([this] { work(); }) {}

Committer::~Committer() { finish(); }

void Committer::submit(FinishedRun run) {
    std::unique_lock lock(mutex_);
    taken_.wait(lock, [&] { return waiting_bytes_ < most_waiting || failure_; });
    if (failure_) return;
    waiting_bytes_ += size_of(run);
    waiting_.push_back(std::move(run));
    if (waiting_.size() == 1 || waiting_bytes_ >= most_waiting) arrived_.notify_one();
}

bool Committer::has_failed() const {
    const std::lock_guard lock(mutex_);
    return failure_.has_value();
}

std::optional<std::string> Committer::finish() {
    {
        const std::lock_guard lock(mutex_);
        is_finishing_ = true;
    }
    arrived_.notify_one();
    if (thread_.joinable()) thread_.join();
    return failure_;
}

/// Waits for runs and takes all there are; false at the end.
bool Committer::next_group(std::vector<FinishedRun>& group) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return !waiting_.empty() || is_finishing_; });
    arrived_.wait_for(lock, gathering, [&] { return waiting_bytes_ >= most_waiting || is_finishing_; });
    group.clear();
    group.swap(waiting_);
    waiting_bytes_ = 0;
    taken_.notify_all();
    return !group.empty();
}

void Committer::store_group(const std::vector<FinishedRun>& group) {
    store_(group);
    stored_ += group.size();
    on_stored_(stored_);
}

void Committer::fail(const char* why) {
    const std::lock_guard lock(mutex_);
    failure_ = why;
    taken_.notify_all();
}

void Committer::work() {
    std::vector<FinishedRun> group;
    try {
        while (next_group(group)) store_group(group);
    } catch (const std::exception& problem) {
        fail(problem.what());
    }
}

}  // namespace leeway
