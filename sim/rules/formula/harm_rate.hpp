// How harmful a service is this month, and how hard its firm tries to make it less so.
// Learning by doing: the rate falls with exposure as a power law (Arrow 1962; the exponent is assumed).
#pragma once

#include <cstdint>

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

/// Factor by which exposure (user-months) has lowered the harm rate.
double learning_factor(const RiskLaw& risk, double exposure);

/// Factor on product `p`'s raw harm rate from provisions, safeguards and learning: what the regulator knows too.
double known_mitigation(const World& world, const Design& design, std::uint32_t p);

/// Harms per active user-month of product `p` in a segment of vulnerability 1.
double harm_rate(const World& world, const Design& design, std::uint32_t p);

/// Share of harms in product `p` that the regulator comes to see, as firms suppose.
double supposed_detection(const World& world, const Design& design, std::uint32_t p);

/// Whether supervision and safeguards of a test cover product `p` now: it serves users, is not on the market, and its
/// sandbox is no placebo.
bool is_guarded(const World& world, const Design& design, std::uint32_t p);

/// Whether graduate `p` on the market is still under surveillance.
bool is_surveilled(const World& world, const Design& design, std::uint32_t p);

/// Share of product `p`'s detected harms of `stage` that are compensated.
double redress_share(const World& world, const Design& design, HarmStage stage, std::uint32_t p);

/// The effort e that minimises effort_cost * e + liability * exp(-e), within its bounds (Becker 1968: effort follows
/// expected liability). `liability` is the expected cost of harm per user-month at no effort.
double best_effort(double liability, double effort_cost, double maximum_effort);

/// The effort that product `p`'s firm chooses for its present stage.
double chosen_effort(const World& world, const Design& design, std::uint32_t p);

/// Where harms of product `p` stand in the ledger.
HarmStage harm_stage(Stage stage);

}  // namespace leeway
