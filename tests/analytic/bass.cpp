// Adoption on a complete graph is the discrete-month Bass chain, whose mean is computed exactly (Bass 1969).
#include <cmath>
#include <vector>

#include "catch.hpp"
#include "metrics/recording.hpp"
#include "rules/model.hpp"
#include "rules/simulate.hpp"

using namespace leeway;

namespace {

constexpr std::int64_t people = 101;
constexpr std::int32_t months = 48;
constexpr double innovation = 0.03, imitation = 0.8;

// One service, one sector, everybody knows everybody; only adoption runs.
Model complete_graph() {
    Model model;
    model.scenario.warm_up_months = 0;
    model.scenario.citizens.population = model.scenario.citizens.count = people;
    model.scenario.citizens.degree = people - 1;
    model.scenario.citizens.rewiring = 0;
    model.scenario.sectors = {
        Sector{.name = "only", .innovation = innovation, .imitation = imitation, .market_ceiling = 1}};
    model.scenario.ideas.per_year = 0;
    model.scenario.firms.count = 1;
    Adopt& adopt = std::get<Adopt>(model.month);
    adopt.reach_scale = 1e-9;
    adopt.trust_exponent = 0;
    adopt.churn = 0;
    model.phases.on.fill(false);
    model.phases.on[4] = true;
    return model;
}

double adopters(std::uint64_t key) {
    const Model model = complete_graph();
    World world = build_world(model.scenario, model.adaptation, key, months);
    simulate(world, model.month, model.phases, Design{}, months, [](const World&) {});
    return world.products.users[0];
}

// The exact distribution of adopters: every month each of the others adopts with the same probability.
std::vector<double> exact_distribution() {
    std::vector<double> now(people + 1, 0.0);
    now[0] = 1;
    for (std::int32_t month = 0; month < months; ++month) {
        std::vector<double> next(people + 1, 0.0);
        for (std::int64_t n = 0; n <= people; ++n) {
            const double q = std::exp(-(innovation + imitation * static_cast<double>(n) / (people - 1)) / 12);
            const std::int64_t left = people - n;
            double mass = std::pow(q, static_cast<double>(left));
            for (std::int64_t more = 0; more <= left; ++more) {
                next[n + more] += now[n] * mass;
                mass *= static_cast<double>(left - more) / static_cast<double>(more + 1) * (1 - q) / q;
            }
        }
        now = next;
    }
    return now;
}

}  // namespace

TEST_CASE("adoption on a complete graph follows the exact Bass chain") {
    const std::vector<double> distribution = exact_distribution();
    double mean = 0, square = 0;
    for (std::size_t n = 0; n < distribution.size(); ++n) {
        mean += static_cast<double>(n) * distribution[n];
        square += static_cast<double>(n * n) * distribution[n];
    }
    const double spread = std::sqrt(square - mean * mean);
    constexpr int replicates = 2000;
    double sum = 0;
    for (int r = 0; r < replicates; ++r) sum += adopters(run_key(1, 0, static_cast<std::uint64_t>(r)));
    const double z = (sum / replicates - mean) / (spread / std::sqrt(replicates));
    INFO("simulated " << sum / replicates << ", exact " << mean);
    CHECK(std::abs(z) < 4.892);
}
