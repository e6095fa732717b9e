// The stored results of an experiment as plain arrays: what the runner fills, the store writes and reads, and analysis
// answers from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace leeway {

inline constexpr double missing_value = std::numeric_limits<double>::quiet_NaN();

enum class RunStatus : std::int8_t { pending = 0, done = 1, failed = 2 };

/// An outcome over all runs. `values` are in row-major order of [design, world, replicate, inner], NaN where missing.
struct OutcomeArray {
    std::string name;       ///< of the metric (without the suffix of its inner dimension)
    std::size_t inner = 1;  ///< entries per run: 1, or the number of segments, sectors, jurisdictions or months
    std::vector<double> values;
};

/// A lever's value in every design: numbers, booleans as 0/1, or words. It is NaN, -1 or empty where a design lacks the
/// lever or has several values of it.
struct LeverColumn {
    std::string name, unit, meaning;
    std::variant<std::vector<double>, std::vector<std::int8_t>, std::vector<std::string>> values;
};

/// A monthly series as quantiles over all runs of each design, instead of every run's own.
struct SeriesQuantiles {
    std::string name;            ///< of the metric
    std::vector<double> values;  ///< [design, quantile, month], NaN where no run has a value
};

/// Where the numbers come from.
struct Provenance {
    std::string title, source, compiler, created, configuration, configuration_hash, command, results_hash;
    std::int64_t seed = 0;
};

/// Everything that an experiment stores.
struct Results {
    std::vector<std::string> designs;       ///< labels, in the order of the experiment
    std::vector<std::string> design_texts;  ///< one sentence per design: what it stands for
    std::vector<std::string> design_base;   ///< their names without a regime of adaptation; empty in old files
    std::vector<std::size_t> baseline_of;   ///< of each design, the baseline in the same regime; empty in old files
    std::string baseline;                   ///< a label of `designs`
    std::vector<std::int64_t> worlds, replicates;
    std::vector<std::int64_t> months;  ///< from -warm_up_months to months - 1
    std::vector<std::string> segments, sectors, regulators;
    std::vector<std::string> jurisdictions;  ///< the governed one first; empty where there is only one
    std::vector<double> segment_shares;      ///< of the population, parallel to `segments`
    std::string scenario, sampling;          ///< sampling: point, latin-hypercube …
    double population = 0;                   ///< real persons
    std::int64_t agents = 0;

    std::vector<std::string> parameters, parameter_units, parameter_sources;  ///< the uncertain ones
    std::vector<double> world_parameter;                                      ///< [world, parameter]
    std::vector<LeverColumn> levers;                                          ///< one entry per design each

    std::vector<OutcomeArray> outcomes, by_segment, by_sector, by_jurisdiction, by_month;
    std::vector<double> quantiles;                    ///< shares, rising; empty where `by_month` holds every run
    std::vector<SeriesQuantiles> quantiles_by_month;  ///< in the place of `by_month` otherwise

    std::string precision;              ///< how a run until something was known ended, in a sentence; empty otherwise
    std::vector<double> half_width;     ///< [design] of the mean contrast over these worlds, NaN for baselines; empty
                                        ///< unless it was asked for
    std::vector<std::int64_t> is_best;  ///< [design] 1: named the best of its regime, 0: not; empty unless asked for

    std::vector<RunStatus> status;          ///< [design, world, replicate]
    std::vector<std::string> failure;       ///< likewise; empty where nothing failed
    std::vector<std::int64_t> lever_bound;  ///< [design, lever]: 1 if the lever bound in some run, 0 never, -1 if that
                                            ///< is not tracked or the lever stands at its neutral value

    Provenance provenance;

    std::size_t runs() const { return designs.size() * worlds.size() * replicates.size(); }
    std::size_t run_index(std::size_t design, std::size_t world, std::size_t replicate) const {
        return (design * worlds.size() + world) * replicates.size() + replicate;
    }
};

/// A member of Results that holds the arrays of one kind.
using OutcomeArrays = std::vector<OutcomeArray> Results::*;

/// Gives the arrays of one kind with these places, `first` up to but without `last`, their values. Whoever stores
/// results asks for a few arrays at a time, kind by kind and in their order, and empties them again, so that the
/// outcomes of many runs need not be in memory together.
using FillOutcomes = std::function<void(OutcomeArrays kind, std::size_t first, std::size_t last)>;

/// The array of that name, or nullptr.
const OutcomeArray* find_outcome(const std::vector<OutcomeArray>& arrays, std::string_view name);

}  // namespace leeway
