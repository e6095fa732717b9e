#include "analysis/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/layout.hpp"
#include "analysis/limits.hpp"
#include "analysis/numbers.hpp"
#include "analysis/plane_text.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

/// Whether the difference is known, and good or bad.
std::string verdict(const OutcomeContrast& outcome) {
    if (!std::isfinite(outcome.contrast.mean.mean)) return "not known";
    if (!std::isfinite(outcome.contrast.mean.low)) return "";
    if (!outcome.is_clear()) return outcome.better + outcome.worse == 0 ? "the same" : "no clear difference";
    if (outcome.metric->better == Better::neither) return outcome.contrast.mean.mean > 0 ? "more" : "less";
    const std::string word = outcome.is_better() ? "better" : "worse";
    return outcome.units_agree() ? word : word + " on average";
}

std::string painted_verdict(const OutcomeContrast& outcome, bool colour) {
    const std::string words = verdict(outcome);
    if (words.starts_with("better")) return painted(green, words, colour);
    if (words.starts_with("worse")) return painted(red, words, colour);
    return words;
}

struct Row {
    std::string design, level, contrast, better, verdict;
};

std::string with_interval(double centre, double low, double high, int decimals, bool is_signed) {
    const auto written = [&](double value) {
        return is_signed ? plain_signed(value, decimals) : plain_number(value, decimals);
    };
    if (!std::isfinite(low)) return written(centre);
    return fmt::format("{} ({} to {})", written(centre), written(low), written(high));
}

/// Digits for a column: three significant ones for the largest number in it.
int column_decimals(const Comparison& comparison, const Metric& metric, bool of_contrast) {
    double scale = 0;
    for (const DesignComparison& design : comparison.designs) {
        const OutcomeContrast* outcome = design.find(metric.name);
        if (outcome == nullptr) continue;
        const Interval& shown = of_contrast ? outcome->contrast.mean : outcome->level.mean;
        scale = std::max(scale, largest({shown.mean, shown.low, shown.high}));
    }
    return decimals_for(number_format(metric).factor * scale, 3);
}

