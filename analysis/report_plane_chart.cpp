#include "analysis/report_plane_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "analysis/report_words.hpp"
#include "analysis/svg.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

constexpr double letter_width = 7.2, line_height = 16;  // of the labels' type, generously

struct Box {
    double left, top, right, bottom;

    double overlap(const Box& other) const {
        const double across = std::min(right, other.right) - std::max(left, other.left);
        const double down = std::min(bottom, other.bottom) - std::max(top, other.top);
        return across > 0 && down > 0 ? across * down : 0;
    }
};

struct Plane {
    const ReportStrings& words;
    const Results& results;
    const std::vector<PlaneCloud>& clouds;
    Frame frame;
    Scale x, y;
};

/// The values that must be in view: the baseline, the ellipses and the middle 98 % of every cloud, so that one extreme
/// world does not squeeze all others together.
std::pair<double, double> view(const std::vector<PlaneCloud>& clouds, std::vector<double> PlaneCloud::*values,
                               double PlaneCloud::*mean, double PlaneCloud::*variance) {
    std::vector<double> ends{0};
    for (const PlaneCloud& cloud : clouds) {
        const double deviation = std::sqrt(cloud.*variance);
        ends.insert(ends.end(), {quantile(cloud.*values, 0.01), quantile(cloud.*values, 0.99), cloud.*mean - deviation,
                                 cloud.*mean + deviation});
    }
    return range_of(ends, 0.07);
}

Plane plane_of(const ReportContext& page, const std::vector<PlaneCloud>& clouds, const PlaneLayout& layout) {
    const Frame frame{54, 26, layout.width - 10, layout.height - 46};
    const auto [left, right] =
        view(clouds, &PlaneCloud::uptake, &PlaneCloud::mean_uptake, &PlaneCloud::uptake_variance);
    const auto [down, up] = view(clouds, &PlaneCloud::harm, &PlaneCloud::mean_harm, &PlaneCloud::harm_variance);
    return {page.words,
            page.results,
            clouds,
            frame,
            {left, right, frame.left, frame.right},
            {down, up, frame.bottom, frame.top}};
}

bool in_view(const Plane& plane, double x, double y) {
    return x >= plane.x.low && x <= plane.x.high && y >= plane.y.low && y <= plane.y.high;
}

Html draw_axes(const Plane& plane) {
    const auto& [left, top, right, bottom] = plane.frame;
    const double zero_x = plane.x(0), zero_y = plane.y(0);
    Html drawn = empty_element("rect", {{"class", "good"},
                                        {"x", position(zero_x)},
                                        {"y", position(zero_y)},
                                        {"width", position(right - zero_x)},
                                        {"height", position(bottom - zero_y)}});
    const int across = right - left > 500 ? 8 : 4;
    for (const double tick : round_ticks(plane.x.low, plane.x.high, across)) {
        drawn += straight_line(plane.x(tick), top, plane.x(tick), bottom, tick == 0 ? "zero" : "grid");
        drawn += drawn_text(plane.x(tick), bottom + 17, tick_words(tick, true), "middle", "soft");
    }
    for (const double tick : round_ticks(plane.y.low, plane.y.high, 6)) {
        drawn += straight_line(left, plane.y(tick), right, plane.y(tick), tick == 0 ? "zero" : "grid");
        drawn += drawn_text(left - 7, plane.y(tick) + 4, tick_words(tick, true), "end", "soft");
    }
    drawn +=
        drawn_text(right, bottom + 37, plane.words(across > 4 ? "plane.right" : "plane.right_short"), "end", "strong");
    return drawn + drawn_text(2, 13, plane.words("plane.up"), "start", "strong");
}

Html draw_cloud(const Plane& plane, const PlaneCloud& cloud) {
    const DesignMark mark = mark_of(plane.results, cloud.design);
    const double size = cloud.uptake.size() > 300 ? 1.6 : 2.3;
    std::string data;
    for (std::size_t i = 0; i < cloud.uptake.size(); ++i) {
        if (!in_view(plane, cloud.uptake[i], cloud.harm[i])) continue;
        data += marker_path(mark.shape, plane.x(cloud.uptake[i]), plane.y(cloud.harm[i]), size);
    }
    return empty_element("path", {{"class", mark.colour + " cloud"}, {"d", data}});
}

/// One standard deviation along the principal axes: the image of the unit circle under the Cholesky factor.
Html draw_ellipse(const Plane& plane, const PlaneCloud& cloud) {
    if (cloud.uptake.size() < 3 || cloud.uptake_variance <= 0) return {};
    constexpr int corners = 48;
    const double wide = std::sqrt(cloud.uptake_variance), lean = cloud.covariance / wide;
    const double tall = std::sqrt(std::max(0.0, cloud.harm_variance - lean * lean));
    std::vector<double> x, y;
    for (int corner = 0; corner <= corners; ++corner) {
        const double angle = 2 * std::numbers::pi * corner / corners;
        x.push_back(plane.x(cloud.mean_uptake + wide * std::cos(angle)));
        y.push_back(plane.y(cloud.mean_harm + lean * std::cos(angle) + tall * std::sin(angle)));
    }
    return line_through(x, y, mark_of(plane.results, cloud.design).colour + " ellipse");
}

