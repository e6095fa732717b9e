// Where a run's time goes: every phase of the month, and the share of firms and regulators, in one run of a scenario
// with a stated number of citizens and firms. A plain loop over citizens with a draw each (what a textbook model does
// every month) is timed beside it, because absolute times differ between machines.
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <tuple>
#include <utility>

#include "core/distributions.hpp"
#include "experiment/scenario_file.hpp"
#include "rules/model.hpp"
#include "rules/simulate.hpp"

namespace leeway {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t phase_count = std::tuple_size_v<Month>;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Timing {
    std::array<double, phase_count> seconds{};
    double all() const {
        double sum = 0;
        for (const double s : seconds) sum += s;
        return sum;
    }
};

template <std::size_t... Index>
void live_month(const Model& model, World& world, const Levers& levers, Timing& timing, std::index_sequence<Index...>) {
    const auto run = [&](const auto& rule, double& seconds) {
        const auto start = Clock::now();
        rule(world, levers, Draws(world.run_key, rule.name));
        seconds += seconds_since(start);
    };
    (run(std::get<Index>(model.month), timing.seconds[Index]), ...);
}

Timing time_phases(const Model& model, World& world, Policy policy, std::int32_t until) {
    Timing timing;
    for (; world.month < until; ++world.month)
        live_month(model, world, policy.in_force(world), timing, std::make_index_sequence<phase_count>{});
    return timing;
}

/// Seconds for `months` passes over citizens and sectors with one uniform draw each: the reference loop.
double time_reference(std::uint32_t citizens, std::size_t sectors, std::int32_t months) {
    const Draws draws(1, "reference");
    const auto start = Clock::now();
    double adopted = 0;
    for (std::int32_t month = 0; month < months; ++month) {
        for (std::uint32_t i = 0; i < citizens; ++i) {
            for (std::uint32_t k = 0; k < sectors; ++k) adopted += draws.uniform(i, month, k) < 0.01 ? 1 : 0;
        }
    }
    const double seconds = seconds_since(start);
    return adopted < 0 ? 0 : seconds;  // the sum keeps the loop from being left out
}

std::string_view name_of(std::size_t phase) {
    std::array<std::string_view, phase_count> names{};
    std::apply([&](const auto&... rule) { names = {rule.name...}; }, Month{});
    return names[phase];
}

bool concerns_citizens(std::string_view phase) { return phase == "adopt" || phase == "harm" || phase == "react"; }

void print(const Timing& timing, double reference, const World& world, bool json) {
    double firms = 0;
    for (std::size_t phase = 0; phase < phase_count; ++phase)
        firms += concerns_citizens(name_of(phase)) ? 0 : timing.seconds[phase];
    if (json) std::printf("{\"citizens\": %u, \"services\": %zu", world.citizens.count(), world.products.count());
    for (std::size_t phase = 0; phase < phase_count; ++phase) {
        const std::string name(name_of(phase));
        std::printf(json ? ", \"%s\": %.4f" : "%-14s %8.3f s\n", name.c_str(), timing.seconds[phase]);
    }
    if (json)
        std::printf(", \"share_of_firms_and_regulators\": %.4f, \"reference_loop\": %.4f}\n", firms / timing.all(),
                    reference);
    else
        std::printf("\n%-14s %8.3f s, of which firms and regulators %.1f %%\nreference loop %8.3f s (ratio %.1f)\n",
                    "all phases", timing.all(), 100 * firms / timing.all(), reference, timing.all() / reference);
}

int bench(const std::string& root, bool json) {
    Problems problems;
    Places places;
    ScenarioFile scenario = read_scenario(root + "/scenarios/uk-fintech/world.toml", problems, places);
    Design design = read_design(root + "/configs/designs/cohort.toml", problems, places);
    if (!problems.empty()) return 1;
    scenario.model.scenario.citizens.count = 100'000;
    scenario.model.scenario.firms.count = 2'000;
    constexpr std::int32_t months = 72;
    World world = build_world(scenario.model.scenario, {}, run_key(1, 0, 0), months);
    const std::int32_t all_months = months - world.first_month;
    const Timing timing = time_phases(scenario.model, world, Policy({design}), months);
    print(timing, time_reference(world.citizens.count(), world.sectors(), all_months), world, json);
    return 0;
}

}  // namespace
}  // namespace leeway

int main(int count, char** words) {
    const bool json = count > 1 && std::string(words[count - 1]) == "--json";
    return leeway::bench(LEEWAY_ROOT, json);
}
