// Swept levers: the table [vary] of an experiment lists values of levers by dotted name, and every combination of them
// is a design point of every compared design. The baseline stays as it is, a point of its own; where nothing else is
// compared, it is swept beside itself.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "experiment/layers.hpp"
#include "experiment/plan.hpp"
#include "experiment/sweep.hpp"

namespace leeway {

/// The design points of an experiment, and the baseline among them.
struct DesignPoints {
    std::vector<NamedDesign> designs;
    std::size_t baseline = 0;              ///< index into `designs`
    std::vector<std::size_t> baseline_of;  ///< of each of `designs`: the baseline in the same regime
};

/// Crosses designs with the combinations of a sweep that `check_sweep` has passed, and with regimes of adaptation, each
/// with the label "cohort[sandbox.places=10,adaptation.firms=false,adaptation.regulators=true]".
DesignPoints design_points(const std::vector<NamedDesign>& designs, std::size_t baseline, const Sweep& sweep,
                           const std::vector<Adaptation>& regimes);

/// Whether design number `design` of so many is swept.
bool is_swept(std::size_t design, std::size_t designs, std::size_t baseline);

/// The first that is; every swept design has every swept lever.
std::size_t first_swept(std::size_t designs, std::size_t baseline);

/// Gives a lever of the design a value; returns the field that holds it, the first where the name stands for several.
FieldReference set_lever(Design& design, const SweptLever& lever, const toml::node& value, Places& places,
                         Problems& problems);

/// A value as labels show it.
std::string label_text(const FieldReference& value);

/// The design with one combination of swept values, under its label; where these values stand goes into `places`.
NamedDesign sweep_point(const NamedDesign& named, const Sweep& sweep, std::size_t combination, Places& places);

/// Says what is wrong with the sweep: names that are no levers of the swept designs, values out of range or given
/// twice, levers that are swept under two names or also set to one value, too many points; and with every design point
/// as a design, at the places of the swept values.
void check_sweep(Layered& layered);

/// The sweep as the resolved configuration states it, each line under `prefix`; nothing where nothing is swept.
std::string sweep_toml(const Layered& layered, const std::string& prefix);

}  // namespace leeway
