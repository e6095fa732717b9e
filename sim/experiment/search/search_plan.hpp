// A calibration as an experiment file states it: the worlds of its plan are the first wave, its targets say what worlds
// are compared with, and later waves are the same plan with more worlds.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "experiment/plan.hpp"
#include "experiment/search/formula.hpp"
#include "experiment/search/history_matching.hpp"

namespace leeway {

/// The columns of `plan.worlds` that its worlds sample; the rest keep the scenario's values.
std::vector<std::size_t> searched_columns(const Plan& plan);

/// What is searched, and for what.
Search search_of(const Plan& plan);

/// The values of the searched parameters in the worlds of the plan.
WorldPoints first_wave_of(const Plan& plan);

/// The plan with these worlds, [world][searched parameter], in the place of its own.
Plan with_worlds(const Plan& plan, const WorldPoints& points);

/// Reads the targets of a plan off its runs.
class TargetReader {
  public:
    explicit TargetReader(const Plan& plan);

    /// The outcomes that the formulas need, each once.
    const std::vector<std::string>& outcomes() const { return outcomes_; }

    /// Whether any target was measured under design point number `design`.
    bool is_asked(std::size_t design) const;

    /// Calls visit(target, value) for every target of a run's design, given the values of `outcomes` in it.
    void read(std::size_t design, std::span<const double> values,
              const std::function<void(std::size_t target, double value)>& visit) const;

  private:
    struct Reading {
        std::size_t design;
        Formula formula;
        std::vector<std::size_t> places;  ///< of the formula's outcomes among all
    };

    double months_;
    std::vector<Reading> targets_;
    std::vector<std::string> outcomes_;
};

}  // namespace leeway
