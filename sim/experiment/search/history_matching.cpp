#include "experiment/search/history_matching.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "core/results.hpp"
#include "experiment/search/emulator.hpp"

namespace leeway {
namespace {

constexpr std::uint64_t most_candidates = 200'000;  // points of the prior that a wave looks at

/// What emulators say of worlds that were not run.
class Emulators {
  public:
    Emulators(const std::vector<Target>& targets, const HistoryMatch& match) : targets_(targets), match_(match) {
        for (const auto& runs : match.runs) {
            std::vector<double> means;
            double variance = 0, known = 0;
            for (const RunsOfWorld& world : runs) {
                means.push_back(world.count < 2 ? missing_value : world.mean);
                variance += world.count < 2 ? 0 : world.variance;
                known += world.count < 2 ? 0 : 1;
            }
            emulators_.push_back(Emulator::fit(match.coordinates, means));
            variances_.push_back(known == 0 ? 0 : variance / known);
        }
    }

    bool is_worth_a_run(std::span<const double> point) const {
        for (std::size_t target = 0; target < targets_.size(); ++target) {
            const auto& emulator = emulators_[target];
            if (emulator && is_ruled_out(target, emulator->predict(point))) return false;
        }
        return true;
    }

    /// Kept worlds that would not have been run, had the emulators not known them.
    std::size_t misjudged() const {
        std::size_t count = 0;
        for (const std::size_t world : match_.kept_worlds()) {
            bool is_misjudged = false;
            for (std::size_t target = 0; target < targets_.size(); ++target) {
                const auto& emulator = emulators_[target];
                if (emulator && is_ruled_out(target, emulator->left_out()[world])) is_misjudged = true;
            }
            count += is_misjudged ? 1 : 0;
        }
        return count;
    }

  private:
    /// The error of the emulator, which holds the luck of a few runs, takes the place of the Monte Carlo variance.
    bool is_ruled_out(std::size_t target, double mean) const {
        const Variances apart = variances_between(targets_[target], {mean, variances_[target], 1});
        const double variance = apart.sum() - apart.monte_carlo + emulators_[target]->variance();
        return std::abs(targets_[target].value - mean) > match_.cutoff * std::sqrt(variance);
    }

    const std::vector<Target>& targets_;
    const HistoryMatch& match_;
    std::vector<std::optional<Emulator>> emulators_;  ///< by target; none with too few worlds
    std::vector<double> variances_;                   ///< of a run, mean over worlds
};

class Matching {
  public:
    Matching(const Search& search, const Simulator& simulate) : search_(search), simulate_(simulate) {
        match_.cutoff = implausibility_cutoff(search.settings.confidence, search.targets.size());
        const Draws draws(run_key(static_cast<std::uint64_t>(search.seed), 0, 0), "history-matching");
        for (const UncertainParameter& prior : search.priors) draws_.push_back(draws.named(prior.parameter));
    }

    std::optional<HistoryMatch> match(WorldPoints wave) {
        double share_left = 1;
        for (std::int64_t number = 1; !wave.empty(); ++number) {
            if (!add(std::move(wave), share_left)) return std::nullopt;
            const Emulators emulators(search_.targets, match_);
            match_.waves.back().misjudged = emulators.misjudged();
            const bool is_enough = match_.kept() >= static_cast<std::size_t>(search_.settings.members);
            if (is_enough || number >= search_.settings.waves) break;
            wave = next_wave(emulators, share_left);
        }
        return std::move(match_);
    }

  private:
    /// Runs a wave and judges all worlds anew: what is known of variances has grown.
    bool add(WorldPoints wave, double share_left) {
        const std::size_t size = wave.size(), before = match_.worlds.size();
        for (auto& world : wave) {
            std::vector<double> point;
            for (std::size_t i = 0; i < world.size(); ++i) point.push_back(share_below(search_.priors[i], world[i]));
            match_.coordinates.push_back(std::move(point));
            match_.worlds.push_back(std::move(world));
        }
        const auto values = simulate_(match_.worlds);
        if (!values) return false;
        match_.runs.clear();
        for (const auto& of_target : *values) match_.runs.push_back(summarise_runs(of_target));
        judge();
        match_.waves.push_back({size, 0, share_left, 0});
        match_.waves.back().kept = static_cast<std::size_t>(
            std::count(match_.is_kept.begin() + static_cast<std::ptrdiff_t>(before), match_.is_kept.end(), true));
        return true;
    }

    void judge() {
        const std::size_t targets = search_.targets.size();
        match_.implausibilities.assign(match_.worlds.size(), std::vector<double>(targets));
        match_.is_kept.assign(match_.worlds.size(), true);
        for (std::size_t world = 0; world < match_.worlds.size(); ++world) {
            for (std::size_t target = 0; target < targets; ++target) {
                const double far = implausibility(search_.targets[target], match_.runs[target][world]);
                match_.implausibilities[world][target] = far;
                if (far > match_.cutoff) match_.is_kept[world] = false;
            }
        }
    }

    /// Points of the prior at which a run is worth while, and the share of all points looked at that were such.
    WorldPoints next_wave(const Emulators& emulators, double& share_left) {
        WorldPoints wave;
        std::uint64_t looked_at = 0;
        while (wave.size() < static_cast<std::size_t>(search_.settings.wave_worlds) && looked_at < most_candidates) {
            std::vector<double> point;
            for (const Draws& draws : draws_) point.push_back(draws.uniform(candidate_));
            ++candidate_;
            ++looked_at;
            if (!emulators.is_worth_a_run(point)) continue;
            for (std::size_t i = 0; i < point.size(); ++i) point[i] = quantile(search_.priors[i], point[i]);
            wave.push_back(std::move(point));
        }
        share_left = static_cast<double>(wave.size()) / static_cast<double>(looked_at);
        return wave;
    }

    const Search& search_;
    const Simulator& simulate_;
    std::vector<Draws> draws_;  ///< by parameter
    std::uint64_t candidate_ = 0;
    HistoryMatch match_;
};

}  // namespace

std::size_t HistoryMatch::kept() const {
    return static_cast<std::size_t>(std::count(is_kept.begin(), is_kept.end(), true));
}

std::vector<std::size_t> HistoryMatch::kept_worlds() const {
    std::vector<std::size_t> kept;
    for (std::size_t world = 0; world < is_kept.size(); ++world) {
        if (is_kept[world]) kept.push_back(world);
    }
    return kept;
}

std::optional<HistoryMatch> match_history(const Search& search, WorldPoints first_wave, const Simulator& simulate) {
    return Matching(search, simulate).match(std::move(first_wave));
}

}  // namespace leeway
