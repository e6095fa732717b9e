#include "analysis/report_parts_chart.hpp"

#include <cmath>

#include "analysis/report_words.hpp"
#include "analysis/svg.hpp"

namespace leeway {
namespace {

constexpr double name_height = 20, row_height = 15, group_gap = 14, axis_height = 44, axis_line_height = 16,
                 axis_letter_width = 7.2;  // of bold letters, on average

struct PartsChart {
    const ReportContext& page;
    const PartContrasts& parts;
    NumberFormat format;
    Frame frame;
    Scale x;

    double group_height() const {
        return name_height + row_height * static_cast<double>(parts.designs.size()) + group_gap;
    }
    double row(std::size_t part, std::size_t design) const {
        return frame.top + group_height() * static_cast<double>(part) + name_height +
               row_height * (static_cast<double>(design) + 0.5);
    }
};

/// The least and the largest difference to be drawn, in the unit that is shown.
std::pair<double, double> reach(const PartContrasts& parts, double factor) {
    std::vector<double> ends{0};
    for (const auto& part : parts.contrasts) {
        for (const OutcomeContrast& outcome : part) {
            for (const double end : {outcome.contrast.mean.mean, outcome.contrast.p05, outcome.contrast.p95})
                ends.push_back(factor * end);
        }
    }
    return range_of(ends, 0.04);
}

PartsChart chart_of(const ReportContext& page, const PartContrasts& parts, double width) {
    const NumberFormat format = format_of(parts.contrasts.front().front().metric->name);
    PartsChart chart{page, parts, format, {12, 4, width - 12, 0}, {}};
    chart.frame.bottom = chart.frame.top + chart.group_height() * static_cast<double>(parts.parts.size());
    const auto [low, high] = reach(parts, format.factor);
    chart.x = {low, high, chart.frame.left, chart.frame.right};
    return chart;
}

/// What the axis shows, in as many lines as the width asks for.
std::vector<std::string> axis_lines(const PartsChart& chart) {
    const std::string& unit = chart.format.difference_unit;
    const std::string bare = chart.page.words("winners.axis.bare");
    if (unit.empty()) return {bare};
    const std::string whole = chart.page.words("winners.axis", {{"unit", unit}});
    const double width = axis_letter_width * static_cast<double>(whole.size());
    if (width <= chart.frame.right - chart.frame.left) return {whole};
    return {bare, unit};
}

Html draw_axis(const PartsChart& chart) {
    const auto& [left, top, right, bottom] = chart.frame;
    Html drawn;
    for (const double tick : round_ticks(chart.x.low, chart.x.high, right - left > 500 ? 8 : 4)) {
        drawn += straight_line(chart.x(tick), top, chart.x(tick), bottom, tick == 0 ? "zero" : "grid");
        drawn += drawn_text(chart.x(tick), bottom + 16, tick_words(tick, true), "middle", "soft");
    }
    double baseline = bottom + 36;
    for (const std::string& line : axis_lines(chart)) {
        drawn += drawn_text(right, baseline, line, "end", "strong");
        baseline += axis_line_height;
    }
    return drawn;
}

Html draw_row(const PartsChart& chart, std::size_t part, std::size_t design) {
    const Summary& contrast = chart.parts.contrasts[part][design].contrast;
    if (!std::isfinite(contrast.mean.mean)) return {};
    const DesignMark mark = mark_of(chart.page.results, chart.parts.designs[design]);
    const double y = chart.row(part, design);
    const auto at = [&](double value) { return chart.x(chart.format.factor * value); };
    Html drawn;
    if (std::isfinite(contrast.p05))
        drawn += straight_line(at(contrast.p05), y, at(contrast.p95), y, mark.colour + " whisker");
    return drawn + marker(mark.shape, at(contrast.mean.mean), y, 4.5, mark.colour + " mean");
}

}  // namespace

Html draw_parts(const ReportContext& page, const PartContrasts& parts, std::string_view id, std::string_view layout,
                double width, std::string_view title, std::string_view description) {
    const PartsChart chart = chart_of(page, parts, width);
    Html drawn = draw_axis(chart);
    for (std::size_t part = 0; part < parts.parts.size(); ++part) {
        const double top = chart.frame.top + chart.group_height() * static_cast<double>(part);
        drawn += drawn_text(chart.frame.left, top + 14, parts.parts[part], "start", "strong halo");
        for (std::size_t design = 0; design < parts.designs.size(); ++design) drawn += draw_row(chart, part, design);
    }
    const double more_lines = axis_line_height * static_cast<double>(axis_lines(chart).size() - 1);
    return drawing(id, width, chart.frame.bottom + axis_height + more_lines, layout, title, description, drawn);
}

}  // namespace leeway