Box label_box(double x, double y, double length, int side) {
    const double left = side > 0 ? x : side < 0 ? x - length : x - length / 2;
    return {left, y - 12, left + length, y - 12 + line_height};
}

/// What speaks against a place: leaving the frame most, then covering other labels and means, then distance.
double cost(const Plane& plane, const Box& box, const std::vector<Box>& taken, double distance) {
    double sum = distance;
    for (const Box& other : taken) sum += 10 * box.overlap(other);
    const auto& [left, top, right, bottom] = plane.frame;
    const double outside = std::max(0.0, left - box.left) + std::max(0.0, box.right - right) +
                           std::max(0.0, top - box.top) + std::max(0.0, box.bottom - bottom);
    return sum + 100 * outside;
}

/// The place of a label near (x, y) that costs least; it is added to `taken`.
Html place_label(const Plane& plane, double x, double y, const std::string& text, std::vector<Box>& taken) {
    struct Place {
        double right, down;
        int side;
    };
    const double length = letter_width * static_cast<double>(text.size());
    std::pair<double, Place> best{INFINITY, {}};
    for (const double far : {1.0, 2.0, 3.2, 4.6}) {
        for (const Place& place : {Place{11 * far, 4, 1},
                                   {-11 * far, 4, -1},
                                   {0, -11 * far, 0},
                                   {0, 8 + 12 * far, 0},
                                   {9 * far, -9 * far, 1},
                                   {9 * far, 6 + 9 * far, 1},
                                   {-9 * far, -9 * far, -1},
                                   {-9 * far, 6 + 9 * far, -1}}) {
            const double price =
                cost(plane, label_box(x + place.right, y + place.down, length, place.side), taken, 4 * far);
            if (price < best.first) best = {price, place};
        }
    }
    const auto& [right, down, side] = best.second;
    taken.push_back(label_box(x + right, y + down, length, side));
    Html drawn;
    if (std::abs(right) + std::abs(down) > 22) drawn += straight_line(x, y, x + right, y + down - 4, "leader");
    constexpr std::array<std::string_view, 3> anchors{"end", "middle", "start"};
    return drawn + drawn_text(x + right, y + down, text, anchors[static_cast<std::size_t>(side + 1)], "strong halo");
}

/// A label as it fits into the plane; its whole text is in the table and in the description.
std::string shortened(const std::string& label, double width) {
    const auto most = static_cast<std::size_t>(width / 2 / letter_width);
    if (label.size() <= most) return label;
    std::size_t end = most - 1;
    while (end > 0 && (static_cast<unsigned char>(label[end]) & 0xC0) == 0x80) --end;  // not within a UTF-8 sequence
    return label.substr(0, end) + "…";
}

Html draw_means(const Plane& plane) {
    struct Mean {
        double x, y;
        std::size_t design;
    };
    std::vector<Mean> means{{plane.x(0), plane.y(0), baseline_of(plane.results, plane.clouds.front().design)}};
    for (const PlaneCloud& cloud : plane.clouds)
        means.push_back({plane.x(cloud.mean_uptake), plane.y(cloud.mean_harm), cloud.design});
    std::vector<Box> taken;
    for (const auto& [x, y, design] : means) taken.push_back({x - 8, y - 8, x + 8, y + 8});
    Html marks, labels;
    for (const auto& [x, y, design] : means) {
        const DesignMark mark = mark_of(plane.results, design);
        marks += marker(mark.shape, x, y, 6.5, mark.colour + " mean");
        labels += place_label(plane, x, y,
                              shortened(plane.results.designs[design], plane.frame.right - plane.frame.left), taken);
    }
    return marks + labels;
}

Html say_hidden(const Plane& plane) {
    std::size_t hidden = 0;
    for (const PlaneCloud& cloud : plane.clouds) {
        for (std::size_t i = 0; i < cloud.uptake.size(); ++i)
            hidden += in_view(plane, cloud.uptake[i], cloud.harm[i]) ? 0 : 1;
    }
    if (hidden == 0) return {};
    return drawn_text(plane.frame.right - 4, plane.frame.top + 14, plane.words.counted(hidden, "plane.beyond"), "end",
                      "soft halo");
}

}  // namespace

Html draw_plane(const ReportContext& page, const std::vector<PlaneCloud>& clouds, const PlaneLayout& layout,
                std::string_view title, std::string_view description) {
    const Plane plane = plane_of(page, clouds, layout);
    Html drawn = draw_axes(plane);
    for (const PlaneCloud& cloud : clouds) drawn += draw_cloud(plane, cloud);
    for (const PlaneCloud& cloud : clouds) drawn += draw_ellipse(plane, cloud);
    drawn += draw_means(plane) + say_hidden(plane);
    return drawing(layout.id, layout.width, layout.height, layout.id, title, description, drawn);
}

}  // namespace leeway
