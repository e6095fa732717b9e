// Does a run until decided hold what it promises? A thousand made-up experiments whose truth is known, each carried on
// round by round through the hook that the runner uses.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "catch.hpp"
#include "experiment/until.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

constexpr int cases = 1000;

/// Luck that all designs of a replicate share, and each design's own, as standard deviations.
struct MadeLuck {
    double shared, own;
    double (*draw)(std::uint64_t) = synthetic::normal;
};

/// Exponential luck with mean 0 and variance 1: skewed, with a heavier tail than the normal.
double skewed(std::uint64_t place) { return -std::log(synthetic::noise(place)) - 1; }

Plan plan_of(std::size_t designs, std::size_t worlds, const Until& until) {
    Plan plan;
    for (std::size_t d = 0; d < designs; ++d) {
        plan.designs.push_back({});
        plan.designs.back().name = plan.designs.back().base = std::string(1, static_cast<char>('a' + d));
    }
    plan.baseline_of.assign(designs, 0);
    plan.worlds.resize(worlds);
    plan.experiment.until = until;
    plan.experiment.replicates = until.max;
    return plan;
}

Until until_known(double half_width) {
    Until until;
    until.metric = "uptake";
    until.half_width = half_width;
    until.max = 2000;
    return until;
}

Until until_best(double indifference) {
    Until until;
    until.metric = "uptake";
    until.best = true;
    until.indifference = indifference;
    until.max = 2000;
    return until;
}

/// One made-up experiment; its numbers depend on their place only.
struct Case {
    std::vector<std::vector<double>> effect;  ///< [design][world]
    MadeLuck luck;
    std::uint64_t number;

    double truth(std::size_t design) const {
        double sum = 0;
        for (const double world : effect[design]) sum += world;
        return sum / static_cast<double>(effect[design].size());
    }
    double value(std::size_t design, std::size_t world, std::size_t replicate) const {
        const std::uint64_t place = ((number * 64 + world) * 4096 + replicate) * 16;
        return effect[design][world] + luck.shared * luck.draw(place) + luck.own * luck.draw(place + 1 + design);
    }
};

struct Ended {
    std::int64_t replicates;
    RoundPlan last;
    std::vector<double> means;  ///< by design
};

/// Carries a made-up experiment on until it stops. Values are made once, because every look reads them all again.
Ended carry_on(const Plan& plan, const Case& made) {
    const std::size_t designs = plan.designs.size(), worlds = plan.worlds.size();
    std::vector<double> values;
    const auto value = [&](std::size_t d, std::size_t w, std::size_t r) {
        return values[(r * designs + d) * worlds + w];
    };
    std::int64_t done = 0;
    RoundPlan round = next_replicates(plan, 0, value);
    while (round.replicates > done) {
        for (; done < round.replicates; ++done) {
            for (std::size_t d = 0; d < designs; ++d) {
                for (std::size_t w = 0; w < worlds; ++w)
                    values.push_back(made.value(d, w, static_cast<std::size_t>(done)));
            }
        }
        round = next_replicates(plan, done, value);
    }
    Ended ended{done, round, std::vector<double>(designs)};
    for (std::size_t i = 0; i < values.size(); ++i)
        ended.means[i / worlds % designs] += values[i] / static_cast<double>(done) / static_cast<double>(worlds);
    return ended;
}

