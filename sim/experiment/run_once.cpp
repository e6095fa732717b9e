#include "experiment/run_once.hpp"

#include "experiment/sampling.hpp"
#include "rules/simulate.hpp"

namespace leeway {

std::uint64_t key_of(const Plan& plan, std::size_t world, std::size_t replicate) {
    const bool shared = plan.experiment.luck == Luck::common;
    return run_key(static_cast<std::uint64_t>(plan.experiment.seed), shared ? 0 : world, replicate);
}

Model model_of_world(const Plan& plan, std::size_t world) {
    Model model = plan.model;
    apply_world(model, plan.uncertain, plan.worlds[world]);
    return model;
}

Policy policy_of(const Plan& plan, const Design& design) {
    std::vector<Design> designs{design};
    designs.insert(designs.end(), plan.neighbours.begin(), plan.neighbours.end());
    return Policy(std::move(designs));
}

namespace {

/// Puts every month on record.
auto recorder(Recording& recording, const OnMonth& on_month) {
    return [&](const World& now) {
        record_month(recording, now);
        if (on_month) on_month();
    };
}

}  // namespace

Start warm_up(const Plan& plan, const Model& model, std::uint64_t key, const OnMonth& on_month) {
    World world = build_world(model.scenario, Adaptation{}, key, static_cast<std::int32_t>(plan.experiment.months));
    Recording recording = begin_recording(world);
    simulate(world, model.month, model.phases, policy_of(plan, plan.status_quo), 0, recorder(recording, on_month));
    return {std::move(world), std::move(recording)};
}

Recording live(const Plan& plan, const Model& model, Start start, const NamedDesign& named, const OnMonth& on_month) {
    const auto end = static_cast<std::int32_t>(plan.experiment.months);
    start.world.adaptation = named.adaptation;
    simulate(start.world, model.month, model.phases, policy_of(plan, named.design), end,
             recorder(start.recording, on_month));
    end_recording(start.recording, start.world, named.design);
    return std::move(start.recording);
}

}  // namespace leeway