std::vector<Row> rows_of(const Comparison& comparison, const Metric& metric, bool colour) {
    const double factor = number_format(metric).factor;
    const int level_decimals = column_decimals(comparison, metric, false);
    const int contrast_decimals = column_decimals(comparison, metric, true);
    std::vector<Row> rows;
    for (const DesignComparison& design : comparison.designs) {
        const OutcomeContrast* outcome = design.find(metric.name);
        if (outcome == nullptr) continue;
        const Interval &level = outcome->level.mean, &contrast = outcome->contrast.mean;
        Row row{printable(design.name),
                with_interval(factor * level.mean, factor * level.low, factor * level.high, level_decimals, false),
                {},
                {},
                {}};
        if (design.is_baseline()) {
            row.contrast = "baseline";
        } else {
            row.contrast = with_interval(factor * contrast.mean, factor * contrast.low, factor * contrast.high,
                                         contrast_decimals, true);
            if (std::isfinite(outcome->share_better)) row.better = fmt::format("{:.0f} %", 100 * outcome->share_better);
            row.verdict = painted_verdict(*outcome, colour);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string heading(const Metric& metric) {
    const NumberFormat format = number_format(metric);
    const std::string_view direction = metric.better == Better::more   ? "more is better"
                                       : metric.better == Better::less ? "less is better"
                                                                       : "";
    std::string text(metric.name);
    if (!format.unit.empty()) text += fmt::format(" [{}]", format.unit);
    if (!direction.empty()) text += fmt::format(", {}", direction);
    return text;
}

/// What sharing luck with the baseline saves each design.
std::string luck_line(const Comparison& comparison, const Metric& metric) {
    std::vector<std::string> savings;
    for (const DesignComparison& design : comparison.designs) {
        const OutcomeContrast* outcome = design.find(metric.name);
        if (outcome == nullptr || std::isnan(outcome->luck_saving)) continue;
        const double times = outcome->luck_saving;
        savings.push_back(std::isfinite(times)
                              ? fmt::format("{} {} times", design.name, plain_number(times, times < 10 ? 1 : 0))
                              : design.name + " all");
    }
    if (savings.empty()) return {};
    return wrapped(printable(fmt::format("replicates saved by common luck: {}", join(savings))), "  ");
}

std::string table(const Comparison& comparison, const Metric& metric, bool colour) {
    std::vector<Row> rows = rows_of(comparison, metric, colour);
    const std::string difference = metric.share ? "difference [points]" : "difference";
    rows.insert(rows.begin(), {"design", "level", difference, "better in", ""});
    std::size_t design = 0, level = 0, contrast = 0;
    for (const Row& row : rows) {
        design = std::max(design, columns_of(row.design));
        level = std::max(level, columns_of(row.level));
        contrast = std::max(contrast, columns_of(row.contrast));
    }
    std::string text = painted(bold, heading(metric), colour) + "\n" + wrapped(metric.long_name, "  ");
    for (const Row& row : rows) {
        std::string line = fmt::format("  {}  {}  {}  {}  ", padded(row.design, design), padded(row.level, level),
                                       padded(row.contrast, contrast), padded(row.better, 9));
        line += row.verdict;
        line.erase(line.find_last_not_of(' ') + 1);
        text += (&row == &rows.front() ? painted(faint, line, colour) : line) + "\n";
    }
    return text + luck_line(comparison, metric) + "\n";
}

std::string runs_words(const Comparison& comparison) {
    const RunCounts& runs = comparison.runs;
    std::string text =
        fmt::format("{}, {}, {} each: {} runs done", counted(comparison.designs.size(), "design"),
                    counted(comparison.worlds, "world"), counted(comparison.replicates, "replicate"), runs.done);
    if (runs.failed > 0) text += fmt::format(", {} failed", runs.failed);
    if (runs.pending > 0) text += fmt::format(", {} pending", runs.pending);
    return text + ". Every design meets the same people and the same luck.";
}

std::string sentences(const Comparison& comparison) {
    std::string text;
    for (const DesignComparison& design : comparison.designs) text += wrapped(printable(design.sentence), "* ");
    for (const std::string& sentence : comparison.ranking_sentences) text += wrapped(printable(sentence), "* ");
    for (const DesignComparison& design : comparison.designs) {
        if (design.unbound_levers.empty()) continue;
        text += wrapped(printable(fmt::format("Levers of `{}` that never limited anybody: {}.", design.name,
                                              join(design.unbound_levers))),
                        "* ");
    }
    return text;
}

std::string notes(const Comparison& comparison) {
    std::string text = wrapped(fmt::format(
        "Tables: mean and 95 % interval of the mean ({0}); \"better in\" is the share of {1}s, ties count "
        "half. Replicates saved: how many times as many a difference as sharp would take if every design had luck "
        "of its own. Sentences: mean, and the range that holds nine of ten {1}s.",
        comparison.interval_method, comparison.unit_noun));
    for (const std::string& limit : comparison.limits) text += wrapped(limit, "! ");
    text += wrapped(
        "It is a model of mechanisms, no forecast: it says what would have to be true for a design to be better.",
        "! ");
    return text + wrapped(limit_of_harm(), "! ");
}

}  // namespace

std::string comparison_text(const Comparison& comparison, bool colour) {
    std::string text = comparison.title.empty() ? "" : wrapped(painted(bold, printable(comparison.title), colour));
    text += wrapped(printable(fmt::format("Against `{}`. {}", comparison.baseline, runs_words(comparison)))) + "\n";
    text += sentences(comparison) + "\n";
    text += plane_text(comparison);
    for (const Metric* metric : comparison.shown) text += table(comparison, *metric, colour);
    text += notes(comparison);
    return text + "results hash: " + printable(comparison.results_hash) + "\n";
}

}  // namespace leeway
