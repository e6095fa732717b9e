#include "analysis/report_plane.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

std::string caption(const Results& results, const std::vector<PlaneCloud>& clouds) {
    const std::string noun = unit_noun(results);
    std::string text = fmt::format(
        "Each small mark is one {0}: what the design adds to the baseline, {1}, among the same people with the same "
        "luck. Large "
        "marks are means, ellipses one standard deviation of {0}s around them. Right is more uptake, down is less "
        "harm; the "
        "tinted quarter is better on both.",
        noun, baseline_words(results));
    std::vector<std::string> front;
    for (const std::size_t design : undominated_designs(clouds)) front.push_back(results.designs[design]);
    if (!front.empty())
        text += fmt::format(" By the means, no other design offers more uptake with less harm than {}.", listed(front));
    return text;
}

/// Ellipses and marks in words and numbers, for those who cannot see them.
std::string description(const Results& results, const std::vector<PlaneCloud>& clouds) {
    std::string text;
    for (const PlaneCloud& cloud : clouds) {
        text += fmt::format("{}: {} points of uptake, {} harm per 1000 citizen-years, mean over {}. ",
                            results.designs[cloud.design], signed_number(cloud.mean_uptake, cloud.mean_uptake),
                            signed_number(cloud.mean_harm, cloud.mean_harm),
                            counted(cloud.uptake.size(), unit_noun(results)));
    }
    return text;
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

std::string plane_finding(const Results& results, const std::vector<PlaneCloud>& clouds) {
    const auto adds = [](const PlaneCloud& cloud) { return cloud.mean_uptake > 0; };
    const auto free = [](const PlaneCloud& cloud) { return cloud.mean_uptake > 0 && cloud.mean_harm <= 0; };
    const std::vector<std::string> adding = names(results, clouds, adds), costless = names(results, clouds, free);
    if (adding.empty())
        return fmt::format("On average over {}s, no design adds uptake to {}", unit_noun(results),
                           baseline_words(results));
    if (!costless.empty()) {
        return fmt::format("On average over {}s, {} {} uptake without adding harm", unit_noun(results),
                           listed(costless), costless.size() == 1 ? "adds" : "add");
    }
    const PlaneCloud* cheapest = nullptr;
    for (const PlaneCloud& cloud : clouds) {
        if (!adds(cloud)) continue;
        if (cheapest == nullptr || cloud.mean_harm * cheapest->mean_uptake < cheapest->mean_harm * cloud.mean_uptake)
            cheapest = &cloud;
    }
    if (adding.size() == 1)
        return fmt::format("On average over {}s, {} adds both uptake and harm", unit_noun(results), adding[0]);
    return fmt::format(
        "Every design that adds uptake also adds harm, on average over {}s; {} adds the least harm per point of uptake",
        unit_noun(results), results.designs[cheapest->design]);
}

Html plane_section(const Results& results) {
    const std::vector<PlaneCloud> clouds = plane_clouds(results);
    if (clouds.empty()) return {};
    const std::string title = plane_finding(results, clouds), words = description(results, clouds);
    const Html wide = draw_plane(results, clouds, {"plane-wide", 860, 500}, title, words);
    const Html narrow = draw_plane(results, clouds, {"plane-narrow", 360, 400}, title, words);
    const Html figure = element("p", {{"class", "chart-title"}}, title) + wide + narrow +
                        element("figcaption", caption(results, clouds));
    return element("section",
                   element("h2", {{"id", "plane"}}, "Uptake gained, harm added") + element("figure", figure));
}

}  // namespace leeway
