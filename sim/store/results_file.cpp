// Turns what the parts of this room throw into messages for users.
#include "store/results_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <span>
#include <vector>

#include "store/confined_child.hpp"
#include "store/durable_file.hpp"
#include "store/frame_bytes.hpp"
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

/// What the child answers.
ChildAnswer try_bytes(const fs::path& path) {
    const auto contents = try_contents(path);
    if (const std::string* why = std::get_if<std::string>(&contents)) return *why;
    return results_bytes(std::get<Results>(contents));
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

bool holds_exactly(const fs::path& path, std::span<const std::byte> bytes) {
    std::ifstream file(path, std::ios::binary);
    std::vector<char> piece(std::size_t{1} << 20);
    for (std::size_t start = 0; start < bytes.size(); start += piece.size()) {
        const std::size_t length = std::min(piece.size(), bytes.size() - start);
        if (!file.read(piece.data(), static_cast<std::streamsize>(length))) return false;
        if (std::memcmp(piece.data(), bytes.data() + start, length) != 0) return false;
    }
    return file.peek() == std::ifstream::traits_type::eof();
}

/// Writes the image, and reads it back before it is put in place.
std::optional<std::string> write_image(std::span<const std::byte> image, const fs::path& path) {
    return write_durably(image, path, [&](const fs::path& temporary) -> std::optional<std::string> {
        if (holds_exactly(temporary, image)) return std::nullopt;
        return fmt::format(
            "cannot write {}: what was written reads back differently; check the disk, or choose another place with -o",
            path.string());
    });
}

std::string is_a_defect(const fs::path& path, std::string_view what) {
    return fmt::format("cannot write {}: {}; this is a defect of Leeway, please report it", path.string(), what);
}

}  // namespace

std::optional<std::string> write_results(Results results, const fs::path& path) {
    if (const auto flaw = find_inconsistency(results)) return is_a_defect(path, *flaw);
    return write_results(results, path, {});
}

std::optional<std::string> write_results(Results& results, const fs::path& path, const FillOutcomes& fill) {
    if (const auto flaw = find_inconsistent_frame(results)) return is_a_defect(path, *flaw);
    const hdf5::Quiet quiet;
    try {
        return write_image(build_image(results, fill), path);
    } catch (const hdf5::Failure& failure) {
        return is_a_defect(path, failure.what());
    } catch (const std::bad_alloc&) {
        return fmt::format("cannot write {}: there is not enough memory; record fewer monthly series", path.string());
    }
}

std::variant<Results, std::string> read_results(const fs::path& path) {
    if (auto reason = find_unreadable(path)) return *std::move(reason);
    const hdf5::Quiet quiet;
    try {
        const ChildReport report = run_confined([&path] { return try_bytes(path); }, limits_for(path));
        if (!report.finished) return cannot_read(path, damaged, read_remedy);
        if (report.complaint) return cannot_read(path, *report.complaint, read_remedy);
        auto contents = results_from(report.product);
        if (!contents) return cannot_read(path, damaged, read_remedy);
        return *std::move(contents);
    } catch (const std::bad_alloc&) {
        return cannot_read(path, "there is not enough memory", "read it on a larger machine");
    }
}

}  // namespace leeway
