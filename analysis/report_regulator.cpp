#include "analysis/report_regulator.hpp"

#include <array>
#include <cmath>

#include "analysis/report_curves.hpp"
#include "analysis/report_headline.hpp"
#include "analysis/report_words.hpp"

namespace leeway {
namespace {

constexpr std::array<std::string_view, 7> workload{"applications",      "admitted",      "tested",        "graduated",
                                                   "queue_wait_months", "waiting_cases", "regulator_cost"};
constexpr std::array<std::string_view, 6> learning{"belief_error",          "belief_coverage",
                                                   "months_until_accurate", "rules_changed",
                                                   "months_to_rule_change", "exemptions_made_rules_share"};

/// Which design has the most and which the least of an outcome, as a sentence; empty if that cannot be said.
std::string ends_of(const ReportContext& page, std::string_view metric, std::string_view key) {
    const DesignComparison *most = nullptr, *least = nullptr;
    const auto level = [&](const DesignComparison* design) { return design->find(metric)->level.mean.mean; };
    for (const DesignComparison& design : page.comparison.designs) {
        if (design.find(metric) == nullptr || !std::isfinite(level(&design))) continue;
        if (most == nullptr || level(&design) > level(most)) most = &design;
        if (least == nullptr || level(&design) < level(least)) least = &design;
    }
    if (most == nullptr || level(most) == level(least)) return {};
    const NumberFormat format = short_format_of(metric);
    const double scale = level(most);
    return page.words(key, {{"most", most->name},
                            {"most_level", level_words(format, level(most), scale)},
                            {"least", least->name},
                            {"least_level", level_words(format, level(least), scale)}});
}

/// A finding, or the plain heading where there is none, above a table.
Html titled_table(const ReportContext& page, const std::string& finding, std::string_view heading,
                  std::string_view name, std::span<const std::string_view> metrics) {
    const std::string title = finding.empty() ? page.words(heading) : finding;
    const Html table = outcome_table(page, page.words(heading), name, metrics);
    return table.empty() ? Html() : element("h3", {{"class", "chart-title"}}, title) + table;
}

}  // namespace

Html regulator_section(const ReportContext& page) {
    Html parts = titled_table(page, ends_of(page, "queue_wait_months", "regulator.waiting"), "regulator.workload",
                              "regulator-workload", workload);
    parts += titled_table(page, ends_of(page, "belief_error", "regulator.error"), "regulator.learning",
                          "regulator-learning", learning);
    parts += curve_figures(page, regulator_curves());
    if (parts.empty()) return {};
    return element("section", element("h2", {{"id", "regulator"}}, page.words("regulator.title")) + parts);
}

}  // namespace leeway
