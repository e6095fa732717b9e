#include "cli/list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/messages.hpp"
#include "core/text.hpp"
#include "experiment/check_file.hpp"
#include "experiment/locations.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {
namespace {

struct Line {
    std::string name, sentence;
};

std::vector<Line> lines_of(const std::vector<NamedFile>& files) {
    std::vector<Line> lines;
    for (const NamedFile& file : files) lines.push_back({file.name, one_line(file.path)});
    return lines;
}

/// Shared designs, then each scenario's own under the scenario's name.
std::vector<Line> design_lines(const Locations& locations) {
    std::vector<Line> lines = lines_of(designs(locations));
    for (const NamedFile& scenario : scenarios(locations)) {
        for (const NamedFile& own : own_designs(scenario.path.parent_path())) {
            lines.push_back({own.name, one_line(own.path) + " (only in " + scenario.name + ")"});
        }
    }
    return lines;
}

std::vector<Line> metric_lines() {
    std::vector<Line> lines;
    for (const Metric& metric : metric_table()) {
        lines.push_back({std::string(metric.name), fmt::format("[{}] {}", text(metric.axis), metric.long_name)});
    }
    return lines;
}

void print(const std::vector<Line>& lines) {
    std::size_t width = 0;
    for (const Line& line : lines) width = std::max(width, line.name.size());
    for (const Line& line : lines) fmt::print("{:<{}}  {}\n", printable(line.name), width, printable(line.sentence));
}

}  // namespace

int list_command(const ListOptions& options) {
    const Locations locations = find_locations(".");
    if (options.what == "scenarios") print(lines_of(scenarios(locations)));
    if (options.what == "designs") print(design_lines(locations));
    if (options.what == "experiments") print(lines_of(experiments(locations)));
    if (options.what == "metrics") print(metric_lines());
    return exit_done;
}

}  // namespace leeway
