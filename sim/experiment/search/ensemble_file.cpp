#include "experiment/search/ensemble_file.hpp"

#include <fmt/format.h>

#include <fstream>

#include "core/text.hpp"
#include "experiment/sampling/world_plan.hpp"

namespace leeway {
namespace {

constexpr std::string_view first_line = "# Worlds that the evidence does not rule out, found by leeway calibrate.";
constexpr std::string_view hash_line = "# configuration: SHA-256 ";

/// Names and sources are words of a file: they must not end the line.
std::string target_line(const Target& target) {
    const bool has_interval = target.low != 0 || target.high != 0;
    const std::string interval =
        has_interval ? fmt::format(" [{}, {}]", number_text(target.low), number_text(target.high)) : "";
    return printable(fmt::format("# target: {}: {} = {}{} {}; discrepancy {}; {}{}", target.name, target.outcome,
                                 number_text(target.value), interval, target.unit, number_text(target.discrepancy),
                                 target.evidence.empty() ? "" : target.evidence + ", ", target.source)) +
           "\n";
}

std::string origin_lines(const Search& search, const HistoryMatch& match, const EnsembleOrigin& origin) {
    std::string text = std::string(first_line) + "\n";
    text +=
        fmt::format("# scenario: {}; model version {}; seed {}\n", origin.scenario, origin.model_version, search.seed);
    text += fmt::format("# program: {}\n# made again by: {}\n", origin.program, printable(origin.command));
    text += fmt::format("{}{}\n", hash_line, origin.configuration_hash);
    text +=
        fmt::format("# kept: {} of {} worlds in {} waves; confidence {}, implausibility up to {:.3f}\n", match.kept(),
                    match.worlds.size(), match.waves.size(), number_text(search.settings.confidence), match.cutoff);
    for (const Target& target : search.targets) text += target_line(target);
    return text;
}

}  // namespace

std::string ensemble_csv(const Search& search, const HistoryMatch& match, const EnsembleOrigin& origin) {
    WorldTable table;
    for (const UncertainParameter& prior : search.priors) table.columns.push_back(prior.parameter);
    for (const std::size_t world : match.kept_worlds()) table.rows.push_back(match.worlds[world]);
    return origin_lines(search, match, origin) + text_of(table);
}

bool is_ensemble(std::string_view beginning) { return beginning.starts_with(first_line); }

std::string configuration_hash_in(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string line;
    if (!std::getline(stream, line) || !is_ensemble(line)) return "";
    while (std::getline(stream, line) && line.starts_with('#')) {
        if (line.starts_with(hash_line)) return line.substr(hash_line.size());
    }
    return "";
}

}  // namespace leeway
