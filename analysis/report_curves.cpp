#include "analysis/report_curves.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/report_words.hpp"
#include "analysis/svg.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

constexpr std::array<std::string_view, 4> chief_outcomes{"uptake", "harm_per_1000_citizen_years", "trust_mean",
                                                         "firms_alive"};
constexpr std::size_t most_panels =
    12;  // a sweep may hold hundreds of designs; more panels than this cannot be compared
constexpr Frame frame{38, 8, 174, 112};
constexpr double width = 180, height = 132;

/// The spread of one outcome over units (worlds, or replicates of the only world), month by month.
struct Fan {
    std::vector<double> low, median, high;
};

Fan fan_of(const Results& results, const OutcomeArray& series, std::size_t design) {
    Fan fan;
    for (std::size_t month = 0; month < results.months.size(); ++month) {
        const std::vector<double> values = unit_values(results, series, design, month);
        fan.low.push_back(quantile(values, 0.05));
        fan.median.push_back(quantile(values, 0.5));
        fan.high.push_back(quantile(values, 0.95));
    }
    return fan;
}

/// What all panels of one outcome share.
struct Panels {
    const Results& results;
    const OutcomeArray& series;
    NumberFormat format;
    std::vector<std::size_t> designs;
    std::vector<Fan> fans;  ///< parallel to `designs`
    Scale months, values;
    std::vector<double> x;
};

void choose_scales(Panels& panels) {
    const auto& months = panels.results.months;
    const auto first = static_cast<double>(months.front());
    panels.months = {first, std::max(static_cast<double>(months.back()), first + 1), frame.left, frame.right};
    for (const std::int64_t month : months) panels.x.push_back(panels.months(static_cast<double>(month)));
    std::vector<double> all{0};
    for (const Fan& fan : panels.fans) {
        all.insert(all.end(), fan.low.begin(), fan.low.end());
        all.insert(all.end(), fan.high.begin(), fan.high.end());
    }
    auto [low, high] = range_of(all, 0);
    // Trust and the like never come near zero; their changes would be invisible on an axis from zero.
    const auto [least, most] = range_of(std::span(all).subspan(1), 0.05);
    if (least > 0.4 * most) low = least;
    panels.values = {low, high + 0.04 * (high - low), frame.bottom, frame.top};
}

/// Baselines first, then the others in the order of the experiment.
std::vector<std::size_t> drawn_designs(const Results& results) {
    std::vector<std::size_t> designs;
    for (const bool baselines : {true, false}) {
        for (std::size_t design = 0; design < results.designs.size(); ++design) {
            if (is_baseline(results, design) == baselines && designs.size() < most_panels) designs.push_back(design);
        }
    }
    return designs;
}

Panels panels_of(const Results& results, const OutcomeArray& series) {
    Panels panels{results, series, format_of(series.name), drawn_designs(results), {}, {}, {}, {}};
    for (const std::size_t design : panels.designs) panels.fans.push_back(fan_of(results, series, design));
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
    const Fan& fan = panels.fans[panel];
    const auto said = [&](double value) { return level_words(panels.format, value, fan.high.back()); };
    return fmt::format(
        "Median {} in month {} and {} in month {}; in nine of ten {} the last value lies between {} and {}.",
        said(fan.median.front()), panels.results.months.front(), said(fan.median.back()), panels.results.months.back(),
        unit_noun(panels.results) + "s", said(fan.low.back()), said(fan.high.back()));
}

std::size_t baseline_panel(const Panels& panels, std::size_t panel) {
    const std::size_t baseline = baseline_of(panels.results, panels.designs[panel]);
    const auto found = std::find(panels.designs.begin(), panels.designs.end(), baseline);
    return found == panels.designs.end() ? panel : static_cast<std::size_t>(found - panels.designs.begin());
}

