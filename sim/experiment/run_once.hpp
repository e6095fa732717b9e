// One run of a plan, in the two steps that all who run it share: the warm-up that the designs of a world and replicate
// have in common, and the policy under which each goes on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "experiment/plan.hpp"
#include "metrics/recording.hpp"
#include "rules/levers.hpp"

namespace leeway {

/// A world of a replicate at month 0, from which every design starts.
struct Start {
    World world;
    Recording recording;
};

/// Called when a month is over, for who waits; may be empty.
using OnMonth = std::function<void()>;

/// The key of all random numbers of a world and replicate.
std::uint64_t key_of(const Plan& plan, std::size_t world, std::size_t replicate);

/// The model with the values that the uncertain parameters have in world number `world`.
Model model_of_world(const Plan& plan, std::size_t world);

/// What the governed jurisdiction is under `design`; the others are under their own all the time.
Policy policy_of(const Plan& plan, const Design& design);

/// Everybody adapts until month 0: a regime keeps what was learnt by then, so all regimes start from the same world.
/// `model` must outlive the start.
Start warm_up(const Plan& plan, const Model& model, std::uint64_t key, const OnMonth& on_month = {});

/// Lives from month 0 to the end under one design.
Recording live(const Plan& plan, const Model& model, Start start, const NamedDesign& named,
               const OnMonth& on_month = {});

}  // namespace leeway
