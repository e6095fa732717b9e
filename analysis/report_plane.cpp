#include "analysis/report_plane.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/report_figure.hpp"
#include "analysis/report_plane_chart.hpp"
#include "analysis/report_words.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

constexpr double percent = 100;

PlaneCloud cloud_of(const Results& results, const OutcomeArray& uptake, const OutcomeArray& harm, std::size_t design) {
    const std::size_t baseline = baseline_of(results, design);
    const std::vector<double> x = unit_differences(results, uptake, design, baseline, 0);
    const std::vector<double> y = unit_differences(results, harm, design, baseline, 0);
    PlaneCloud cloud;
    cloud.design = design;
    for (std::size_t unit = 0; unit < x.size(); ++unit) {
        if (!std::isfinite(x[unit]) || !std::isfinite(y[unit])) continue;
        cloud.uptake.push_back(percent * x[unit]);
        cloud.harm.push_back(y[unit]);
    }
    return cloud;
}

void measure(PlaneCloud& cloud) {
    cloud.mean_uptake = finite_mean(cloud.uptake);
    cloud.mean_harm = finite_mean(cloud.harm);
    const double freedom = std::max<double>(1, static_cast<double>(cloud.uptake.size()) - 1);
    for (std::size_t i = 0; i < cloud.uptake.size(); ++i) {
        const double right = cloud.uptake[i] - cloud.mean_uptake, up = cloud.harm[i] - cloud.mean_harm;
        cloud.uptake_variance += right * right / freedom;
        cloud.harm_variance += up * up / freedom;
        cloud.covariance += right * up / freedom;
    }
}

bool beats(double uptake, double harm, const PlaneCloud& other) {
    return uptake >= other.mean_uptake && harm <= other.mean_harm &&
           (uptake > other.mean_uptake || harm < other.mean_harm);
}

std::vector<std::string> names(const Results& results, const std::vector<PlaneCloud>& clouds,
                               bool (*chosen)(const PlaneCloud&)) {
    std::vector<std::string> list;
    for (const PlaneCloud& cloud : clouds) {
        if (chosen(cloud)) list.push_back(results.designs[cloud.design]);
    }
    return list;
}

std::string caption(const ReportContext& page, const std::vector<PlaneCloud>& clouds) {
    std::string text = page.words(
        "plane.caption", {{"unit", unit_word(page)}, {"units", units_word(page)}, {"baseline", baseline_words(page)}});
    std::vector<std::string> front;
    for (const std::size_t design : undominated_designs(clouds)) front.push_back(page.results.designs[design]);
    if (!front.empty()) text += " " + page.words("plane.front", {{"designs", page.words.listed(front)}});
    return text;
}

/// Ellipses and marks in words and numbers, for those who cannot see them.
std::string description(const ReportContext& page, const std::vector<PlaneCloud>& clouds) {
    std::string text;
    for (const PlaneCloud& cloud : clouds) {
        text += page.words("plane.description", {{"design", page.results.designs[cloud.design]},
                                                 {"uptake", signed_number(cloud.mean_uptake, cloud.mean_uptake)},
                                                 {"harm", signed_number(cloud.mean_harm, cloud.mean_harm)},
                                                 {"counted", counted_units(page, cloud.uptake.size())}}) +
                " ";
    }
    return text;
}

/// Mean and the range that holds nine of ten units, of one coordinate.
Html spread_cell(const ReportContext& page, double mean, const std::vector<double>& values) {
    const Interval spread{mean, quantile(values, 0.05), quantile(values, 0.95)};
    const Html range =
        element("span", {{"class", "line quiet interval"}}, interval_words(page.words, NumberFormat{}, spread, true));
    return value_cell(plain(difference_words(NumberFormat{}, spread)) + range, {spread.mean, spread.low, spread.high});
}

/// In how many units the design lies in the quarter that is better on both.
std::size_t better_on_both(const PlaneCloud& cloud) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < cloud.uptake.size(); ++i) count += cloud.uptake[i] > 0 && cloud.harm[i] < 0 ? 1 : 0;
    return count;
}

