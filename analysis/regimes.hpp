// Does the ranking of designs depend on who adapts? Experiments may be run with firms and regulators that learn or do
// not: four regimes, with the same people and luck. Where two designs change places, the gap between them is taken
// apart into what the adaptation of firms, of regulators, and of both together contributes, as in a factorial
// experiment with two factors at two levels (Box, Hunter and Hunter 2005, Statistics for Experimenters, chapter 5).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/answer_frame.hpp"
#include "analysis/interval.hpp"
#include "core/results.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {

/// Who adapts.
struct Regime {
    bool firms = false, regulators = false;
};

/// "nobody adapts", "only firms adapt" …
std::string words(const Regime& regime);

/// One design in one regime, by one outcome.
struct RegimeLevel {
    Interval mean;
    std::size_t place = 0;  ///< 1 for the best; 0 where there is no value
};

/// An outcome whose gap between two designs moves along when they change places.
struct MovedGap {
    const Metric* metric = nullptr;
    Interval before, after, shift;  ///< first design minus second, in the regimes `ahead_in` and `behind_in`
};

/// Two designs that change places.
struct RegimeFlip {
    std::size_t first = 0, second = 0;        ///< designs; the first is better in `ahead_in`, the second in `behind_in`
    std::size_t ahead_in = 0, behind_in = 0;  ///< regimes: those in which each leads most
    Interval gap_ahead, gap_behind, shift;    ///< first minus second in either; shift: behind minus ahead
    bool is_clear = false;                    ///< whether both gaps leave zero out
    std::optional<Interval> by_firms, by_regulators,
        by_both;                  ///< what adaptation adds to the gap; by_both: interaction
    std::vector<MovedGap> moved;  ///< outcomes that move along most clearly, for a clear flip
};

/// The ranking by one outcome in every regime.
struct RegimeRanking {
    const Metric* metric = nullptr;                ///< never null
    std::vector<std::vector<RegimeLevel>> levels;  ///< [regime][design]
    std::vector<RegimeFlip> flips;                 ///< clear ones first
    bool is_complete = true;                       ///< whether every design has a value in every regime
    bool best_changes = false;                     ///< whether another design is the best in some regime, if complete
};

struct RegimesAnswer : AnswerFrame {
    std::vector<Regime> regimes;
    std::vector<std::string> designs;  ///< names without regimes
    std::vector<RegimeRanking> rankings;
};

/// The rankings by outcomes of which more or less is better (`metrics`, or the headline ones), or why there are none:
/// one regime, one design, a wrong name.
std::variant<RegimesAnswer, std::string> find_regime_flips(const Results& results,
                                                           const std::vector<std::string>& metrics);

}  // namespace leeway
