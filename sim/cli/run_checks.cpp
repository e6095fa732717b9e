#include "cli/run_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/finished_run.hpp"
#include "experiment/estimate.hpp"
#include "store/volume.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

constexpr double mebibyte = 1024.0 * 1024.0;

std::string in_mebibytes(double bytes) { return fmt::format("{:.1f} MiB", bytes / mebibyte); }

}  // namespace

std::optional<Shard> read_shard(const std::string& text) {
    Shard shard;
    const char* const end = text.data() + text.size();
    const auto number = std::from_chars(text.data(), end, shard.number);
    if (number.ec != std::errc() || number.ptr == end || *number.ptr != '/') return std::nullopt;
    const auto of = std::from_chars(number.ptr + 1, end, shard.of);
    if (of.ec != std::errc() || of.ptr != end || shard.number < 1 || shard.number > shard.of) return std::nullopt;
    return shard;
}

std::optional<std::string> find_lack_of_memory(const RunJob& job) {
    const double needed = estimate_cost(job.plan, job.threads).memory, usable = 0.8 * available_memory();
    if (needed <= usable) return std::nullopt;
    return fmt::format(
        "this experiment needs about {} of memory with {} threads, and {} can be had; nothing ran. Lower "
        "citizens.count or --threads.",
        in_mebibytes(needed), job.threads, in_mebibytes(usable));
}

std::optional<std::string> find_lack_of_room(const RunJob& job, std::size_t missing, const fs::path& store) {
    // A stored run takes its numbers and a row; the journal holds up to 64 MiB of them twice for a while; the results
    // file is hardly larger than its numbers.
    const double run = 8.0 * static_cast<double>(numbers_per_run(job.frame)) + 150;
    const double stored = 1.15 * run * static_cast<double>(missing);
    const double results = job.shard ? 0 : run * static_cast<double>(job.keys.runs());
    const double needed = stored + std::min(stored, 64 * mebibyte) + results;
    const auto free = free_bytes(store);
    if (!free || needed <= *free) return std::nullopt;
    return fmt::format(
        "this experiment needs about {} on the disk of {}, and {} are free; nothing ran. Free some "
        "space, choose another place with -o, or record fewer series.",
        in_mebibytes(needed), store.string(), in_mebibytes(*free));
}

std::string text_of_strangers(const RunJob& job, const RunStore& store) {
    const std::string difference = first_difference(job.keys, earlier_parts(store, job));
    return fmt::format(
        "{} holds {} runs, and none of them belongs to this experiment{}; nothing ran. Choose another "
        "output with -o, or throw them away with --force.",
        store.path().string(), store.run_count(), difference.empty() ? "" : ": " + difference);
}

std::optional<std::string> find_obstacle(const RunOptions& options, const fs::path& output, WhatIsThere standing,
                                         bool shares) {
    if (standing != WhatIsThere::other || options.force || (options.resume && shares)) return std::nullopt;
    return fmt::format("{} exists and holds something else; nothing ran. {}", output.string(),
                       shares ? "Its store has runs of this experiment: go on from them with --resume, or choose "
                                "another file with -o."
                              : "Choose another file with -o, or replace it with --force.");
}

}  // namespace leeway
