// The harm ledger: every harm stands in exactly one place, by stage, sector, group and cause; and the money ledger,
// whose sources less uses equal the change of all accounts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace leeway {

enum class HarmStage : std::uint8_t { lab, pilot, authorised, unauthorised };
inline constexpr std::size_t harm_stage_count = 4;

/// Cumulative counts of harms and of their severity. redressed <= detected <= occurred; latent = occurred - detected.
struct HarmCell {
    double occurred = 0, detected = 0, redressed = 0;
    double severity = 0, severity_redressed = 0;
};

/// Where a harm stands in the ledger. A cause is the index of the first provision that would have blocked it, or one of
/// the two after the last provision: a missing safeguard, or nothing that anybody asked (the residual).
struct HarmPlace {
    HarmStage stage;
    std::uint8_t sector;
    std::uint16_t group;
    std::uint8_t cause;
};

struct HarmLedger {
    std::size_t sectors = 0, groups = 0, causes = 0;
    std::vector<HarmCell> cells;  ///< [stage][sector][group][cause]

    void resize(std::size_t sector_count, std::size_t group_count, std::size_t provision_count) {
        sectors = sector_count;
        groups = group_count;
        causes = provision_count + 2;
        cells.assign(harm_stage_count * sectors * groups * causes, {});
    }
    std::size_t index(const HarmPlace& place) const {
        return ((static_cast<std::size_t>(place.stage) * sectors + place.sector) * groups + place.group) * causes +
               place.cause;
    }
    HarmCell& at(const HarmPlace& place) { return cells[index(place)]; }
    const HarmCell& at(const HarmPlace& place) const { return cells[index(place)]; }
    std::uint8_t missing_safeguard() const { return static_cast<std::uint8_t>(causes - 2); }
    std::uint8_t residual() const { return static_cast<std::uint8_t>(causes - 1); }
};

/// A harm between its occurrence and the month in which its victim notices it.
struct HarmEvent {
    std::uint32_t citizen, product;
    HarmPlace place;
    bool seen;       ///< supervision saw it when it occurred
    bool bystander;  ///< its victim does not use the service
    float severity;
    float redress_luck;  ///< compensated, once detected, if below the share that law or design asks
};

/// Cumulative flows of money, thousand currency.
struct Money {
    // sources of firms' accounts
    double founding = 0, funding = 0, revenue = 0, grants = 0, procurement = 0, budgets = 0;
    // uses of firms' accounts
    double burn = 0, compliance = 0, fees = 0, redress = 0, fines = 0, oversight = 0, levies = 0, premiums = 0;
    double closed = 0;  // accounts that ended with their firm
    // paid to victims out of the compensation fund and by insurers; all redress that victims received
    double fund_redress = 0, insured_redress = 0, received_redress = 0;
};

}  // namespace leeway
