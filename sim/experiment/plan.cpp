#include "experiment/plan.hpp"

#include <fmt/format.h>

namespace leeway {
namespace {

/// "2 designs", or "13 design points (2 designs, 6 combinations of levers, 2 regimes)".
std::string designs_text(const Plan& plan) {
    const std::size_t designs = plan.experiment.designs.size();
    const std::string regimes = plan.regimes > 1 ? fmt::format("{} regimes", plan.regimes) : "";
    if (plan.combinations == 1) return fmt::format("{} designs{}", designs, regimes.empty() ? "" : " x " + regimes);
    return fmt::format("{} design points ({} designs, {} combinations of levers{})", plan.designs.size(), designs,
                       plan.combinations, regimes.empty() ? "" : ", " + regimes);
}

std::string worlds_text(const Plan& plan) {
    const Sampling sampling = plan.experiment.worlds.sampling;
    if (sampling == Sampling::point) return fmt::format("{} worlds", plan.worlds.size());
    return fmt::format("{} worlds ({})", plan.worlds.size(),
                       choice_names<Sampling>[static_cast<std::size_t>(sampling)]);
}

}  // namespace

std::size_t run_count(const Plan& plan) {
    return plan.designs.size() * plan.worlds.size() * static_cast<std::size_t>(plan.experiment.replicates);
}

std::string size_text(const Plan& plan) {
    const Until& until = plan.experiment.until;
    const std::string crossed = designs_text(plan) + " x " + worlds_text(plan);
    if (!until.is_asked())
        return fmt::format("{} x {} replicates = {} runs", crossed, plan.experiment.replicates, run_count(plan));
    const std::string known = until.best
                                  ? fmt::format("the best by {} is known", until.metric)
                                  : fmt::format("contrasts of {} are known within {}", until.metric, until.half_width);
    return fmt::format("{} x {} to {} replicates (until {}) = at most {} runs", crossed, until.round, until.max, known,
                       run_count(plan));
}

}  // namespace leeway
