// Work that may crash or hang (HDF5 on a damaged or hostile file) is tried first in a child process with limits, so
// that the worst that can happen is a message.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace leeway {

struct ChildLimits {
    std::chrono::seconds processor_time{10};
    std::chrono::seconds wall_clock{40};
    std::uintmax_t memory = std::uintmax_t{2} << 30;  ///< bytes, beyond what the parent has
};

/// How the child ended: with an answer of the work (a complaint, or nothing), or not by itself.
struct ChildReport {
    bool finished = false;
    std::optional<std::string> complaint;
};

/// Runs `work` in a forked child with limited memory that may write no files and is killed when its time is over. Call
/// it only while this process has one thread: a child has only the forking thread, and locks that others held stay
/// locked for ever.
ChildReport run_confined(const std::function<std::optional<std::string>()>& work, const ChildLimits& limits = {});

}  // namespace leeway
