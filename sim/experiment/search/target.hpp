// What a calibration compares a world with: measured outcomes, each with all that keeps it from being met exactly.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

/// A measured number and the outcome of the model that stands for it.
struct Target {
    std::string name;
    std::string outcome;
    std::string design;
    double value = 0;
    double low = 0, high = 0;
    double interval_confidence = 0.95;
    bool one_history = true;
    double discrepancy = 0;
    std::string discrepancy_source;
    std::string unit;
    std::string evidence;
    std::string source;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "experiment", "what was measured, in a few words"});
        field(outcome,
              {"outcome", Unit::none, 0, 0, "experiment",
               "an outcome, or a formula of outcomes, numbers and months with + - * / and parentheses, such as "
               "\"admitted / applications\"; it is worked out for every run"});
        field(design, {"design", Unit::none, 0, 0, "experiment",
                       "label of the design under which it was measured (empty = the baseline)"});
        field(value, {"value", Unit::none, -1e15, 1e15, "experiment", "the measured value"});
        field(low, {"low", Unit::none, -1e15, 1e15, "experiment",
                    "lower end of the interval of sampling error; low = high = 0: none is stated"});
        field(high, {"high", Unit::none, -1e15, 1e15, "experiment", "upper end of that interval"});
        field(interval_confidence, {"interval_confidence", Unit::probability, 0.5, 0.9999, "experiment",
                                    "confidence of the interval from low to high"});
        field(one_history, {"one_history", Unit::none, 0, 0, "experiment",
                            "the value is what happened once, and its interval does not hold that luck: the variance "
                            "between runs of a world is added to its own"});
        field(discrepancy, {"discrepancy", Unit::none, 0, 1e15, "experiment",
                            "standard deviation by which the outcome may miss the measured value in the right world, "
                            "because the model is a model"});
        field(discrepancy_source,
              {"discrepancy_source", Unit::none, 0, 0, "experiment", "why the discrepancy is what it is"});
        field(unit, {"unit", Unit::none, 0, 0, "experiment", "unit of value, low, high and discrepancy"});
        field(evidence,
              {"evidence", Unit::none, 0, 0, "experiment", "id of the row of the evidence from which it comes"});
        field(source, {"source", Unit::none, 0, 0, "experiment", "where it was read, with the confidence code"});
    }
};

/// How far a calibration goes.
struct Calibration {
    double confidence = 0.95;
    std::int64_t members = 200;
    std::int64_t waves = 4;
    std::int64_t wave_worlds = 64;

    template <class Visit>
    void fields(Visit&& field) {
        field(confidence, {"confidence", Unit::probability, 0.5, 0.9999, "experiment",
                           "with which the true world, were it among the priors, is not ruled out"});
        field(members, {"members", Unit::count, 1, 1e5, "experiment", "worlds that are wanted in the ensemble"});
        field(waves, {"waves", Unit::count, 1, 100, "experiment",
                      "waves after which it stops; the first are the worlds of the experiment"});
        field(wave_worlds, {"wave_worlds", Unit::count, 1, 1e5, "experiment", "worlds of each further wave"});
    }
};

/// Standard deviation of the sampling error of a target on the side of `modelled`: the interval is wider where the
/// value is nearer to the middle of what is possible, so each half counts by itself. 0 without an interval.
double observation_error(const Target& target, double modelled);

/// What is wrong with targets, whatever the scenario is.
std::vector<Complaint> complaints(const std::vector<Target>& targets);

}  // namespace leeway
