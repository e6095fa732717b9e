#include "analysis/regimes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/asked_outcomes.hpp"
#include "analysis/unit_means.hpp"

namespace leeway {
namespace {

constexpr std::size_t most_moved = 3;

bool same(const Regime& one, const Regime& other) {
    return one.firms == other.firms && one.regulators == other.regulators;
}

/// Designs by name and regime: where each stands in the results.
struct Crossing {
    std::vector<Regime> regimes;
    std::vector<std::string> designs;
    std::vector<std::vector<std::size_t>> place;  ///< [regime][design]

    /// The place of a regime among those that are there.
    std::optional<std::size_t> find(const Regime& regime) const {
        const auto found =
            std::find_if(regimes.begin(), regimes.end(), [&](const Regime& r) { return same(r, regime); });
        if (found == regimes.end()) return std::nullopt;
        return static_cast<std::size_t>(found - regimes.begin());
    }
};

const std::vector<std::int8_t>* find_switch(const Results& results, std::string_view name) {
    for (const LeverColumn& lever : results.levers) {
        if (lever.name == name) return std::get_if<std::vector<std::int8_t>>(&lever.values);
    }
    return nullptr;
}

/// The design of that name in that regime.
std::optional<std::size_t> find_place(const Results& results, const std::vector<Regime>& of_design,
                                      const std::string& name, const Regime& regime) {
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        if (results.design_base[design] == name && same(of_design[design], regime)) return design;
    }
    return std::nullopt;
}

/// Names that are there in every regime, in the order of the experiment.
void add_designs(const Results& results, const std::vector<Regime>& of_design, Crossing& crossing) {
    crossing.place.resize(crossing.regimes.size());
    for (const std::string& name : results.design_base) {
        if (std::find(crossing.designs.begin(), crossing.designs.end(), name) != crossing.designs.end()) continue;
        std::vector<std::size_t> places;
        for (const Regime& regime : crossing.regimes) {
            if (const auto place = find_place(results, of_design, name, regime)) places.push_back(*place);
        }
        if (places.size() != crossing.regimes.size()) continue;
        crossing.designs.push_back(name);
        for (std::size_t regime = 0; regime < places.size(); ++regime) crossing.place[regime].push_back(places[regime]);
    }
}

std::variant<Crossing, std::string> crossing_of(const Results& results) {
    const auto *firms = find_switch(results, "adaptation.firms"),
               *regulators = find_switch(results, "adaptation.regulators");
    if (firms == nullptr || regulators == nullptr || results.design_base.empty())
        return "the file does not say who adapts: an older version wrote it. Run the experiment again.";
    std::vector<Regime> of_design;
    for (std::size_t design = 0; design < results.designs.size(); ++design)
        of_design.push_back({(*firms)[design] == 1, (*regulators)[design] == 1});
    Crossing crossing;
    for (const Regime& regime : {Regime{false, false}, Regime{true, false}, Regime{false, true}, Regime{true, true}}) {
        const auto is_it = [&](const Regime& other) { return same(regime, other); };
        if (std::any_of(of_design.begin(), of_design.end(), is_it)) crossing.regimes.push_back(regime);
    }
    if (crossing.regimes.size() < 2)
        return "there is one regime of adaptation (" + words(crossing.regimes.front()) +
               "), so that nothing can flip. Add `[adaptation]` with `firms = [true, false]` and `regulators = [true, "
               "false]` to the experiment and run it again.";
    add_designs(results, of_design, crossing);
    if (crossing.designs.size() < 2)
        return "fewer than two designs are there in every regime: there is no ranking. Name two or more under "
               "`designs` and run again.";
    return crossing;
}

/// What the rankings are made from.
struct RegimesQuestion {
    const Results& results;
    const MeanEstimator& estimator;
    const Crossing& crossing;

    /// First design minus second in a regime, of one run.
    double gap(const OutcomeArray& outcome, std::size_t first, std::size_t second, std::size_t regime,
               std::size_t world, std::size_t replicate) const {
        const auto& place = crossing.place[regime];
        return run_value(results, outcome, place[first], world, replicate) -
               run_value(results, outcome, place[second], world, replicate);
    }

    /// The mean of a weighted sum of a pair's gaps in the regimes, paired by world and luck.
    Interval weighted_gap(const OutcomeArray& outcome, std::size_t first, std::size_t second,
                          const std::vector<double>& weight) const {
        const auto sum_of_gaps = [&](std::size_t world, std::size_t replicate) {
            double sum = 0;
            for (std::size_t regime = 0; regime < weight.size(); ++regime) {
                if (weight[regime] != 0) sum += weight[regime] * gap(outcome, first, second, regime, world, replicate);
            }
            return sum;
        };
        return estimate_mean(estimator, unit_means(results, sum_of_gaps, belongs_to_world(outcome)));
    }

