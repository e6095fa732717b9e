#include "analysis/report_curves.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/report_fan.hpp"
#include "analysis/report_figure.hpp"
#include "analysis/report_words.hpp"
#include "analysis/svg.hpp"

namespace leeway {
namespace {

constexpr std::array<std::string_view, 4> chief_curves{"uptake", "harm_per_1000_citizen_years", "trust_mean",
                                                       "firms_alive"};
constexpr Frame frame{38, 8, 174, 112};
constexpr double width = 180, height = 132;

/// What all panels of one outcome share.
struct Panels {
    const ReportContext& page;
    FanSeries series;
    NumberFormat format;
    Scale months, values;
    std::vector<double> x;

    const std::string& design_name(std::size_t panel) const { return page.results.designs[series.designs[panel]]; }
    /// "worlds", "replicates" or "runs": what the bands are over.
    std::string units() const { return series.is_over_runs ? page.words("run.plural") : units_word(page); }
};

void choose_scales(Panels& panels) {
    const auto& months = panels.page.results.months;
    const auto first = static_cast<double>(months.front());
    panels.months = {first, std::max(static_cast<double>(months.back()), first + 1), frame.left, frame.right};
    for (const std::int64_t month : months) panels.x.push_back(panels.months(static_cast<double>(month)));
    std::vector<double> all{0};
    for (const Fan& fan : panels.series.fans) {
        all.insert(all.end(), fan.low.begin(), fan.low.end());
        all.insert(all.end(), fan.high.begin(), fan.high.end());
    }
    auto [low, high] = range_of(all, 0);
    // Trust and the like never come near zero; their changes would be invisible on an axis from zero.
    const auto [least, most] = range_of(std::span(all).subspan(1), 0.05);
    if (least > 0.4 * most) low = least;
    panels.values = {low, high + 0.04 * (high - low), frame.bottom, frame.top};
}

Panels panels_of(const ReportContext& page, const std::string& name) {
    Panels panels{page, fan_series(page.results, name), format_of(name), {}, {}, {}};
    choose_scales(panels);
    return panels;
}

std::vector<double> heights(const Panels& panels, const std::vector<double>& values) {
    std::vector<double> y;
    for (const double value : values) y.push_back(std::isfinite(value) ? panels.values(value) : missing_value);
    return y;
}

Html draw_axes(const Panels& panels) {
    Html drawn;
    const Scale& y = panels.values;
    for (const double tick : round_ticks(y.low, y.high, 4)) {
        drawn += straight_line(frame.left, y(tick), frame.right, y(tick), "grid");
        drawn += drawn_text(frame.left - 5, y(tick) + 4, tick_words(panels.format.factor * tick), "end", "soft");
    }
    const Scale& x = panels.months;
    if (x.low < 0) {
        drawn += empty_element("rect", {{"class", "warm"},
                                        {"x", position(x(x.low))},
                                        {"y", position(frame.top)},
                                        {"width", position(x(0) - x(x.low))},
                                        {"height", position(frame.bottom - frame.top)}});
    }
    for (const double tick : month_ticks(std::max(0.0, x.low), x.high, 3)) {
        drawn += straight_line(x(tick), frame.bottom, x(tick), frame.bottom + 4, "zero");
        drawn += drawn_text(x(tick), frame.bottom + 17, fmt::format("{:.0f}", tick), "middle", "soft");
    }
    return drawn + straight_line(frame.left, frame.bottom, frame.right, frame.bottom, "zero");
}

std::string description(const Panels& panels, std::size_t panel) {
    const Fan& fan = panels.series.fans[panel];
    const auto& months = panels.page.results.months;
    const auto said = [&](double value) { return level_words(panels.format, value, fan.high.back()); };
    return panels.page.words("curves.description", {{"first", said(fan.median.front())},
                                                    {"first_month", std::to_string(months.front())},
                                                    {"last", said(fan.median.back())},
                                                    {"last_month", std::to_string(months.back())},
                                                    {"units", panels.units()},
                                                    {"low", said(fan.low.back())},
                                                    {"high", said(fan.high.back())}});
}

std::size_t baseline_panel(const Panels& panels, std::size_t panel) {
    const auto& designs = panels.series.designs;
    const auto found = std::find(designs.begin(), designs.end(), baseline_of(panels.page.results, designs[panel]));
    return found == designs.end() ? panel : static_cast<std::size_t>(found - designs.begin());
}

Html draw_panel(const Panels& panels, std::size_t panel, const std::string& id) {
    const std::size_t design = panels.series.designs[panel];
    const std::string colour = mark_of(panels.page.results, design).colour;
    const Fan& fan = panels.series.fans[panel];
    Html drawn = draw_axes(panels);
    drawn += band_between(panels.x, heights(panels, fan.low), heights(panels, fan.high), colour + " band");
    drawn += band_between(panels.x, heights(panels, fan.lower), heights(panels, fan.upper), colour + " band");
    const std::size_t baseline = baseline_panel(panels, panel);
    if (panel != baseline)
        drawn += line_through(panels.x, heights(panels, panels.series.fans[baseline].median), "reference");
    drawn += line_through(panels.x, heights(panels, fan.median), colour + " median");
    const std::string title = panels.page.words(
        "curves.panel",
        {{"metric", title_of(panels.page.words, panels.series.name)}, {"design", panels.design_name(panel)}});
    return element("div", element("h4", marked_name(panels.page.results, design)) +
                              drawing(id, width, height, "panel", title, description(panels, panel), drawn));
}

/// The finding: which design ends highest and which lowest, by the median.
std::string finding(const Panels& panels) {
    const ReportStrings& words = panels.page.words;
    const auto& fans = panels.series.fans;
    const auto end = [&](std::size_t panel) { return fans[panel].median.back(); };
    std::size_t high = 0, low = 0;
    for (std::size_t p = 1; p < fans.size(); ++p) {
        if (end(p) > end(high)) high = p;
        if (end(p) < end(low)) low = p;
    }
    const NumberFormat format = short_format_of(panels.series.name);
    const auto said = [&](std::size_t panel) { return level_words(format, end(panel), end(high)); };
    const std::string name = title_of(words, panels.series.name);
    if (!std::isfinite(end(high)) || !std::isfinite(end(low))) return words("curves.by_month", {{"metric", name}});
    if (said(high) == said(low)) return words("curves.alike", {{"metric", name}, {"level", said(high)}});
    return words("curves.finding", {{"metric", name},
                                    {"highest", panels.design_name(high)},
                                    {"high", said(high)},
                                    {"lowest", panels.design_name(low)},
                                    {"low", said(low)}});
}

/// Median and range of one design in one month.
Html fan_cell(const Panels& panels, const Fan& fan, std::size_t month) {
    const NumberFormat format = short_format_of(panels.series.name);
    const Interval spread{fan.median[month], fan.low[month], fan.high[month]};
    const std::string range = interval_words(panels.page.words, format, spread, false);
    const Html median = plain(level_words(format, spread.mean, largest({spread.mean, spread.low, spread.high})));
    const Html rest = range.empty() ? Html() : element("span", {{"class", "line quiet interval"}}, range);
    return value_cell(median + rest,
                      {fan.low[month], fan.lower[month], fan.median[month], fan.upper[month], fan.high[month]});
}

std::vector<std::string> fan_columns(const std::string& design) {
    std::vector<std::string> columns;
    for (const char* part : {"p05", "p25", "p50", "p75", "p95"}) columns.push_back(design + " " + part);
    return columns;
}

Html fan_table(const Panels& panels, const std::string& title) {
    const auto& months = panels.page.results.months;
    Html head = column_heading(panels.page.words("curves.month"), {"month"}), rows;
    for (std::size_t panel = 0; panel < panels.series.fans.size(); ++panel)
        head += column_heading(marked_name(panels.page.results, panels.series.designs[panel]),
                               fan_columns(panels.design_name(panel)));
    for (std::size_t month = 0; month < months.size(); ++month) {
        Html row = element("th", {{"scope", "row"}}, std::to_string(months[month]));
        for (const Fan& fan : panels.series.fans) row += fan_cell(panels, fan, month);
        rows += element("tr", row);
    }
    return data_table(title, panels.series.name + "-by-month", head, rows);
}

std::string unit_line(const Panels& panels) {
    const ReportStrings& words = panels.page.words;
    const Metric* metric = find_metric(panels.series.name);
    std::string unit = panels.format.unit == "%" ? words("unit.percent") : panels.format.unit;
    if (metric != nullptr && unit.empty() && metric->unit == "1") unit = words("unit.share");
    std::string line = unit.empty() ? words("curves.unit.none") : words("curves.unit", {{"unit", unit}});
    if (panels.series.is_over_runs) line += " " + words("curves.over_runs");
    return line;
}

Html draw_figure(const ReportContext& page, const std::string& name) {
    const Panels panels = panels_of(page, name);
    Html drawn;
    for (std::size_t panel = 0; panel < panels.series.fans.size(); ++panel)
        drawn += draw_panel(panels, panel, fmt::format("curve-{}-{}", name, panel));
    const std::string title = finding(panels);
    return figure_of(page, {"curves-" + name, title, element("div", {{"class", "panels"}}, drawn),
                            fan_table(panels, title), plain(unit_line(panels))});
}

std::string legend(const ReportContext& page) {
    const Results& results = page.results;
    const ReportStrings& words = page.words;
    std::string text = words("curves.legend", {{"units", units_word(page)}, {"baseline", baseline_words(page)}});
    text += " " + words(results.months.front() < 0 ? "curves.warm_up" : "curves.start");
    if (results.designs.size() > most_fans)
        text += " " + words("curves.first",
                            {{"all", std::to_string(results.designs.size())}, {"drawn", std::to_string(most_fans)}});
    return text;
}

bool is_among(std::span<const std::string_view> names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

Html draw_other_figures(const ReportContext& page) {
    Html figures;
    for (const std::string& name : fan_names(page.results)) {
        if (!is_among(chief_curves, name) && !is_among(regulator_curves(), name)) figures += draw_figure(page, name);
    }
    return figures;
}

}  // namespace

std::span<const std::string_view> regulator_curves() {
    static constexpr std::array<std::string_view, 3> names{"waiting_cases", "live_tests", "belief_error"};
    return names;
}

Html curve_figures(const ReportContext& page, std::span<const std::string_view> metrics) {
    const std::vector<std::string> stored = fan_names(page.results);
    Html figures;
    for (const std::string_view metric : metrics) {
        if (std::find(stored.begin(), stored.end(), metric) != stored.end())
            figures += draw_figure(page, std::string(metric));
    }
    return figures;
}

Html curves_section(const ReportContext& page) {
    if (fan_names(page.results).empty()) return {};
    Html section = element("h2", {{"id", "curves"}}, page.words("curves.title")) +
                   element("p", {{"class", "quiet"}}, legend(page)) + curve_figures(page, chief_curves);
    const Html others = draw_other_figures(page);
    if (!others.empty()) section += element("details", element("summary", page.words("curves.others")) + others);
    return element("section", section);
}

}  // namespace leeway
