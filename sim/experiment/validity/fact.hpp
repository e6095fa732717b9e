// A stylised fact as the scorecard asks for it: what is said of the world and by whom, the small paired experiment that
// puts the question to the model, the number that answers it, and the values of that number that agree with the fact.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/recording.hpp"
#include "world/world.hpp"

namespace leeway {

/// How a fact relates to what was put into the model.
enum class FactKind : std::uint8_t {
    input,       ///< a parameter says it, so that agreement shows only that the parameter works
    calibrated,  ///< parameters were chosen with an eye on it
    emergent,    ///< no parameter says it, and none was chosen for it
    closed_form  ///< a result of mathematics that the simulator must reproduce
};
std::string_view text(FactKind kind);

/// What happens to a world for some months, whatever the design: settings of the rules' parameters.
struct Disturbance {
    std::vector<std::string> settings;  ///< `key=value`, as `--set` takes them
    std::int32_t begin = 0, end = 0;    ///< from month `begin` to before month `end`
};

/// One arm of a fact's experiment. The arms of a replicate have the same people and the same luck.
struct Arm {
    std::string design;
    std::vector<std::string> settings{};
    std::optional<Disturbance> disturbance{};
};

/// What became of one arm in one replicate.
struct History {
    const World& world;
    const Recording& recording;
};

/// The values that agree with a fact; an end that is infinite bounds nothing.
struct Band {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

/// A fact. What depends on the scenario (names, numbers to double) is a function of it.
struct Fact {
    std::string id;  ///< of evidence.md's stylised facts, with a word where a fact has several parts: "S5.queue"
    FactKind kind = FactKind::emergent;
    std::string statement;
    std::string measure;  ///< what the number is, in words
    Band band;
    std::string source;     ///< rows of the evidence with their confidence codes
    std::string mechanism;  ///< by which the model shows it
    std::function<std::vector<Arm>(const Scenario&)> arms;
    std::function<double(std::span<const History>)> value;  ///< of one replicate, the arms in order; NaN where missing
    /// Settings that switch the mechanism off; needed for emergent facts.
    std::function<std::vector<std::string>(const Scenario&)> off{};
    /// Why the fact has no meaning in a scenario; empty where it has.
    std::function<std::string(const Scenario&)> not_applicable = [](const Scenario&) { return std::string(); };
    std::string gap{};  ///< why the model as such does not show it, where that is known; such a row need not hold
};

}  // namespace leeway
