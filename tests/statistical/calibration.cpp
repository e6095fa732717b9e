// History matching keeps the true world as often as it says, and finds it again: on a made-up model with known answers,
// whose interface is that of the real one.
#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "core/distributions.hpp"
#include "core/random.hpp"
#include "experiment/search/history_matching.hpp"
#include "experiment/search/pinned_down.hpp"

using namespace leeway;

namespace {

constexpr double z_bound = 4.892;        // two-sided 1e-6
constexpr double run_spread = 0.1;       // standard deviation of a run
constexpr double sampling_error = 0.08;  // of what was measured
constexpr double discrepancy = 0.06;     // of the model from the world
constexpr std::uint32_t replicates = 4;

/// Two outcomes of two parameters in the unit square, the second of them no quadratic surface.
double outcome(std::size_t target, const std::vector<double>& world) {
    return target == 0 ? 2 * world[0] + world[1] : std::exp(world[1]) - 0.5 * world[0] * world[0];
}

UncertainParameter between_0_and_1(const std::string& name) {
    UncertainParameter prior;
    prior.parameter = name;
    prior.high = 1;
    return prior;
}

/// Draws of one repeat of the experiment.
class Repeat {
  public:
    explicit Repeat(std::uint64_t number) : draws_(run_key(17, number, 0), "calibration test"), seed_(number) {}

    std::vector<double> truth() const { return {draws_.uniform(0), draws_.uniform(1)}; }

    /// What was measured in a true world that ran once: with luck, error and discrepancy.
    Search search(double confidence) const {
        Search search{{between_0_and_1("a"), between_0_and_1("b")}, {}, {}, static_cast<std::int64_t>(seed_)};
        for (std::uint64_t t = 0; t < 2; ++t) {
            Target target;
            target.value = outcome(t, truth()) + run_spread * normal(draws_.uniform(t, 1)) +
                           sampling_error * normal(draws_.uniform(t, 2)) + discrepancy * normal(draws_.uniform(t, 3));
            target.low = target.value - 1.959963984540054 * sampling_error;
            target.high = target.value + 1.959963984540054 * sampling_error;
            target.discrepancy = discrepancy;
            search.targets.push_back(target);
        }
        search.settings = {confidence, 100, 5, 40};
        return search;
    }

    /// The truth, and worlds from the prior.
    WorldPoints first_wave(std::size_t count) const {
        WorldPoints worlds{truth()};
        for (std::uint64_t world = 1; world < count; ++world)
            worlds.push_back({draws_.uniform(world, 4), draws_.uniform(world, 5)});
        return worlds;
    }

    std::vector<WorldPoints> run(const WorldPoints& worlds) const {
        std::vector<WorldPoints> values(2);
        for (std::uint32_t t = 0; t < 2; ++t) {
            for (std::uint64_t world = 0; world < worlds.size(); ++world) {
                values[t].emplace_back();
                for (std::uint32_t r = 0; r < replicates; ++r) {
                    const double luck = normal(draws_.uniform(world, 6, t * replicates + r));
                    values[t].back().push_back(outcome(t, worlds[world]) + run_spread * luck);
                }
            }
        }
        return values;
    }

    HistoryMatch match(const Search& search, std::size_t count) const {
        return *match_history(search, first_wave(count),
                              [&](const WorldPoints& worlds) { return std::optional(run(worlds)); });
    }

  private:
    Draws draws_;
    std::uint64_t seed_;
};

void check_share(double count, double repeats, double nominal) {
    INFO(count << " of " << repeats << " against " << nominal);
    CHECK(std::abs(count - repeats * nominal) <= z_bound * std::sqrt(repeats * nominal * (1 - nominal)));
}

/// With this confidence for two targets together, each keeps the truth with half of the error (Bonferroni).
double exact_coverage(double confidence) { return std::pow(1 - (1 - confidence) / 2, 2); }

}  // namespace

TEST_CASE("the true world is kept with the probability that is asked for", "[calibration]") {
    constexpr std::uint64_t repeats = 3000;
    for (const double confidence : {0.5, 0.8, 0.95}) {
        double kept = 0;
        for (std::uint64_t number = 0; number < repeats; ++number) {
            const Repeat repeat(number);
            Search search = repeat.search(confidence);
            search.settings.waves = 1;
            kept += repeat.match(search, 40).is_kept.front() ? 1 : 0;
        }
        check_share(kept, repeats, exact_coverage(confidence));
    }
}

