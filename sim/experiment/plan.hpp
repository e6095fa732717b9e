// A plan: an experiment with everything that it names looked up, read, layered and checked, ready to be run.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/problems.hpp"
#include "experiment/experiment.hpp"
#include "experiment/uncertain.hpp"
#include "policy/design.hpp"
#include "rules/model.hpp"

namespace leeway {

/// A design point: a design with values of swept levers in a regime of adaptation, under the label that results give
/// it.
struct NamedDesign {
    std::string name;  ///< the label: the design's own name, then swept levers and, of several, the regime
    std::string base;  ///< the same without the regime
    std::string file;  ///< where it was read, as messages name it
    Design design;
    Adaptation adaptation;  ///< from month 0
};

/// A swept lever and how many values it takes.
struct SweptAxis {
    std::string lever;
    std::size_t values;
};

/// What a run needs to know; nothing in it can fail any more.
struct Plan {
    Experiment experiment;             ///< with names resolved; `designs` neither swept nor in regimes, `record.series`
                                       ///< never empty, `replicates` the most where `until` is asked for
    Model model;                       ///< with the scenario's own values of the uncertain parameters
    std::vector<NamedDesign> designs;  ///< the baseline is always among them, first if the experiment omits it
    std::size_t baseline = 0;          ///< index into `designs`
    std::vector<std::size_t> baseline_of;       ///< of each of `designs`: the baseline in the same regime
    std::size_t combinations = 1, regimes = 1;  ///< of swept levers; of adaptation
    std::vector<SweptAxis> swept;               ///< sorted by lever; the last one changes fastest along `designs`
    Design status_quo;               ///< the scenario's own, under which the warm-up runs; no override touches it
    std::vector<Design> neighbours;  ///< of jurisdictions 1, 2 … of the world, all the time; no override touches them
    std::vector<UncertainParameter> uncertain;  ///< without those that the experiment sets to a value
    std::vector<std::vector<double>> worlds;    ///< [world][parameter], in units of the parameter
    std::string scenario_file;
    std::string configuration;       ///< resolved TOML: every value, also defaults, in the order of the structs
    std::string configuration_hash;  ///< SHA-256 of `configuration`, hexadecimal
};

/// A plan, or why there is none.
struct Resolution {
    std::optional<Plan> plan;
    Problems problems;
};

/// Reads an experiment with everything that it names. Later layers win: defaults of the structs, scenario, design,
/// experiment, settings (`key=value`, as `--set` takes them). All problems of all files are reported together.
Resolution resolve(const std::filesystem::path& experiment, const std::vector<std::string>& settings = {});

/// The number of runs of a plan, designs x worlds x replicates; the most where it runs until something is known.
std::size_t run_count(const Plan& plan);

/// What is crossed, and how many runs that makes: "2 designs x 16 worlds (sobol) x 20 replicates = 640 runs".
std::string size_text(const Plan& plan);

}  // namespace leeway
