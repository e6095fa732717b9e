#include "analysis/regimes_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/layout.hpp"
#include "analysis/numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

constexpr std::size_t most_pairs = 5;

/// "+1.2 points" with its interval where there is one.
std::string amount(const Metric& metric, const Interval& interval) {
    const NumberFormat format = number_format(metric);
    const double factor = format.factor;
    const int decimals = decimals_for(factor * largest({interval.mean, interval.low, interval.high}), 2);
    std::string text = plain_signed(factor * interval.mean, decimals);
    if (!format.difference_unit.empty()) text += " " + format.difference_unit;
    if (!std::isfinite(interval.low)) return text;
    return text + fmt::format(" ({} to {})", plain_signed(factor * interval.low, decimals),
                              plain_signed(factor * interval.high, decimals));
}

std::string effects_words(const RegimeRanking& ranking, const RegimeFlip& flip) {
    std::vector<std::string> parts;
    if (flip.by_firms) parts.push_back("adaptation of firms adds " + amount(*ranking.metric, *flip.by_firms));
    if (flip.by_regulators)
        parts.push_back("adaptation of regulators adds " + amount(*ranking.metric, *flip.by_regulators));
    if (flip.by_both) parts.push_back("their interaction is " + amount(*ranking.metric, *flip.by_both));
    return parts.empty() ? "" : " To this gap " + listed(parts) + ".";
}

std::string moved_words(const RegimeFlip& flip) {
    std::vector<std::string> parts;
    for (const MovedGap& moved : flip.moved) {
        const NumberFormat format = number_format(*moved.metric);
        const int decimals = decimals_for(format.factor * largest({moved.before.mean, moved.after.mean}), 2);
        parts.push_back(fmt::format("{} (from {} to {}{})", readable(moved.metric->name),
                                    plain_signed(format.factor * moved.before.mean, decimals),
                                    plain_signed(format.factor * moved.after.mean, decimals),
                                    format.difference_unit.empty() ? "" : " " + format.difference_unit));
    }
    return parts.empty() ? "" : " Between the two regimes their gap moves most clearly in " + listed(parts) + ".";
}

/// The pairs that change places, or the first of them: "`a` and `b`; `a` and `c`".
std::string pairs_words(const RegimesAnswer& answer, const RegimeRanking& ranking, bool clear_ones) {
    std::vector<std::string> pairs;
    for (const RegimeFlip& flip : ranking.flips) {
        if (flip.is_clear == clear_ones)
            pairs.push_back(fmt::format("`{}` and `{}`", answer.designs[flip.first], answer.designs[flip.second]));
    }
    if (pairs.size() <= most_pairs) return join(pairs, "; ");
    const std::string rest = fmt::format("{} more pairs", pairs.size() - most_pairs);
    pairs.resize(most_pairs);
    return join(pairs, "; ") + "; " + rest;
}

std::string level_cell(const Metric& metric, const RegimeLevel& level, int decimals) {
    if (level.place == 0) return "-";
    return fmt::format("{}. {}", level.place, plain_number(number_format(metric).factor * level.mean.mean, decimals));
}

std::string ranking_table(const RegimesAnswer& answer, const RegimeRanking& ranking, bool colour) {
    const Metric& metric = *ranking.metric;
    double scale = 0;
    for (const auto& levels : ranking.levels) {
        for (const RegimeLevel& level : levels) scale = std::max(scale, largest({level.mean.mean}));
    }
    const int decimals = decimals_for(number_format(metric).factor * scale, 3);
    std::vector<std::vector<std::string>> rows{{"design"}};
    for (const Regime& regime : answer.regimes) rows.front().push_back(words(regime));
    for (std::size_t design = 0; design < answer.designs.size(); ++design) {
        std::vector<std::string> cells{printable(answer.designs[design])};
        for (const auto& levels : ranking.levels) cells.push_back(level_cell(metric, levels[design], decimals));
        rows.push_back(std::move(cells));
    }
    const std::string unit = number_format(metric).unit;
    const std::string heading = std::string(metric.name) + (unit.empty() ? "" : " [" + unit + "]") +
                                (metric.better == Better::less ? ", less is better" : ", more is better");
    return painted(bold, heading, colour) + "\n" + aligned(rows, colour);
}

