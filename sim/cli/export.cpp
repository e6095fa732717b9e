#include "cli/export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <vector>

#include "analysis/report.hpp"
#include "analysis/result_tables.hpp"
#include "analysis/ro_crate.hpp"
#include "cli/messages.hpp"
#include "cli/stored.hpp"
#include "core/text.hpp"
#include "experiment/digest.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

/// A file to be written, under a name in the chosen folder.
struct Exported {
    std::string name, meaning, media_type, text;
};

std::vector<Exported> tables_of(const Results& results) {
    std::vector<Exported> files;
    for (ResultTable& table : result_tables(results))
        files.push_back({std::move(table.file), std::move(table.meaning), "text/csv", std::move(table.text)});
    return files;
}

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The results, what they were made from, and the page about them, with the description last.
std::vector<Exported> crate_of(const Results& results, const fs::path& stored, const std::string& licence) {
    std::vector<Exported> files{{"results.h5", "All results, with units and meanings (HDF5, netCDF conventions)",
                                 "application/x-hdf5", bytes_of(stored)},
                                {"configuration.toml", "The resolved configuration: every value that entered",
                                 "application/toml", results.provenance.configuration}};
    const auto comparison = compare(results, {});
    if (const auto* answer = std::get_if<Comparison>(&comparison))
        files.push_back({"report.html", "The report: one page, opens offline", "text/html",
                         render_report(results, *answer, english_strings(), "leeway report results.h5")});
    for (Exported& table : tables_of(results)) files.push_back(std::move(table));
    std::vector<CrateFile> described;
    for (const Exported& file : files)
        described.push_back({file.name, file.meaning, file.media_type, file.text.size(), sha256(file.text)});
    const std::string metadata =
        ro_crate_metadata(results, described, licence).dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
    files.push_back({crate_metadata_file, "", "", metadata + "\n"});
    return files;
}

/// Those of the files that are there already, by name.
std::vector<std::string> present(const fs::path& folder, const std::vector<Exported>& files) {
    std::vector<std::string> names;
    std::error_code ignored;
    for (const Exported& file : files) {
        if (fs::exists(fs::symlink_status(folder / file.name, ignored))) names.push_back(file.name);
    }
    return names;
}

/// Puts all files into the folder, or none where some are there already and must not be replaced.
int write_all(const fs::path& folder, const std::vector<Exported>& files, bool force) {
    const std::string place = printable(folder.string());
    std::error_code ignored;
    if (fs::exists(folder, ignored) && !fs::is_directory(folder, ignored))
        return fail(fmt::format("{} is a file; name a folder.", place), exit_bad_input);
    const std::vector<std::string> there = present(folder, files);
    if (!there.empty() && !force)
        return fail(fmt::format("{} holds {} already; nothing was written. Choose another folder, or --force to "
                                "replace them.",
                                place, join(there)),
                    exit_bad_input);
    for (const Exported& file : files) {
        const int code = write_output(file.text, folder / file.name, true, [](std::string_view) { return true; });
        if (code != exit_done) return code;
        fmt::print("{}\n", printable((folder / file.name).string()));
    }
    return exit_done;
}

}  // namespace

int export_command(const ExportOptions& options) {
    if (!options.csv && !options.crate)
        return fail("nothing to export: name a folder with --csv DIR or --ro-crate DIR", exit_bad_input);
    const auto found = find_results(options.results);
    if (const auto* problem = std::get_if<std::string>(&found)) return fail(*problem, exit_bad_input);
    const auto opened = open_results(std::get<fs::path>(found));
    if (const auto* problem = std::get_if<std::string>(&opened)) return fail(*problem, exit_bad_input);
    const auto& results = std::get<Results>(opened);
    if (options.csv) {
        const int code = write_all(*options.csv, tables_of(results), options.force);
        if (code != exit_done) return code;
    }
    if (!options.crate) return exit_done;
    return write_all(*options.crate, crate_of(results, std::get<fs::path>(found), options.licence), options.force);
}

}  // namespace leeway