Html draw_panel(const Panels& panels, std::size_t panel, const std::string& id) {
    const std::size_t design = panels.designs[panel];
    const std::string colour = mark_of(panels.results, design).colour;
    const Fan& fan = panels.fans[panel];
    Html drawn = draw_axes(panels);
    drawn += band_between(panels.x, heights(panels, fan.low), heights(panels, fan.high), colour + " band");
    const std::size_t baseline = baseline_panel(panels, panel);
    if (panel != baseline) drawn += line_through(panels.x, heights(panels, panels.fans[baseline].median), "reference");
    drawn += line_through(panels.x, heights(panels, fan.median), colour + " median");
    const std::string title = title_of(panels.series.name) + " by month under " + panels.results.designs[design];
    return element("div", element("h4", marked_name(panels.results, design)) +
                              drawing(id, width, height, "panel", title, description(panels, panel), drawn));
}

/// The finding: which design ends highest and which lowest, by the median.
std::string finding(const Panels& panels) {
    const auto end = [&](std::size_t panel) { return panels.fans[panel].median.back(); };
    std::size_t high = 0, low = 0;
    for (std::size_t p = 1; p < panels.fans.size(); ++p) {
        if (end(p) > end(high)) high = p;
        if (end(p) < end(low)) low = p;
    }
    const NumberFormat format = short_format_of(panels.series.name);
    const auto said = [&](std::size_t panel) { return level_words(format, end(panel), end(high)); };
    const std::string name = title_of(panels.series.name);
    if (!std::isfinite(end(high)) || !std::isfinite(end(low))) return name + ", month by month";
    if (said(high) == said(low)) return fmt::format("{} at the end: {} under every design", name, said(high));
    return fmt::format("{} at the end: highest under {} ({}), lowest under {} ({})", name,
                       panels.results.designs[panels.designs[high]], said(high),
                       panels.results.designs[panels.designs[low]], said(low));
}

Html draw_figure(const Results& results, const OutcomeArray& series) {
    const Panels panels = panels_of(results, series);
    Html drawn;
    for (std::size_t panel = 0; panel < panels.designs.size(); ++panel) {
        drawn += draw_panel(panels, panel, fmt::format("curve-{}-{}", series.name, panels.designs[panel]));
    }
    const Metric* metric = find_metric(series.name);
    std::string unit = panels.format.unit == "%" ? "percent" : panels.format.unit;
    if (metric != nullptr && unit.empty() && metric->unit == "1") unit = "shares of 1";
    return element("figure", {{"class", "curves"}},
                   element("p", {{"class", "chart-title"}}, finding(panels)) +
                       element("p", {{"class", "quiet"}}, unit.empty() ? "By month" : "By month, in " + unit) +
                       element("div", {{"class", "panels"}}, drawn));
}

std::string legend(const Results& results) {
    std::string text = fmt::format(
        "Lines: median over {0}s; bands: from the 5 % to the 95 % quantile of {0}s. Dashed: the median of the "
        "baseline, {1}. "
        "Panels of one outcome share their axes; months run along the bottom, ",
        unit_noun(results), baseline_words(results));
    text += results.months.front() < 0 ? "month 0 is the start of the comparison and the shaded months before it are "
                                         "the warm-up, in which all designs are alike."
                                       : "month 0 is the start of the comparison.";
    if (results.designs.size() > most_panels)
        text += fmt::format(" Of {} designs, the first {} are drawn.", results.designs.size(), most_panels);
    return text;
}

bool is_chief(const OutcomeArray& series) {
    return std::find(chief_outcomes.begin(), chief_outcomes.end(), series.name) != chief_outcomes.end();
}

Html draw_chief_figures(const Results& results) {
    Html figures;
    for (const std::string_view name : chief_outcomes) {
        if (const OutcomeArray* series = find_outcome(results.by_month, name)) figures += draw_figure(results, *series);
    }
    return figures;
}

Html draw_other_figures(const Results& results) {
    Html figures;
    for (const OutcomeArray& series : results.by_month) {
        if (!is_chief(series)) figures += draw_figure(results, series);
    }
    return figures;
}

}  // namespace

Html curves_section(const Results& results) {
    if (results.by_month.empty() || results.months.empty()) return {};
    Html section = element("h2", {{"id", "curves"}}, "How it unfolds") +
                   element("p", {{"class", "quiet"}}, legend(results)) + draw_chief_figures(results);
    const Html others = draw_other_figures(results);
    if (!others.empty()) section += element("details", element("summary", "Curves of the other outcomes") + others);
    return element("section", section);
}

}  // namespace leeway
