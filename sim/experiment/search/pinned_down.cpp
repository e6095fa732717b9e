#include "experiment/search/pinned_down.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/worlds.hpp"
#include "core/special.hpp"

namespace leeway {
namespace {

constexpr double tail = 0.05, error = 0.01;

Middle middle_of(const std::vector<double>& values) {
    return {quantile(values, tail), quantile(values, 0.5), quantile(values, 1 - tail)};
}

Middle middle_of(const UncertainParameter& prior) {
    return {quantile(prior, tail), quantile(prior, 0.5), quantile(prior, 1 - tail)};
}

std::vector<double> column(const WorldPoints& rows, const std::vector<std::size_t>& worlds, std::size_t parameter) {
    std::vector<double> values;
    for (const std::size_t world : worlds) values.push_back(rows[world][parameter]);
    return values;
}

Pinned verdict_of(double width_left, bool is_beyond_chance) {
    if (!is_beyond_chance) return Pinned::not_at_all;
    if (width_left > 0.8) return Pinned::shifted;
    return width_left > 0.5 ? Pinned::narrowed : Pinned::pinned_down;
}

double correlation(const std::vector<double>& one, const std::vector<double>& other) {
    const double mean_one = finite_mean(one), mean_other = finite_mean(other);
    double both = 0, squares_one = 0, squares_other = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        both += (one[i] - mean_one) * (other[i] - mean_other);
        squares_one += (one[i] - mean_one) * (one[i] - mean_one);
        squares_other += (other[i] - mean_other) * (other[i] - mean_other);
    }
    return both == 0 ? 0 : both / std::sqrt(squares_one * squares_other);
}

/// Reads the answer off a match whose kept worlds are looked up once.
class Answer {
  public:
    Answer(const Search& search, const HistoryMatch& match)
        : search_(search), match_(match), kept_(match.kept_worlds()) {}

    PinnedDown answer() const {
        PinnedDown down;
        const std::size_t parameters = search_.priors.size();
        for (std::size_t p = 0; p < parameters; ++p) down.parameters.push_back(parameter(p));
        for (std::size_t p = 0; p < parameters; ++p) {
            for (std::size_t q = p + 1; q < parameters; ++q) add_pair(p, q, down.pairs);
        }
        std::stable_sort(down.pairs.begin(), down.pairs.end(), [](const PinnedPair& a, const PinnedPair& b) {
            return std::abs(a.correlation) > std::abs(b.correlation);
        });
        for (std::size_t t = 0; t < search_.targets.size(); ++t) down.targets.push_back(target(t));
        return down;
    }

  private:
    PinnedParameter parameter(std::size_t p) const {
        PinnedParameter pinned;
        pinned.name = search_.priors[p].parameter;
        pinned.prior = middle_of(search_.priors[p]);
        if (kept_.empty()) return pinned;
        pinned.kept = middle_of(column(match_.worlds, kept_, p));
        const std::vector<double> shares = column(match_.coordinates, kept_, p);
        pinned.width_left = (quantile(shares, 1 - tail) - quantile(shares, tail)) / (1 - 2 * tail);
        pinned.chance = chance_of_uniform(shares);
        const auto parameters = static_cast<double>(search_.priors.size());
        pinned.verdict = verdict_of(pinned.width_left, pinned.chance < error / parameters);
        return pinned;
    }

    void add_pair(std::size_t p, std::size_t q, std::vector<PinnedPair>& pairs) const {
        if (kept_.size() < 10) return;
        const auto parameters = static_cast<double>(search_.priors.size());
        const double count = parameters * (parameters - 1) / 2;
        const double bound =
            portable::normal_quantile(1 - error / (2 * count)) / std::sqrt(static_cast<double>(kept_.size()));
        const double found = correlation(column(match_.coordinates, kept_, p), column(match_.coordinates, kept_, q));
        if (std::abs(found) > bound) pairs.push_back({search_.priors[p].parameter, search_.priors[q].parameter, found});
    }

    std::vector<double> means(std::size_t t, const std::vector<std::size_t>& worlds) const {
        std::vector<double> means;
        for (const std::size_t world : worlds) {
            if (match_.runs[t][world].count >= 2) means.push_back(match_.runs[t][world].mean);
        }
        return means;
    }

    PinnedTarget target(std::size_t t) const {
        PinnedTarget pinned;
        std::vector<std::size_t> first_wave(match_.waves.front().worlds);
        for (std::size_t world = 0; world < first_wave.size(); ++world) first_wave[world] = world;
        pinned.prior = middle_of(means(t, first_wave));
        pinned.kept = middle_of(means(t, kept_));
        for (const std::size_t world : first_wave) count(t, world, pinned);
        const auto known = static_cast<double>(first_wave.size() - pinned.unknown);
        for (double Variances::*part :
             {&Variances::observation, &Variances::monte_carlo, &Variances::one_history, &Variances::discrepancy})
            pinned.variances.*part /= std::max(1.0, known);
        return pinned;
    }

    void count(std::size_t t, std::size_t world, PinnedTarget& pinned) const {
        const std::vector<double>& far = match_.implausibilities[world];
        const auto above = std::count_if(far.begin(), far.end(), [&](double value) { return value > match_.cutoff; });
        if (far[t] > match_.cutoff) ++pinned.ruled_out;
        if (far[t] > match_.cutoff && above == 1) ++pinned.alone;
        const RunsOfWorld& runs = match_.runs[t][world];
        if (runs.count < 2) {
            ++pinned.unknown;
            return;
        }
        const Variances apart = variances_between(search_.targets[t], runs);
        for (double Variances::*part :
             {&Variances::observation, &Variances::monte_carlo, &Variances::one_history, &Variances::discrepancy})
            pinned.variances.*part += apart.*part;
    }

    const Search& search_;
    const HistoryMatch& match_;
    std::vector<std::size_t> kept_;
};

}  // namespace

std::string_view text(Pinned pinned) {
    constexpr std::array<std::string_view, 4> words{"not pinned down", "shifted", "narrowed", "pinned down"};
    return words[static_cast<std::size_t>(pinned)];
}

PinnedDown what_is_pinned_down(const Search& search, const HistoryMatch& match) {
    return Answer(search, match).answer();
}

double chance_of_uniform(std::vector<double> points) {
    std::sort(points.begin(), points.end());
    const auto count = static_cast<double>(points.size());
    double distance = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto rank = static_cast<double>(i);
        distance = std::max({distance, points[i] - rank / count, (rank + 1) / count - points[i]});
    }
    const double scaled = (std::sqrt(count) + 0.12 + 0.11 / std::sqrt(count)) * distance;
    if (scaled < 0.3) return 1;  // where the series converges slowly, to 1 within 1e-5
    double chance = 0;
    for (int k = 1; k <= 100; ++k) chance += (k % 2 == 1 ? 2 : -2) * std::exp(-2.0 * k * k * scaled * scaled);
    return std::clamp(chance, 0.0, 1.0);
}

}  // namespace leeway