TEST_CASE("without one of the variances the true world is ruled out too often", "[calibration]") {
    constexpr std::uint64_t repeats = 1000;
    double kept = 0;
    for (std::uint64_t number = 0; number < repeats; ++number) {
        const Repeat repeat(number);
        Search search = repeat.search(0.95);
        search.settings.waves = 1;
        for (Target& target : search.targets) target.discrepancy = 0, target.one_history = false;
        kept += repeat.match(search, 40).is_kept.front() ? 1 : 0;
    }
    const double nominal = exact_coverage(0.95);
    CHECK(repeats * nominal - kept > z_bound * std::sqrt(repeats * nominal * (1 - nominal)));
}

TEST_CASE("in 50 searches the kept worlds cover the truth as often as is asked for, and are few", "[calibration]") {
    constexpr std::uint64_t repeats = 50;
    constexpr double confidence = 0.8;
    double kept = 0, covered = 0, width = 0, members = 0;
    for (std::uint64_t number = 0; number < repeats; ++number) {
        const Repeat repeat(number + 10'000);
        const Search search = repeat.search(confidence);
        const HistoryMatch match = repeat.match(search, 64);
        kept += match.is_kept.front() ? 1 : 0;
        bool is_covered = true;
        for (std::size_t p = 0; p < 2; ++p) {
            double low = 1, high = 0;
            for (const std::size_t world : match.kept_worlds()) {
                if (world == 0) continue;  // the truth itself is no help
                low = std::min(low, match.worlds[world][p]);
                high = std::max(high, match.worlds[world][p]);
            }
            is_covered = is_covered && low <= repeat.truth()[p] && repeat.truth()[p] <= high;
            width += std::max(0.0, high - low) / (2 * repeats);
        }
        covered += is_covered ? 1 : 0;
        members += match.kept() >= 100 ? 1 : 0;
    }
    check_share(kept, repeats, exact_coverage(confidence));
    // The box around the kept worlds is larger than their set, so it may cover more often, never less.
    CHECK(covered >= repeats * exact_coverage(confidence) -
                         z_bound * std::sqrt(repeats * exact_coverage(confidence) * (1 - exact_coverage(confidence))));
    CHECK(width < 0.6);
    CHECK(members == repeats);
}

TEST_CASE("later waves find worlds that are kept more often, and spread over them as the prior does", "[calibration]") {
    const Repeat repeat(5);
    Search search = repeat.search(0.95);
    search.settings = {0.95, 4000, 40, 500};
    const HistoryMatch match = repeat.match(search, 4096);
    REQUIRE(match.waves.size() > 1);
    const Wave &first = match.waves.front(), &second = match.waves[1];
    const auto rate = [](const Wave& wave) {
        return static_cast<double>(wave.kept) / static_cast<double>(wave.worlds);
    };
    CHECK(rate(second) > 2 * rate(first));
    CHECK(second.share_left < 0.5);
    // The same set, drawn in two ways: the mean of a coordinate agrees.
    for (std::size_t p = 0; p < 2; ++p) {
        double sums[2] = {0, 0}, squares[2] = {0, 0}, counts[2] = {0, 0};
        for (const std::size_t world : match.kept_worlds()) {
            const std::size_t part = world < first.worlds ? 0 : 1;
            sums[part] += match.coordinates[world][p];
            squares[part] += match.coordinates[world][p] * match.coordinates[world][p];
            ++counts[part];
        }
        const auto mean = [&](int part) { return sums[part] / counts[part]; };
        const auto error = [&](int part) {
            return (squares[part] / counts[part] - mean(part) * mean(part)) / counts[part];
        };
        CHECK(std::abs(mean(0) - mean(1)) <= z_bound * std::sqrt(error(0) + error(1)));
    }
}

TEST_CASE("a parameter that no target feels is not pinned down, one that they feel is", "[calibration]") {
    const Repeat repeat(9);
    Search search = repeat.search(0.95);
    search.priors.push_back(between_0_and_1("idle"));
    WorldPoints worlds = repeat.first_wave(512);
    const Draws draws(run_key(3, 0, 0), "idle");
    for (std::uint64_t world = 0; world < worlds.size(); ++world) worlds[world].push_back(draws.uniform(world));
    const auto match =
        match_history(search, worlds, [&](const WorldPoints& all) { return std::optional(repeat.run(all)); });
    const PinnedDown down = what_is_pinned_down(search, *match);
    CHECK(down.parameters[0].verdict == Pinned::pinned_down);
    CHECK(down.parameters[2].verdict == Pinned::not_at_all);
    CHECK(std::abs(down.parameters[2].width_left - 1) < 0.15);
    REQUIRE_FALSE(down.pairs.empty());
    CHECK((down.pairs.front().one == "a" && down.pairs.front().other == "b" && down.pairs.front().correlation < 0));
}
