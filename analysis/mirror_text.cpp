#include "analysis/mirror_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/layout.hpp"
#include "analysis/numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

/// How numbers of one effect are written.
struct Amounts {
    double factor;
    std::string unit;
    int decimals;

    std::string plain(double value) const { return plain_signed(factor * value, decimals); }
    std::string with_unit(double value) const { return plain(value) + (unit.empty() ? "" : " " + unit); }
    std::string with_interval(const Interval& interval) const {
        if (!std::isfinite(interval.low)) return plain(interval.mean);
        return fmt::format("{} ({} to {})", plain(interval.mean), plain(interval.low), plain(interval.high));
    }
};

Amounts amounts_of(const MirrorEffect& effect) {
    double scale = largest({effect.truth.mean, effect.truth.low, effect.truth.high});
    for (const MirrorEstimate& estimate : effect.estimates)
        scale = std::max(scale, largest({estimate.found.low, estimate.found.high, estimate.found.mean}));
    const double factor = effect.share ? 100 : 1;
    const std::string unit = effect.share ? "points" : effect.unit == "count" ? "" : effect.unit;
    return {factor, unit, decimals_for(factor * scale, 2)};
}

/// The smallest and the largest that any method finds.
std::pair<const MirrorEstimate*, const MirrorEstimate*> extremes(const MirrorEffect& effect) {
    const auto [least, most] = std::minmax_element(
        effect.estimates.begin(), effect.estimates.end(),
        [](const MirrorEstimate& one, const MirrorEstimate& other) { return one.found.mean < other.found.mean; });
    return {&*least, &*most};
}

std::string effect_table(const MirrorEffect& effect, bool colour) {
    const Amounts amounts = amounts_of(effect);
    const bool has_truth = std::isfinite(effect.truth.mean);
    std::vector<std::vector<std::string>> rows{{"", "finds", "runs"}};
    if (has_truth)
        rows.front().insert(rows.front().end(), {"pairs", "off by", "selection", "interference", "right sign"});
    for (const MirrorEstimate& estimate : effect.estimates) {
        std::vector<std::string> cells{estimate.method.substr(0, estimate.method.find(':')),
                                       amounts.with_interval(estimate.found), std::to_string(estimate.runs)};
        if (has_truth) {
            cells.push_back(std::to_string(estimate.pairs));
            cells.push_back(amounts.plain(estimate.error.mean));
            cells.push_back(amounts.plain(estimate.selection.mean));
            cells.push_back(amounts.plain(estimate.interference.mean));
            cells.push_back(std::isfinite(estimate.share_with_sign)
                                ? fmt::format("{:.0f} %", 100 * estimate.share_with_sign)
                                : "-");
        }
        rows.push_back(std::move(cells));
    }
    const std::string unit = amounts.unit.empty() ? "" : " [" + amounts.unit + "]";
    return painted(bold, effect.name + unit, colour) + "\n" + aligned(rows, colour);
}

std::string totals_text(const MirrorDesign& design) {
    std::vector<std::string> parts;
    for (const ProgrammeTotal& total : design.totals) {
        if (!std::isfinite(total.change.mean)) continue;
        const NumberFormat format = number_format(*total.metric);
        const Interval& change = total.change;
        const int decimals = decimals_for(format.factor * largest({change.mean, change.low, change.high}), 2);
        std::string text =
            fmt::format("{} {}", readable(total.metric->name), plain_signed(format.factor * change.mean, decimals));
        if (std::isfinite(change.low))
            text += fmt::format(" ({} to {})", plain_signed(format.factor * change.low, decimals),
                                plain_signed(format.factor * change.high, decimals));
        parts.push_back(text + (total.metric->share ? " points" : ""));
    }
    if (parts.empty()) return {};
    return wrapped(printable(fmt::format("The whole programme against `{}`, everybody counted: {}.", design.baseline,
                                         join(parts, "; "))),
                   "* ");
}

std::string design_text(const MirrorDesign& design, bool colour) {
    std::string text = painted(bold, printable(design.name), colour) + "\n";
    std::string firms = fmt::format(
        "In a run on average {} admitted, {} rejected, {} held-out firms and {} outsiders were "
        "followed.",
        plain_number(design.admitted, 1), plain_number(design.rejected, 1), plain_number(design.held_out, 1),
        plain_number(design.outsiders, 1));
    if (design.placebo)
        firms += fmt::format(" The truth is from `{}`, which admitted {}.", *design.placebo,
                             plain_number(design.admitted_under_placebo, 1));
    text += wrapped(printable(firms), "* ");
    for (const MirrorEffect& effect : design.effects) {
        if (!effect.estimates.empty()) text += wrapped(mirror_sentence(effect), "* ");
    }
    text += totals_text(design) + "\n";
    for (const MirrorEffect& effect : design.effects) {
        if (!effect.estimates.empty()) text += effect_table(effect, colour) + "\n";
    }
    return text;
}

}  // namespace

std::string mirror_sentence(const MirrorEffect& effect) {
    const Amounts amounts = amounts_of(effect);
    const auto [least, most] = extremes(effect);
    const auto words = [&](const MirrorEstimate& estimate) {
        return fmt::format("{} ({})", amounts.with_unit(estimate.found.mean), estimate.method);
    };
    const std::string range =
        least == most ? words(*least) : fmt::format("between {} and {}", words(*least), words(*most));
    const std::string found = fmt::format("Of {}, evaluators of this sandbox would find {}", effect.name, range);
    if (!std::isfinite(effect.truth.mean))
        return found + "; what admission truly does is not known from these results.";
    std::string truth = amounts.with_interval(effect.truth) + (amounts.unit.empty() ? "" : " " + amounts.unit);
    return fmt::format("{}; what admission truly does to admitted firms is {}.", found, truth);
}

std::string mirror_text(const MirrorAnswer& answer, bool colour) {
    std::string text = opening_text(answer, colour);
    text += wrapped("What an evaluation of the sandbox would conclude from its own data, and what is true.") + "\n";
    for (const MirrorDesign& design : answer.designs) text += design_text(design, colour);
    text += wrapped(fmt::format(
        "\"Runs\": in which the method has somebody to compare; \"pairs\": with the placebo as well. "
        "Brackets: 95 % interval of the mean over {}s ({}). \"Off by\": found less true, over pairs, the sum of "
        "\"selection\", which the method finds with a placebo sandbox, where there is nothing to find, and "
        "\"interference\", the rest, such as effects on the firms that it compares with. \"Right sign\": share of "
        "single runs in which the method finds the sign of the truth.",
        answer.unit_noun, answer.interval_method));
    return text + closing_text(answer);
}

}  // namespace leeway