    Interval gap_in(const OutcomeArray& outcome, std::size_t first, std::size_t second, std::size_t regime) const {
        std::vector<double> weight(crossing.regimes.size(), 0.0);
        weight[regime] = 1;
        return weighted_gap(outcome, first, second, weight);
    }

    Interval shift(const OutcomeArray& outcome, const RegimeFlip& flip) const {
        std::vector<double> weight(crossing.regimes.size(), 0.0);
        weight[flip.behind_in] = 1;
        weight[flip.ahead_in] = -1;
        return weighted_gap(outcome, flip.first, flip.second, weight);
    }
};

/// Main effects and interaction of the two switches, where all four regimes are there; with two regimes that differ in
/// one switch, its effect.
void add_effects(const RegimesQuestion& question, const OutcomeArray& outcome, RegimeFlip& flip) {
    const auto place = [&](bool firms, bool regulators) { return question.crossing.find({firms, regulators}); };
    const auto none = place(false, false), firms = place(true, false), regulators = place(false, true),
               both = place(true, true);
    const auto effect =
        [&](std::initializer_list<std::pair<std::optional<std::size_t>, double>> parts) -> std::optional<Interval> {
        std::vector<double> weight(question.crossing.regimes.size(), 0.0);
        for (const auto& [regime, share] : parts) {
            if (!regime) return std::nullopt;
            weight[*regime] += share;
        }
        return question.weighted_gap(outcome, flip.first, flip.second, weight);
    };
    flip.by_firms = effect({{both, 0.5}, {firms, 0.5}, {regulators, -0.5}, {none, -0.5}});
    flip.by_regulators = effect({{both, 0.5}, {regulators, 0.5}, {firms, -0.5}, {none, -0.5}});
    flip.by_both = effect({{both, 1}, {none, 1}, {firms, -1}, {regulators, -1}});
    if (question.crossing.regimes.size() != 2) return;
    flip.by_firms = none && firms ? effect({{firms, 1}, {none, -1}}) : effect({{both, 1}, {regulators, -1}});
    flip.by_regulators = none && regulators ? effect({{regulators, 1}, {none, -1}}) : effect({{both, 1}, {firms, -1}});
}

/// How many half-widths of its interval a shift lies from zero.
double clearness(const Interval& shift) {
    const double half = (shift.high - shift.low) / 2;
    return half > 0 ? std::abs(shift.mean) / half : 0;
}

/// Other outcomes whose gap between the two designs moves between the same regimes, the clearest first.
void add_moved(const RegimesQuestion& question, const Metric& metric, RegimeFlip& flip) {
    for (const OutcomeArray& outcome : question.results.outcomes) {
        const Metric* row = find_metric(outcome.name);
        if (row == nullptr || row == &metric) continue;
        const Interval shift = question.shift(outcome, flip);
        if (!leaves_zero_out(shift)) continue;
        flip.moved.push_back({row, question.gap_in(outcome, flip.first, flip.second, flip.ahead_in),
                              question.gap_in(outcome, flip.first, flip.second, flip.behind_in), shift});
    }
    std::stable_sort(flip.moved.begin(), flip.moved.end(), [](const MovedGap& one, const MovedGap& other) {
        return clearness(one.shift) > clearness(other.shift);
    });
    if (flip.moved.size() > most_moved) flip.moved.resize(most_moved);
}

/// The flip of two designs, if their order differs between regimes.
std::optional<RegimeFlip> flip_of(const RegimesQuestion& question, const Metric& metric, const OutcomeArray& outcome,
                                  std::size_t one, std::size_t other) {
    const double sign = metric.better == Better::less ? -1 : 1;
    std::vector<double> gaps;
    for (std::size_t regime = 0; regime < question.crossing.regimes.size(); ++regime)
        gaps.push_back(sign * question.gap_in(outcome, one, other, regime).mean);
    std::size_t ahead = 0, behind = 0;
    for (std::size_t regime = 1; regime < gaps.size(); ++regime) {
        if (std::isnan(gaps[ahead]) || gaps[regime] > gaps[ahead]) ahead = regime;
        if (std::isnan(gaps[behind]) || gaps[regime] < gaps[behind]) behind = regime;
    }
    if (!(gaps[ahead] > 0 && gaps[behind] < 0)) return std::nullopt;
    RegimeFlip flip{one, other, ahead, behind, {}, {}, {}, false, {}, {}, {}, {}};
    flip.gap_ahead = question.gap_in(outcome, one, other, flip.ahead_in);
    flip.gap_behind = question.gap_in(outcome, one, other, flip.behind_in);
    flip.shift = question.shift(outcome, flip);
    flip.is_clear = leaves_zero_out(flip.gap_ahead) && leaves_zero_out(flip.gap_behind);
    add_effects(question, outcome, flip);
    if (flip.is_clear) add_moved(question, metric, flip);
    return flip;
}

/// Levels of the designs in one regime with their places.
std::vector<RegimeLevel> levels_in(const RegimesQuestion& question, const Metric& metric, const OutcomeArray& outcome,
                                   std::size_t regime) {
    const double sign = metric.better == Better::less ? -1 : 1;
    std::vector<RegimeLevel> levels;
    for (const std::size_t design : question.crossing.place[regime])
        levels.push_back({estimate_mean(question.estimator, unit_values(question.results, outcome, design)), 0});
    for (RegimeLevel& level : levels) {
        if (!std::isfinite(level.mean.mean)) continue;
        level.place =
            1 + static_cast<std::size_t>(std::count_if(levels.begin(), levels.end(), [&](const RegimeLevel& other) {
                return sign * other.mean.mean > sign * level.mean.mean;
            }));
    }
    return levels;
}

std::size_t best_of(const std::vector<RegimeLevel>& levels) {
    const auto best =
        std::find_if(levels.begin(), levels.end(), [](const RegimeLevel& level) { return level.place == 1; });
    return static_cast<std::size_t>(best - levels.begin());
}

RegimeRanking ranking_of(const RegimesQuestion& question, const Metric& metric) {
    const OutcomeArray& outcome = *find_outcome(question.results.outcomes, metric.name);
    RegimeRanking ranking;
    ranking.metric = &metric;
    for (std::size_t regime = 0; regime < question.crossing.regimes.size(); ++regime)
        ranking.levels.push_back(levels_in(question, metric, outcome, regime));
    const auto is_missing = [](const RegimeLevel& level) { return level.place == 0; };
    for (const auto& levels : ranking.levels) {
        if (std::any_of(levels.begin(), levels.end(), is_missing)) ranking.is_complete = false;
        ranking.best_changes = ranking.best_changes || best_of(levels) != best_of(ranking.levels.front());
    }
    ranking.best_changes = ranking.best_changes && ranking.is_complete;
    for (std::size_t one = 0; one < question.crossing.designs.size(); ++one) {
        for (std::size_t other = one + 1; other < question.crossing.designs.size(); ++other) {
            if (auto flip = flip_of(question, metric, outcome, one, other)) ranking.flips.push_back(std::move(*flip));
        }
    }
    std::stable_partition(ranking.flips.begin(), ranking.flips.end(),
                          [](const RegimeFlip& flip) { return flip.is_clear; });
    return ranking;
}

void add_limits(const Results& results, const Crossing& crossing, std::vector<std::string>& limits) {
    if (crossing.regimes.size() < 4)
        limits.push_back(
            fmt::format("There are {} of four regimes; what firms and regulators contribute together cannot be "
                        "told apart.",
                        crossing.regimes.size()));
    if (crossing.designs.size() * crossing.regimes.size() < results.designs.size())
        limits.emplace_back("Designs that are not there in every regime are left out.");
}

}  // namespace

