// The few marks from which the report's charts are drawn: scales, ticks, axes, markers, bands and lines, as SVG.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/html.hpp"

namespace leeway {

/// A linear scale from values to positions in the drawing.
struct Scale {
    double low = 0, high = 1;  ///< values
    double from = 0, to = 1;   ///< positions of `low` and `high`

    double operator()(double value) const { return from + (value - low) / (high - low) * (to - from); }
};

/// A range that holds all finite values and is never empty; the ends are stretched by the share `margin` of its length.
std::pair<double, double> range_of(std::span<const double> values, double margin);

/// Round numbers (1, 2, 2.5 or 5 times a power of ten apart) within [low, high], about `count` of them.
std::vector<double> round_ticks(double low, double high, int count);

/// Whole months within [low, high]: a year, two, five … apart, so that about `count` remain.
std::vector<double> month_ticks(double low, double high, int count);

/// A position with at most one decimal.
std::string position(double value);

/// The area that a chart's data take within its drawing.
struct Frame {
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// Marks differ in shape as well, so that colour is never the only sign. The counts have no common divisor: 56 marks
/// are distinct.
inline constexpr std::size_t shape_count = 8, colour_count = 7;

/// The class that gives mark `number` its colour in the style sheet: "c0" … "c6".
std::string colour_class(std::size_t number);

/// A path of one marker of shape `number` with half-width `size`, around (x, y), as path data.
std::string marker_path(std::size_t number, double x, double y, double size);

/// One marker as an element.
Html marker(std::size_t number, double x, double y, double size, std::string_view classes);

/// A polyline through the points, interrupted where a coordinate is not finite.
Html line_through(std::span<const double> x, std::span<const double> y, std::string_view classes);

/// The area between two curves over the same x.
Html band_between(std::span<const double> x, std::span<const double> low, std::span<const double> high,
                  std::string_view classes);

/// A straight line.
Html straight_line(double x1, double y1, double x2, double y2, std::string_view classes);

/// Text; `anchor` is start, middle or end.
Html drawn_text(double x, double y, std::string_view text, std::string_view anchor, std::string_view classes);

/// The outer element: role="img", named by a title and a description for those who do not see it. `id` is unique in
/// the page.
Html drawing(std::string_view id, double width, double height, std::string_view classes, std::string_view title,
             std::string_view description, const Html& content);

}  // namespace leeway
