#include "core/problems.hpp"

#include <algorithm>
#include <tuple>

#include "core/text.hpp"

namespace leeway {
namespace {

constexpr std::size_t widest_line = 160;

auto order(const Problem& problem) {
    return std::tie(problem.file, problem.line, problem.column, problem.key, problem.message);
}

/// Spaces as wide as the first `columns` characters of the line; continuation bytes of UTF-8 have no width.
std::string indent(std::string_view line, int columns) {
    std::string spaces;
    int seen = 0;
    for (std::size_t i = 0; i < line.size() && seen < columns; ++i) {
        if ((static_cast<unsigned char>(line[i]) & 0xC0) == 0x80) continue;
        spaces += line[i] == '\t' ? '\t' : ' ';
        ++seen;
    }
    return spaces;
}

/// The line and a caret below the place; a line too wide for a screen is left out.
std::string excerpt(const Problem& problem) {
    if (problem.source.empty() || problem.source.size() > widest_line || problem.column < 1) return "";
    std::string line = problem.source;
    std::replace(line.begin(), line.end(), '\t', ' ');
    return "    " + printable(line) + "\n    " + indent(line, problem.column - 1) + "^\n";
}

}  // namespace

Problem problem_at(const Place& place, std::string key, std::string message) {
    return {place.file, place.line, place.column, std::move(key), std::move(message), place.source};
}

Place place_of(const Places& places, std::string_view key, const std::string& file) {
    while (!key.empty()) {
        if (const auto found = places.find(std::string(key)); found != places.end()) return found->second;
        const std::size_t cut = key.find_last_of(".[");
        key = cut == std::string_view::npos ? "" : key.substr(0, cut);
    }
    return {file, 1, 1, ""};
}

void put_in_order(Problems& problems) {
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem& a, const Problem& b) { return order(a) < order(b); });
    const auto last = std::unique(problems.begin(), problems.end(),
                                  [](const Problem& a, const Problem& b) { return order(a) == order(b); });
    problems.erase(last, problems.end());
}

std::string text(const Problem& problem) {
    std::string said = printable(problem.file);
    if (problem.line > 0) said += ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
    return said + ": error: " + printable(problem.message) + "\n" + excerpt(problem);
}

std::string text(const Problems& problems, std::size_t most) {
    std::string said;
    for (std::size_t i = 0; i < std::min(most, problems.size()); ++i) said += text(problems[i]);
    if (problems.size() > most) said += "and " + std::to_string(problems.size() - most) + " more\n";
    return said;
}

}  // namespace leeway