std::string words(const Regime& regime) {
    if (regime.firms && regime.regulators) return "both adapt";
    return regime.firms ? "only firms adapt" : regime.regulators ? "only regulators adapt" : "nobody adapts";
}

std::variant<RegimesAnswer, std::string> find_regime_flips(const Results& results,
                                                           const std::vector<std::string>& metrics) {
    auto crossed = crossing_of(results);
    if (auto* problem = std::get_if<std::string>(&crossed)) return std::move(*problem);
    const Crossing& crossing = std::get<Crossing>(crossed);
    const auto asked = asked_outcomes(results, metrics);
    if (const auto* problem = std::get_if<std::string>(&asked)) return *problem;
    const MeanEstimator estimator = estimator_for(results);
    RegimesAnswer answer{answer_frame(results, estimator), crossing.regimes, crossing.designs, {}};
    add_limits(results, crossing, answer.limits);
    for (const Metric* metric : std::get<std::vector<const Metric*>>(asked)) {
        if (metric->better == Better::neither) {
            answer.limits.push_back(
                fmt::format("{} ranks nothing: neither more nor less of it is better.", metric->name));
        } else {
            answer.rankings.push_back(ranking_of({results, estimator, crossing}, *metric));
        }
    }
    return answer;
}

}  // namespace leeway
