// One case per lever: how it is set low and high, and which outcome moves which way. A lever without a case fails the
// test, so nobody can add a lever that does nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "metrics/recording.hpp"
#include "rules/model.hpp"
#include "world/world.hpp"

namespace leeway {

using SetDesign = std::function<void(Design&)>;
using SetModel = std::function<void(Model&)>;
using ReadOutcome = std::function<double(const Recording&, const World&)>;

struct LeverCase {
    std::string lever;  ///< its dotted name
    SetDesign low, high;
    std::string outcome;  ///< what moves, in words
    ReadOutcome read;
    int sign;                         ///< +1 if the outcome rises from low to high, -1 if it falls
    SetDesign with = [](Design&) {};  ///< what the design needs for the lever to matter
    SetModel in = [](Model&) {};      ///< what the world needs
};

/// A world in which levers can act: many ideas, two regulators, an assigned sector with agencies.
Model lever_model();

/// A sandbox that admits, tests and graduates firms.
Design lever_design();

std::vector<LeverCase> sandbox_cases();
std::vector<LeverCase> entry_cases();
std::vector<LeverCase> protection_cases();
std::vector<LeverCase> decision_cases();
std::vector<LeverCase> setting_cases();

// Outcomes that several cases read.
ReadOutcome metric_named(const std::string& name);
ReadOutcome counted(double Counts::*count);
ReadOutcome money_of(double Money::*flow);
/// Sum over products that were ever admitted of `value`.
ReadOutcome over_admitted(std::function<double(const World&, std::size_t)> value);
/// Mean of `value` over products that were ever admitted.
ReadOutcome mean_over_admitted(std::function<double(const World&, std::size_t)> value);

}  // namespace leeway
