#include "cli/run_output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <variant>
#include <vector>

#include "cli/messages.hpp"
#include "cli/stored.hpp"
#include "cli/version.hpp"
#include "core/text.hpp"
#include "store/results_file.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

std::string now_utc() {
    const std::time_t now = std::time(nullptr);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&now));
    return text;
}

fs::path folder_of(const fs::path& output) { return output.has_parent_path() ? output.parent_path() : fs::path("."); }

/// Whether a file is the temporary one of a writer of `output` (see store/durable_file.cpp).
bool is_leftover(const fs::path& file, const fs::path& output) {
    const std::string name = file.filename().string(), start = output.filename().string() + ".";
    return name.size() == start.size() + 20 && name.starts_with(start) && name.ends_with(".tmp");
}

}  // namespace

void remove_leftovers(const fs::path& output) {
    std::error_code ignored;
    std::vector<fs::path> leftovers;
    for (fs::directory_iterator entry(folder_of(output), ignored), end; entry != end; entry.increment(ignored)) {
        if (is_leftover(entry->path(), output)) leftovers.push_back(entry->path());
    }
    for (const fs::path& file : leftovers) fs::remove(file, ignored);
}

fs::path output_of(const RunOptions& options) {
    const std::string name = options.experiment.stem().string() + ".h5";
    if (!options.output) return fs::path("results") / name;
    return options.output->extension() == ".h5" ? *options.output : *options.output / name;
}

fs::path store_of(const fs::path& output, const std::optional<Shard>& shard) {
    const std::string part = shard ? fmt::format(".{}-of-{}", shard->number, shard->of) : "";
    return fs::path(output).replace_extension(part + ".leeway");
}

WhatIsThere what_is_at(const fs::path& output, const std::string& configuration_hash) {
    if (!fs::exists(output)) return WhatIsThere::nothing;
    const auto stored = read_results(output);
    const Results* results = std::get_if<Results>(&stored);
    if (results == nullptr || results->provenance.configuration_hash != configuration_hash) return WhatIsThere::other;
    const bool is_done = std::all_of(results->status.begin(), results->status.end(),
                                     [](RunStatus status) { return status == RunStatus::done; });
    return is_done ? WhatIsThere::same : WhatIsThere::unfinished;
}

void make_folder_of(const fs::path& output) {
    std::error_code ignored;
    fs::create_directories(folder_of(output), ignored);
}

bool can_create(const fs::path& output) {
    fs::path folder = fs::absolute(output).parent_path();
    while (!fs::exists(folder) && folder.has_relative_path()) folder = folder.parent_path();
    return fs::is_directory(folder) && access(folder.c_str(), W_OK) == 0;
}

namespace {

/// Returns the exit code, after saying what is wrong.
int write_signed(ResultsAssembly& assembly, const std::string& command, const fs::path& output) {
    Results& results = assembly.results();
    results.provenance.source = version_text();
    results.provenance.compiler = compiler_text();
    results.provenance.created = now_utc();
    results.provenance.command = command;
    make_folder_of(output);
    remove_leftovers(output);
    const FillOutcomes fill = [&](OutcomeArrays kind, std::size_t first, std::size_t last) {
        assembly.fill(kind, first, last);
    };
    if (const auto failure = write_results(results, output, fill)) return fail(*failure, exit_not_written);
    fmt::print("results: {}\n", output.string());
    return exit_done;
}

}  // namespace

int conclude_unchanged(const fs::path& output, bool quiet) {
    const auto stored = read_results(output);
    if (const auto* problem = std::get_if<std::string>(&stored)) return fail(*problem, exit_bad_input);
    if (!quiet)
        fmt::print(stderr, "{} holds exactly this experiment already; nothing to do\n", printable(output.string()));
    fmt::print("results: {}\nresults hash: {}\n", output.string(), std::get<Results>(stored).provenance.results_hash);
    return exit_done;
}

int conclude(ResultsAssembly& assembly, const std::string& command, const fs::path& output) {
    if (const int code = write_signed(assembly, command, output); code != exit_done) return code;
    const Results& results = assembly.results();
    const auto failed = std::count(results.status.begin(), results.status.end(), RunStatus::failed);
    if (failed > 0) {
        fmt::print(stderr,
                   "leeway: {} of {} runs failed; the others are kept, `status` and `failure` in the file say "
                   "which\n",
                   failed, results.runs());
    }
    fmt::print("results hash: {}\n", results.provenance.results_hash);
    return failed > 0 ? exit_run_failed : exit_done;
}

}  // namespace leeway