/// Effects that differ among worlds and whose mean over worlds is `means` plus what the worlds make of it.
Case made_case(const std::vector<double>& means, std::size_t worlds, MadeLuck luck, std::uint64_t number) {
    Case made{{}, luck, number};
    for (std::size_t d = 0; d < means.size(); ++d) {
        std::vector<double> effect;
        for (std::size_t w = 0; w < worlds; ++w)
            effect.push_back(means[d] + 3 * synthetic::normal(7'000'000'000 + number * 1000 + d * 100 + w));
        made.effect.push_back(effect);
    }
    return made;
}

/// Worlds that shift all designs alike, so that the means over worlds differ as `means` do.
Case shifted_case(const std::vector<double>& means, std::size_t worlds, MadeLuck luck, std::uint64_t number) {
    Case made{{}, luck, number};
    for (const double mean : means) {
        std::vector<double> effect;
        for (std::size_t w = 0; w < worlds; ++w)
            effect.push_back(mean + 3 * synthetic::normal(7'000'000'000 + number * 1000 + w));
        made.effect.push_back(effect);
    }
    return made;
}

struct Tally {
    double right = 0, replicates = 0;
};

/// How often contrasts lie within their half-widths, all at once, and how many replicates that takes.
Tally coverage(std::size_t designs, std::size_t worlds, MadeLuck luck, double half_width) {
    const Plan plan = plan_of(designs, worlds, until_known(half_width));
    Tally tally;
    for (int i = 0; i < cases; ++i) {
        const Case made = made_case(std::vector<double>(designs), worlds, luck, static_cast<std::uint64_t>(i));
        const Ended ended = carry_on(plan, made);
        bool right = true;
        for (std::size_t d = 1; d < designs; ++d) {
            const double error = ended.means[d] - ended.means[0] - made.truth(d) + made.truth(0);
            right = right && std::abs(error) <= ended.last.half_width[d] && ended.last.half_width[d] <= half_width;
        }
        tally.right += right / static_cast<double>(cases);
        tally.replicates += static_cast<double>(ended.replicates) / cases;
    }
    return tally;
}

/// How often the design named best is at most `good` worse than the best, and how many replicates that takes.
Tally selection(const std::vector<double>& means, std::size_t worlds, MadeLuck luck, double indifference, double good,
                double spread = 0) {
    const Plan plan = plan_of(means.size(), worlds, until_best(indifference));
    Tally tally;
    for (int i = 0; i < cases; ++i) {
        const auto number = static_cast<std::uint64_t>(i);
        std::vector<double> here = means;
        for (std::size_t d = 0; d < here.size(); ++d) here[d] += spread * synthetic::normal(900'000 + number * 50 + d);
        const Ended ended = carry_on(plan, shifted_case(here, worlds, luck, number));
        const auto& best = ended.last.is_best;
        const auto named = static_cast<std::size_t>(std::find(best.begin(), best.end(), 1) - best.begin());
        const bool right = named < here.size() && here[named] >= *std::max_element(here.begin(), here.end()) - good;
        tally.right += right / static_cast<double>(cases);
        tally.replicates += static_cast<double>(ended.replicates) / cases;
    }
    return tally;
}

void print(const char* what, const Tally& tally) {
    std::printf("%-58s right in %5.1f %% of cases, %6.1f replicates\n", what, 100 * tally.right, tally.replicates);
}

}  // namespace

TEST_CASE("contrasts lie within the half-widths that a run until known states, all at once", "[until]") {
    const Tally one = coverage(2, 1, {1, 0.5}, 0.25), several = coverage(5, 4, {1, 0.5}, 0.15);
    print("half-width, one contrast in one world", one);
    print("half-width, four contrasts over four worlds", several);
    CHECK(one.right >= 0.95);
    CHECK(several.right >= 0.95);
}

TEST_CASE("skewed luck costs little coverage, because worlds and replicates are averaged", "[until]") {
    const Tally tally = coverage(5, 4, {1, 0.5, skewed}, 0.15);
    print("half-width, four contrasts, skewed luck", tally);
    CHECK(tally.right >= 0.93);
}

TEST_CASE("the best is named as often as promised where it leads by just the indifference", "[until]") {
    const Tally two = selection({0, 0.2}, 1, {1, 0.5}, 0.2, 0),
                five = selection({0, 0, 0, 0, 0.2}, 4, {1, 0.5}, 0.2, 0);
    print("best of two that leads by the indifference", two);
    print("best of five that leads by the indifference", five);
    CHECK(two.right >= 0.95);
    CHECK(five.right >= 0.95);
}

TEST_CASE("wherever designs lie, the named one is hardly ever worse than the best by the indifference", "[until]") {
    const Tally tally = selection({0, 0, 0, 0, 0, 0}, 4, {1, 0.5}, 0.2, 0.2, 0.2);
    print("one of six at random places, within the indifference", tally);
    CHECK(tally.right >= 0.95);
}

TEST_CASE("common luck needs clearly fewer runs than luck of each design's own", "[until]") {
    const MadeLuck common{1, 0.5}, own{0, std::sqrt(1.25)};  // the same variance of every run
    const Tally width_common = coverage(3, 4, common, 0.2), width_own = coverage(3, 4, own, 0.2);
    const Tally best_common = selection({0, 0, 0.2}, 4, common, 0.2, 0),
                best_own = selection({0, 0, 0.2}, 4, own, 0.2, 0);
    print("half-width, common luck", width_common);
    print("half-width, own luck", width_own);
    print("best, common luck", best_common);
    print("best, own luck", best_own);
    CHECK(width_common.replicates < 0.4 * width_own.replicates);
    CHECK(best_common.replicates < 0.5 * best_own.replicates);
}

}  // namespace leeway
