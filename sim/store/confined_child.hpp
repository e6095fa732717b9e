// Work that may crash, hang or be taken over (HDF5 on a damaged or hostile file) is done in a child process with limits
// and without network, which hands its product back as bytes, so that the worst that can happen is a message.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace leeway {

struct ChildLimits {
    std::chrono::seconds processor_time{10};
    std::chrono::seconds wall_clock{40};
    std::uintmax_t memory = std::uintmax_t{2} << 30;  ///< bytes, beyond what the parent has
};

/// What the work comes to: a product, or a complaint in words.
using ChildAnswer = std::variant<std::vector<std::byte>, std::string>;

/// How the child ended: with an answer of the work (a complaint, or a product), or not by itself.
struct ChildReport {
    bool finished = false;
    std::optional<std::string> complaint;
    std::vector<std::byte> product;
};

/// Runs `work` in a forked child with limited memory that may write no files, open no sockets and start no programs,
/// and is killed when its time is over. Call it only while this process has one thread: a child has only the forking
/// thread, and locks that others held stay locked for ever.
ChildReport run_confined(const std::function<ChildAnswer()>& work, const ChildLimits& limits = {});

}  // namespace leeway
