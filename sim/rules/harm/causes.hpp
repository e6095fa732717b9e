// Why a harm happened: ordered thinning, as a harm has one cause. The first provision that would have blocked it, had
// it been complied with in full; else a safeguard that the pilot lacks; else nothing that anybody asked.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/harm.hpp"

namespace leeway {

/// For each cause but the residual, in the ledger's order, the probability that a harm of product `p` has this cause or
/// an earlier one. Empty where every harm is residual.
std::vector<double> cause_thresholds(const Harm& rule, const World& world, const Design& design, std::uint32_t p);

/// The cause of a harm whose luck is `uniform`, as an index of the ledger.
std::uint8_t cause_of(const std::vector<double>& thresholds, double uniform, const HarmLedger& ledger);

}  // namespace leeway
