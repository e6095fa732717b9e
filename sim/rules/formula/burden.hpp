// What the rulebook asks of a service: cost, months and the harm that compliance prevents, less what a waiver relieves.
// A provision asked at level l costs l times its full cost and leaves (1 - mitigation)^l of the harm.
#pragma once

#include <cstddef>
#include <cstdint>

#include "policy/design.hpp"
#include "rules/levers.hpp"
#include "world/world.hpp"

namespace leeway {

struct Burden {
    double cost = 0;            ///< thousand currency
    double months = 0;          ///< provisions are complied with side by side
    double log_mitigation = 0;  ///< added to the log harm rate; at most 0
};

/// Where the law is read: a jurisdiction, a sector, and the sandbox whose waivers may apply.
struct LegalPlace {
    std::size_t jurisdiction = 0, sector = 0, sandbox = 0;
};
LegalPlace legal_place(const World& world, std::size_t p);

/// The level at which provision `i` is asked of everybody in the sector this month; a running rule test relaxes it.
double level_in_force(const World& world, const Design& design, const LegalPlace& place, std::size_t i);

/// Whether the waivers of that sandbox can reach provision `i`: the law lets it be waived, the design names it, and its
/// owner runs the sandbox or works together with who does.
bool is_waived(const Scenario& scenario, const Design& design, std::size_t sandbox, std::size_t i);

/// Share of provision `i`'s protection that the share `relief` (0 to 1) of the waivers lifts.
double lifted_protection(const World& world, const Design& design, const LegalPlace& place, std::size_t i,
                         double relief);

/// The burden of a service that is relieved of the share `relief` (0 to 1) of the design's waivers, for a firm that
/// reads the law rightly.
Burden burden_at(const World& world, const Design& design, const LegalPlace& place, double relief);

/// The same for product `p` at that place: its firm spends more the less sure it is of its obligations.
Burden burden_of(const World& world, const Design& design, const LegalPlace& place, std::size_t p, double relief);

/// The same at home, in the sandbox that the product applied to.
Burden burden_of(const World& world, const Design& design, std::size_t p, double relief);

/// Factor (0 to 1) on what product `p`'s firm expects to pay for harm, by the liability shield or a comfort letter.
double liability_left(const World& world, const Design& design, std::size_t p);

/// Index of the regulator named `name` in the scenario; the first one where the name is empty.
std::size_t regulator_index(const Scenario& scenario, std::string_view name);

/// Index of the regulator who owns the sandbox that product `p` applied to.
std::size_t owner_of(const World& world, const Design& design, std::size_t p);

}  // namespace leeway
