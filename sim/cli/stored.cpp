#include "cli/stored.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <span>
#include <vector>

#include "cli/messages.hpp"
#include "core/text.hpp"
#include "store/durable_file.hpp"
#include "store/results_file.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> results_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored)) {
        if (entry->path().extension() == ".h5") files.push_back(entry->path());
    }
    return files;
}

std::string beginning_of(const fs::path& path) {
    std::string text(4096, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

}  // namespace

std::variant<fs::path, std::string> find_results(const fs::path& named) {
    std::error_code ignored;
    if (!fs::is_directory(named, ignored)) return named;
    const std::vector<fs::path> files = results_in(named);
    if (files.size() == 1) return files.front();
    const std::string folder = printable(named.string());
    if (files.empty())
        return fmt::format("{} holds no results file (*.h5). `leeway run EXPERIMENT.toml -o {}` makes one.", folder,
                           folder);
    std::vector<std::string> names;
    for (const fs::path& file : files) names.push_back(printable(file.filename().string()));
    return fmt::format("{} holds several results files: {}. Name one of them.", folder, join(names));
}

std::variant<Results, std::string> open_results(const fs::path& named) {
    const auto found = find_results(named);
    if (const auto* problem = std::get_if<std::string>(&found)) return *problem;
    return read_results(std::get<fs::path>(found));
}

std::optional<std::string> read_small_file(const fs::path& path) {
    constexpr std::size_t most = 1 << 20;
    std::ifstream file(path, std::ios::binary);
    std::string text(most + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (!file.eof() || text.size() > most) return std::nullopt;
    return text;
}

int fail(std::string_view message, int code) {
    fmt::print(stderr, "leeway: error: {}\n", printable(message));
    return code;
}

int write_output(const std::string& text, const fs::path& path, bool force,
                 const std::function<bool(std::string_view)>& is_ours) {
    std::error_code ignored;
    const std::string name = printable(path.string());
    if (fs::is_directory(path, ignored))
        return fail(fmt::format("{} is a folder; name a file in it.", name), exit_bad_input);
    if (fs::exists(path, ignored) && !force && !is_ours(beginning_of(path))) {
        return fail(
            fmt::format("{} exists and was not written by this command; nothing was written. Choose another file.",
                        name),
            exit_bad_input);
    }
    const fs::path folder = path.parent_path();
    if (!folder.empty()) fs::create_directories(folder, ignored);
    const auto problem =
        write_durably(std::as_bytes(std::span(text)), path, [](const fs::path&) { return std::nullopt; });
    return problem ? fail(*problem, exit_not_written) : static_cast<int>(exit_done);
}

int write_table(const std::string& table, const fs::path& path) {
    const std::string_view headings = std::string_view(table).substr(0, table.find('\r'));
    const auto is_ours = [&](std::string_view beginning) { return beginning.starts_with(headings); };
    const int code = write_output(table, path, false, is_ours);
    if (code == exit_done) fmt::print(stderr, "table: {}\n", printable(path.string()));
    return code;
}

}  // namespace leeway
