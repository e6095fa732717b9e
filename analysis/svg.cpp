#include "analysis/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace leeway {
namespace {

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least `step`.
double round_step(double step) {
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double digit : {1.0, 2.0, 2.5, 5.0}) {
        if (digit * power >= step * (1 - 1e-9)) return digit * power;
    }
    return 10 * power;
}

std::vector<double> multiples(double step, double low, double high) {
    std::vector<double> ticks;
    const double slack = 1e-9 * (high - low);
    for (double k = std::ceil((low - slack) / step); k * step <= high + slack; ++k) ticks.push_back(k * step + 0.0);
    return ticks;
}

std::string point(double x, double y) { return position(x) + "," + position(y); }

/// Path data through the finite points.
std::string curve(std::span<const double> x, std::span<const double> y) {
    std::string data;
    bool pen_down = false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (std::isfinite(y[i])) data += (pen_down ? "L" : "M") + point(x[i], y[i]);
        pen_down = std::isfinite(y[i]);
    }
    return data;
}

}  // namespace

std::pair<double, double> range_of(std::span<const double> values, double margin) {
    double low = INFINITY, high = -INFINITY;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (low > high) return {0, 1};
    if (high - low <= 1e-12 * std::max(std::abs(low), std::abs(high))) {
        const double half = low == 0 ? 1 : 0.1 * std::abs(low);
        return {low - half, high + half};
    }
    return {low - margin * (high - low), high + margin * (high - low)};
}

std::vector<double> round_ticks(double low, double high, int count) {
    return multiples(round_step((high - low) / count), low, high);
}

std::vector<double> month_ticks(double low, double high, int count) {
    constexpr std::array<double, 11> steps{1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600};
    const double wanted = (high - low) / count;
    const auto step = std::find_if(steps.begin(), steps.end(), [&](double candidate) { return candidate >= wanted; });
    return multiples(step == steps.end() ? round_step(wanted) : *step, low, high);
}

std::string position(double value) {
    std::string text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

std::string colour_class(std::size_t number) { return fmt::format("c{}", number % colour_count); }

std::string marker_path(std::size_t number, double x, double y, double size) {
    const auto at = [&](double right, double down) { return point(x + right * size, y + down * size); };
    const std::string radius = position(size);
    switch (number % shape_count) {
        case 0:
            return fmt::format("M{}a{r},{r} 0 1,0 {d},0a{r},{r} 0 1,0 -{d},0z", at(-1, 0), fmt::arg("r", radius),
                               fmt::arg("d", position(2 * size)));
        case 1:
            return "M" + at(-.9, -.9) + "L" + at(.9, -.9) + "L" + at(.9, .9) + "L" + at(-.9, .9) + "z";
        case 2:
            return "M" + at(0, -1.15) + "L" + at(1.1, .8) + "L" + at(-1.1, .8) + "z";
        case 3:
            return "M" + at(0, -1.25) + "L" + at(1.25, 0) + "L" + at(0, 1.25) + "L" + at(-1.25, 0) + "z";
        case 4:
            return "M" + at(0, 1.15) + "L" + at(1.1, -.8) + "L" + at(-1.1, -.8) + "z";
        case 5:
            return "M" + at(-.35, -1) + "L" + at(.35, -1) + "L" + at(.35, -.35) + "L" + at(1, -.35) + "L" + at(1, .35) +
                   "L" + at(.35, .35) + "L" + at(.35, 1) + "L" + at(-.35, 1) + "L" + at(-.35, .35) + "L" + at(-1, .35) +
                   "L" + at(-1, -.35) + "L" + at(-.35, -.35) + "z";
        case 6:
            return "M" + at(-1.15, 0) + "L" + at(.8, -1.1) + "L" + at(.8, 1.1) + "z";
        default:
            return "M" + at(1.15, 0) + "L" + at(-.8, -1.1) + "L" + at(-.8, 1.1) + "z";
    }
}

Html marker(std::size_t number, double x, double y, double size, std::string_view classes) {
    return empty_element("path", {{"class", std::string(classes)}, {"d", marker_path(number, x, y, size)}});
}

Html line_through(std::span<const double> x, std::span<const double> y, std::string_view classes) {
    return empty_element("path", {{"class", std::string(classes)}, {"d", curve(x, y)}});
}

Html band_between(std::span<const double> x, std::span<const double> low, std::span<const double> high,
                  std::string_view classes) {
    std::string data;
    std::size_t begin = 0;
    const auto finite = [&](std::size_t i) { return std::isfinite(low[i]) && std::isfinite(high[i]); };
    while (begin < x.size()) {
        std::size_t end = begin;
        while (end < x.size() && finite(end)) ++end;
        for (std::size_t i = begin; i < end; ++i) data += (i == begin ? "M" : "L") + point(x[i], high[i]);
        for (std::size_t i = end; i > begin; --i) data += "L" + point(x[i - 1], low[i - 1]);
        if (end > begin) data += "z";
        begin = end + 1;
    }
    return empty_element("path", {{"class", std::string(classes)}, {"d", data}});
}

Html straight_line(double x1, double y1, double x2, double y2, std::string_view classes) {
    return empty_element("line", {{"class", std::string(classes)},
                                  {"x1", position(x1)},
                                  {"y1", position(y1)},
                                  {"x2", position(x2)},
                                  {"y2", position(y2)}});
}

Html drawn_text(double x, double y, std::string_view text, std::string_view anchor, std::string_view classes) {
    return element(
        "text",
        {{"class", std::string(classes)}, {"x", position(x)}, {"y", position(y)}, {"text-anchor", std::string(anchor)}},
        text);
}

Html drawing(std::string_view id, double width, double height, std::string_view classes, std::string_view title,
             std::string_view description, const Html& content) {
    const std::string name(id);
    return element("svg",
                   {{"class", std::string(classes)},
                    {"viewBox", "0 0 " + position(width) + " " + position(height)},
                    {"role", "img"},
                    {"aria-labelledby", name + "-title " + name + "-desc"}},
                   element("title", {{"id", name + "-title"}}, title) +
                       element("desc", {{"id", name + "-desc"}}, description) + content);
}

}  // namespace leeway