Html plane_table(const ReportContext& page, const std::vector<PlaneCloud>& clouds) {
    const ReportStrings& words = page.words;
    const Html head = column_heading(words("table.design")) +
                      column_heading(words("plane.uptake"), {"uptake mean", "uptake p05", "uptake p95"}) +
                      column_heading(words("plane.harm"), {"harm mean", "harm p05", "harm p95"}) +
                      column_heading(words("plane.both", {{"units", units_word(page)}}), {"better on both"});
    Html rows;
    for (const PlaneCloud& cloud : clouds) {
        const std::size_t both = better_on_both(cloud);
        const std::string share =
            words("of", {{"count", std::to_string(both)}, {"all", std::to_string(cloud.uptake.size())}});
        rows += element("tr", element("th", {{"scope", "row"}}, marked_name(page.results, cloud.design)) +
                                  spread_cell(page, cloud.mean_uptake, cloud.uptake) +
                                  spread_cell(page, cloud.mean_harm, cloud.harm) +
                                  value_cell(share, {static_cast<double>(both)}));
    }
    return data_table(words("plane.title"), "plane", head, rows);
}

/// The design that adds the least harm for its uptake, among those that add uptake.
const PlaneCloud* cheapest(const std::vector<PlaneCloud>& clouds) {
    const PlaneCloud* best = nullptr;
    for (const PlaneCloud& cloud : clouds) {
        if (cloud.mean_uptake <= 0) continue;
        if (best == nullptr || cloud.mean_harm * best->mean_uptake < best->mean_harm * cloud.mean_uptake) best = &cloud;
    }
    return best;
}

}  // namespace

std::vector<PlaneCloud> plane_clouds(const Results& results) {
    const OutcomeArray* uptake = find_outcome(results.outcomes, "uptake");
    const OutcomeArray* harm = find_outcome(results.outcomes, "harm_per_1000_citizen_years");
    if (uptake == nullptr || harm == nullptr) return {};
    std::vector<PlaneCloud> clouds;
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        if (is_baseline(results, design)) continue;
        PlaneCloud cloud = cloud_of(results, *uptake, *harm, design);
        if (cloud.uptake.empty()) continue;
        measure(cloud);
        clouds.push_back(std::move(cloud));
    }
    return clouds;
}

std::vector<std::size_t> undominated_designs(const std::vector<PlaneCloud>& clouds) {
    std::vector<std::size_t> front;
    for (const PlaneCloud& candidate : clouds) {
        const bool beaten =
            beats(0, 0, candidate) || std::any_of(clouds.begin(), clouds.end(), [&](const PlaneCloud& other) {
                return beats(other.mean_uptake, other.mean_harm, candidate);
            });
        if (!beaten) front.push_back(candidate.design);
    }
    return front;
}

std::string plane_finding(const ReportContext& page, const std::vector<PlaneCloud>& clouds) {
    const Results& results = page.results;
    const ReportStrings& words = page.words;
    const auto adds = [](const PlaneCloud& cloud) { return cloud.mean_uptake > 0; };
    const auto free = [](const PlaneCloud& cloud) { return cloud.mean_uptake > 0 && cloud.mean_harm <= 0; };
    const std::vector<std::string> adding = names(results, clouds, adds), costless = names(results, clouds, free);
    const std::string units = units_word(page);
    if (adding.empty()) return words("plane.none_adds", {{"units", units}, {"baseline", baseline_words(page)}});
    if (!costless.empty())
        return words(costless.size() == 1 ? "plane.free.one" : "plane.free.many",
                     {{"units", units}, {"designs", words.listed(costless)}});
    if (adding.size() == 1) return words("plane.one_adds", {{"units", units}, {"design", adding[0]}});
    return words("plane.all_add", {{"units", units}, {"design", results.designs[cheapest(clouds)->design]}});
}

Html plane_section(const ReportContext& page) {
    const std::vector<PlaneCloud> clouds = plane_clouds(page.results);
    if (clouds.empty()) return {};
    const std::string title = plane_finding(page, clouds), text = description(page, clouds);
    const Html charts = draw_plane(page, clouds, {"plane-wide", 860, 500}, title, text) +
                        draw_plane(page, clouds, {"plane-narrow", 360, 400}, title, text);
    const Html figure =
        figure_of(page, {"plane-figure", title, charts, plane_table(page, clouds), plain(caption(page, clouds))});
    return element("section", element("h2", {{"id", "plane"}}, page.words("plane.title")) + figure);
}

}  // namespace leeway