std::string ranking_text(const RegimesAnswer& answer, const RegimeRanking& ranking, bool colour) {
    std::string text =
        ranking_table(answer, ranking, colour) + wrapped(printable(regime_sentence(answer, ranking)), "* ");
    for (const RegimeFlip& flip : ranking.flips) {
        if (flip.is_clear) text += wrapped(printable(flip_sentence(answer, ranking, flip)), "* ");
    }
    return text + "\n";
}

}  // namespace

std::string regime_sentence(const RegimesAnswer& answer, const RegimeRanking& ranking) {
    const std::string subject = "By " + readable(ranking.metric->name);
    const std::string reservation =
        ranking.is_complete ? "" : " Some designs have no value in some regimes; what is missing is not judged.";
    const auto clear =
        std::count_if(ranking.flips.begin(), ranking.flips.end(), [](const RegimeFlip& f) { return f.is_clear; });
    if (ranking.flips.empty())
        return subject + (ranking.is_complete ? " the order of the designs is the same in every regime."
                                              : " no two designs are seen to change places." + reservation);
    const std::string pairs = pairs_words(answer, ranking, clear > 0);
    if (clear == 0)
        return fmt::format("{} the order changes between regimes only among designs without a clear difference ({}).{}",
                           subject, pairs, reservation);
    return fmt::format("{} the ranking FLIPS with who adapts: {} change places{}.{}", subject, pairs,
                       ranking.best_changes ? "; the best design is not the same everywhere" : "", reservation);
}

std::string flip_sentence(const RegimesAnswer& answer, const RegimeRanking& ranking, const RegimeFlip& flip) {
    return fmt::format("`{}` is better than `{}` where {}: {}; it is worse where {}: {}.{}{}",
                       answer.designs[flip.first], answer.designs[flip.second], words(answer.regimes[flip.ahead_in]),
                       amount(*ranking.metric, flip.gap_ahead), words(answer.regimes[flip.behind_in]),
                       amount(*ranking.metric, flip.gap_behind), effects_words(ranking, flip), moved_words(flip));
}

std::string regimes_summary(const RegimesAnswer& answer) {
    std::vector<std::string> flipping;
    for (const RegimeRanking& ranking : answer.rankings) {
        if (std::any_of(ranking.flips.begin(), ranking.flips.end(), [](const RegimeFlip& f) { return f.is_clear; }))
            flipping.push_back(readable(ranking.metric->name));
    }
    if (answer.rankings.empty()) return "No outcome that was asked for ranks designs.";
    if (answer.interval_method.starts_with("none"))
        return "Without intervals no flip can be called clear: places are of the means alone.";
    if (flipping.empty())
        return fmt::format("The ranking flips clearly by no outcome ({} looked at).", answer.rankings.size());
    return fmt::format("The ranking flips clearly by {}: it depends on who adapts.", listed(flipping));
}

std::string regimes_text(const RegimesAnswer& answer, bool colour) {
    std::string text = opening_text(answer, colour);
    text += wrapped(fmt::format(
                "{} in {} of adaptation. Every design meets the same people and the same luck in every regime.",
                counted(answer.designs.size(), "design"), counted(answer.regimes.size(), "regime"))) +
            wrapped(regimes_summary(answer), "* ") + "\n";
    for (const RegimeRanking& ranking : answer.rankings) text += ranking_text(answer, ranking, colour);
    text += wrapped(
        fmt::format("Tables: place and mean. A flip is clear where the paired difference leaves zero out in both "
                    "regimes. Brackets: 95 % interval of the mean ({}). What moves along is chosen among all "
                    "outcomes: a hint where to look, no proof.",
                    answer.interval_method));
    return text + closing_text(answer);
}

}  // namespace leeway
