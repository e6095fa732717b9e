#include "cli/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/messages.hpp"
#include "cli/progress.hpp"
#include "core/text.hpp"
#include "experiment/check_file.hpp"
#include "experiment/estimate.hpp"
#include "experiment/gate_power.hpp"

namespace leeway {
namespace {

std::string memory_text(double bytes) {
    constexpr double mebibyte = 1024.0 * 1024.0;
    if (bytes < mebibyte) return "less than 1 MiB";
    return bytes < 1024 * mebibyte ? fmt::format("{:.0f} MiB", bytes / mebibyte)
                                   : fmt::format("{:.1f} GiB", bytes / mebibyte / 1024);
}

/// The gate in words: of which design, sandbox and pilot, where there are several.
std::string gate_name(const NamedDesign& named, const GatePower& power) {
    std::string name = named.base;
    if (named.design.sandbox.size() > 1) name += "[" + power.sandbox + "]";
    return power.pilots == 1 ? name : fmt::format("{} after pilot {} of {}", name, power.pilot, power.pilots);
}

// Designs without places have no gate; regimes share theirs.
void print_gates(const Plan& plan, const NamedDesign& named) {
    for (const GatePower& power : gate_powers(plan.model, named.design)) {
        fmt::print(
            "  gate of {}: sees {:.0f} % of harms in {:.0f} user-months at its cap; stops a service three times as "
            "harmful as tolerated with probability {:.2f}\n",
            gate_name(named, power), 100 * power.share_seen, power.user_months, power.caught);
    }
}

void print_plan(const Plan& plan, const Cost& cost) {
    fmt::print("  {}: {} of {} + {} months\n", plan.experiment.scenario, size_text(plan),
               plan.model.scenario.warm_up_months, plan.experiment.months);
    fmt::print("  designs: {}; baseline: {}\n", join(plan.experiment.designs), plan.experiment.baseline);
    fmt::print("  memory about {}, time about {} on {} threads (an order of magnitude)\n", memory_text(cost.memory),
               duration_text(cost.seconds), available_threads());
    for (std::size_t point = 0; point < plan.designs.size(); point += plan.regimes)
        print_gates(plan, plan.designs[point]);
}

/// The cost of all files together: they would run one after the other.
struct Total {
    double runs = 0, memory = 0, seconds = 0;

    void add(const Cost& cost) {
        runs += cost.runs;
        memory = std::max(memory, cost.memory);
        seconds += cost.seconds;
    }
};

int print_document(const Problems& problems, const Total& total) {
    print_json({{"ok", problems.empty()},
                {"problems", problems_json(problems)},
                {"runs", static_cast<std::int64_t>(total.runs)},
                {"memory_bytes", static_cast<std::int64_t>(total.memory)},
                {"seconds_estimate", total.seconds}});
    return problems.empty() ? exit_done : exit_bad_input;
}

}  // namespace

int check_command(const CheckOptions& options) {
    Problems problems;
    Total total;
    for (const auto& file : options.files) {
        const FileCheck check = check_file(file);
        problems.insert(problems.end(), check.problems.begin(), check.problems.end());
        if (!options.json && check.problems.empty())
            fmt::print("{}: ok ({})\n", printable(file.string()), text(check.kind));
        if (!check.plan) continue;
        const Cost cost = estimate_cost(*check.plan, available_threads());
        total.add(cost);
        if (!options.json) print_plan(*check.plan, cost);
    }
    if (options.json) return print_document(problems, total);
    return problems.empty() ? exit_done : refuse(problems);
}

}  // namespace leeway
