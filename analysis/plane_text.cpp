#include "analysis/plane_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "analysis/numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

constexpr std::size_t margin = 8, plot_rows = 19, plot_columns = plane_columns - margin - 1;
constexpr std::size_t most_letters = 26;

std::vector<TextCloud> clouds_of(const Comparison& comparison) {
    std::vector<TextCloud> clouds;
    for (const DesignComparison& design : comparison.designs) {
        const OutcomeContrast *uptake = design.find("uptake"), *harm = design.find("harm_per_1000_citizen_years");
        if (design.is_baseline() || !uptake || !harm) continue;
        TextCloud cloud{design.name, {100 * uptake->contrast.mean.mean, harm->contrast.mean.mean}, {}};
        if (!std::isfinite(cloud.mean.uptake) || !std::isfinite(cloud.mean.harm)) continue;
        for (std::size_t i = 0; i < std::min(uptake->contrast.values.size(), harm->contrast.values.size()); ++i) {
            const PlanePoint point{100 * uptake->contrast.values[i], harm->contrast.values[i]};
            if (std::isfinite(point.uptake) && std::isfinite(point.harm)) cloud.worlds.push_back(point);
        }
        clouds.push_back(std::move(cloud));
    }
    return clouds;
}

/// Values from `low` to `high` on `cells` cells.
struct CellScale {
    double low = 0, high = 0;
    std::size_t cells = 1;

    void include(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void widen() {
        const double room = high > low ? 0.03 * (high - low) : 1;
        low -= room;
        high += room;
    }
    std::size_t operator()(double value) const {
        return static_cast<std::size_t>((value - low) / (high - low) * static_cast<double>(cells - 1) + 0.5);
    }
};

class Canvas {
  public:
    explicit Canvas(const std::vector<TextCloud>& clouds) : lines_(plot_rows, std::string(plot_columns, ' ')) {
        for (const TextCloud& cloud : clouds) {
            include(cloud.mean);
            for (const PlanePoint& point : cloud.worlds) include(point);
        }
        x_.widen();
        y_.widen();
        for (std::string& line : lines_) line[x_(0)] = '|';
        lines_[row(0)].assign(plot_columns, '-');
        lines_[row(0)][x_(0)] = '0';
    }
    void put(const PlanePoint& point, char mark) { lines_[row(point.harm)][x_(point.uptake)] = mark; }
    std::string drawn() const;

  private:
    void include(const PlanePoint& point) {
        x_.include(point.uptake);
        y_.include(point.harm);
    }
    std::size_t row(double harm) const { return plot_rows - 1 - y_(harm); }

    CellScale x_{0, 0, plot_columns}, y_{0, 0, plot_rows};
    std::vector<std::string> lines_;
};

std::string Canvas::drawn() const {
    const int y_decimals = decimals_for(largest({y_.low, y_.high}), 2),
              x_decimals = decimals_for(largest({x_.low, x_.high}), 2);
    std::string text;
    for (std::size_t i = 0; i < plot_rows; ++i) {
        std::string label;
        if (i == 0) label = plain_signed(y_.high, y_decimals);
        if (i == plot_rows - 1) label = plain_signed(y_.low, y_decimals);
        if (i == row(0)) label = "0";
        std::string line = lines_[i];
        line.erase(line.find_last_not_of(' ') + 1);
        text += fmt::format("{:>{}} {}\n", label, margin, line);
    }
    const std::string low = plain_signed(x_.low, x_decimals), high = plain_signed(x_.high, x_decimals);
    std::string axis = low + std::string(plot_columns - low.size() - high.size(), ' ') + high;
    const std::size_t zero = x_(0);
    if (zero > low.size() && zero + high.size() + 1 < plot_columns) axis[zero] = '0';
    return text + std::string(margin + 1, ' ') + axis + "\n";
}

std::string legend(const std::vector<TextCloud>& clouds, const std::string& baseline, const std::string& unit_noun) {
    std::string text;
    for (std::size_t place = 0; place < clouds.size(); ++place) {
        const TextCloud& cloud = clouds[place];
        text += fmt::format("  {} {} ({} points, {} harm)\n", cloud_letter(place), printable(cloud.name),
                            plain_signed(cloud.mean.uptake, decimals_for(cloud.mean.uptake, 2)),
                            plain_signed(cloud.mean.harm, decimals_for(cloud.mean.harm, 2)));
    }
    return text +
           fmt::format("  0 {}, the baseline    . one {}    letters stand at means\n", printable(baseline), unit_noun);
}

}  // namespace

char cloud_letter(std::size_t place) { return static_cast<char>('A' + place); }

std::string draw_plane_text(std::vector<TextCloud> clouds, const std::string& baseline, const std::string& unit_noun) {
    if (clouds.empty()) return {};
    const bool too_many = clouds.size() > most_letters;
    if (too_many) clouds.resize(most_letters);
    Canvas canvas(clouds);
    for (const TextCloud& cloud : clouds) {
        for (const PlanePoint& point : cloud.worlds) canvas.put(point, '.');
    }
    for (std::size_t place = 0; place < clouds.size(); ++place) canvas.put(clouds[place].mean, cloud_letter(place));
    std::string text = "Harm added: severity-weighted, per 1,000 citizens a year (up is worse)\n" + canvas.drawn();
    text += fmt::format("{:>{}}\n", "uptake gained, percentage points (right is better)", plane_columns);
    text += legend(clouds, baseline, unit_noun);
    return text + (too_many ? "  Only the first 26 designs are drawn.\n\n" : "\n");
}

std::string plane_text(const Comparison& comparison) {
    return draw_plane_text(clouds_of(comparison), comparison.baseline, comparison.unit_noun);
}

}  // namespace leeway
