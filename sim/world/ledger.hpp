// The harm ledger: every harm stands in exactly one place, by stage, sector and segment; and the money ledger, whose
// sources less uses equal the change of all accounts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace leeway {

enum class HarmStage : std::uint8_t { pilot, authorised, unauthorised };
inline constexpr std::size_t harm_stage_count = 3;

/// Cumulative counts of harms and of their severity. detected <= noticed or seen; latent = occurred - detected.
struct HarmCell {
    double occurred = 0, detected = 0, redressed = 0;
    double severity = 0, severity_redressed = 0;
};

struct HarmLedger {
    std::size_t sectors = 0, segments = 0;
    std::array<std::vector<HarmCell>, harm_stage_count> cells;  ///< [stage][sector * segments + segment]

    void resize(std::size_t sector_count, std::size_t segment_count) {
        sectors = sector_count;
        segments = segment_count;
        for (std::vector<HarmCell>& stage : cells) stage.assign(sectors * segments, {});
    }
    HarmCell& at(HarmStage stage, std::size_t sector, std::size_t segment) {
        return cells[static_cast<std::size_t>(stage)][sector * segments + segment];
    }
};

/// A harm between its occurrence and the month in which its victim notices it.
struct HarmEvent {
    std::uint32_t citizen, product;
    std::uint8_t sector, segment;
    HarmStage stage;
    bool seen;  ///< supervision saw it when it occurred
    float severity;
    float redress_luck;  ///< compensated, once detected, if below the share that law or design asks
};

/// Cumulative flows of money, thousand currency.
struct Money {
    double founding = 0, funding = 0, revenue = 0;                      // sources of firms' accounts
    double burn = 0, compliance = 0, fees = 0, redress = 0, fines = 0;  // uses
    double closed = 0;                                                  // accounts that ended with their firm
};

}  // namespace leeway
