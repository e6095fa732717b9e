// Turns what the parts of this room throw into messages for users.
#include "store/results_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "store/confined_child.hpp"
#include "store/durable_file.hpp"
#include "store/hdf5_handles.hpp"
#include "store/results_image.hpp"
#include "store/results_layout.hpp"
#include "store/results_reader.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

std::string cannot_read(const fs::path& path, std::string_view why, std::string_view remedy) {
    return fmt::format("cannot read {}: {}; {}", path.string(), why, remedy);
}

constexpr std::string_view read_remedy =
    "name a file that `leeway run` wrote, or run the experiment again to write it anew";

/// The eight bytes with which every HDF5 file of ours begins.
constexpr std::array<char, 8> hdf5_signature{'\x89', 'H', 'D', 'F', '\r', '\n', '\x1a', '\n'};

/// What can be said about the file without HDF5.
std::optional<std::string> find_unreadable(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error)) return cannot_read(path, "there is no such file", "check the name");
    if (!fs::is_regular_file(path, error)) return cannot_read(path, "it is not a file", "name a results file (.h5)");
    std::ifstream file(path, std::ios::binary);
    if (!file) return cannot_read(path, std::strerror(errno), "check the permissions of the file");
    std::array<char, hdf5_signature.size()> beginning{};
    file.read(beginning.data(), beginning.size());
    if (file.gcount() == 0) return cannot_read(path, "it is empty", read_remedy);
    if (beginning == hdf5_signature) return std::nullopt;
    return cannot_read(path, "it is not an HDF5 file", read_remedy);
}

constexpr std::string_view damaged = "the file is damaged or not a Leeway results file";

/// The contents, or why they cannot be read, as HDF5 and the digest see it.
std::variant<Results, std::string> try_contents(const fs::path& path) {
    try {
        return read_contents(path);
    } catch (const ForeignFile& foreign) {
        return foreign.what();
    } catch (const hdf5::Failure& failure) {
        return fmt::format("{} ({})", damaged, failure.what());
    }
}

std::optional<std::string> find_damage(const fs::path& path) {
    const auto contents = try_contents(path);
    const std::string* why = std::get_if<std::string>(&contents);
    return why ? std::optional(*why) : std::nullopt;
}

/// Contents are seldom much more than 64 times as large as the compressed file, and reading them takes about a second
/// for 64 MiB. More memory than the machine can spare is never granted, lest a hostile file takes it from everybody
/// else.
ChildLimits limits_for(const fs::path& path) {
    constexpr std::uintmax_t floor = std::uintmax_t{2} << 30, expansion = 64;
    const std::uintmax_t machine = static_cast<std::uintmax_t>(sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGESIZE));
    std::error_code ignored;
    const std::uintmax_t size = fs::file_size(path, ignored);
    ChildLimits limits;
    limits.memory = std::min(floor + expansion * size, machine / 4 * 3);
    limits.processor_time += std::chrono::seconds(size >> 22);
    limits.wall_clock = 4 * limits.processor_time;
    return limits;
}

std::optional<std::string> check_written(const fs::path& temporary, const fs::path& path) {
    const std::optional<std::string> damage = find_damage(temporary);
    if (!damage) return std::nullopt;
    return fmt::format(
        "cannot write {}: what was written reads back differently ({}); check the disk, or choose another "
        "place with -o",
        path.string(), *damage);
}

}  // namespace

std::optional<std::string> write_results(const Results& results, const fs::path& path) {
    if (const auto flaw = find_inconsistency(results)) {
        return fmt::format("cannot write {}: {}; this is a defect of Leeway, please report it", path.string(), *flaw);
    }
    const hdf5::Quiet quiet;
    try {
        return write_durably(build_image(results), path,
                             [&path](const fs::path& temporary) { return check_written(temporary, path); });
    } catch (const hdf5::Failure& failure) {
        return fmt::format("cannot write {}: {} failed; this is a defect of Leeway, please report it", path.string(),
                           failure.what());
    } catch (const std::bad_alloc&) {
        return fmt::format("cannot write {}: there is not enough memory; record fewer monthly series", path.string());
    }
}

std::variant<Results, std::string> read_results(const fs::path& path) {
    if (auto reason = find_unreadable(path)) return *std::move(reason);
    const hdf5::Quiet quiet;
    const ChildReport report = run_confined([&path] { return find_damage(path); }, limits_for(path));
    if (!report.finished) return cannot_read(path, damaged, read_remedy);
    if (report.complaint) return cannot_read(path, *report.complaint, read_remedy);
    try {
        auto contents = try_contents(path);
        if (const std::string* why = std::get_if<std::string>(&contents)) return cannot_read(path, *why, read_remedy);
        return contents;
    } catch (const std::bad_alloc&) {
        return cannot_read(path, "there is not enough memory", "read it on a larger machine");
    }
}

}  // namespace leeway
