// The answer to "what do these designs change?": every number, sentence and reservation, before anything is printed.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/contrasts.hpp"
#include "analysis/ranking.hpp"
#include "core/results.hpp"

namespace leeway {

/// One design beside the baseline.
struct DesignComparison {
    std::string name;
    std::size_t design = 0, baseline = 0;   ///< indices into results.designs
    std::vector<OutcomeContrast> outcomes;  ///< in the order of the metric table
    std::string sentence;
    std::vector<std::string>
        unbound_levers;  ///< set differently from the baseline, and never limited anybody in any run

    bool is_baseline() const { return design == baseline; }
    /// The outcome of that name, or nullptr.
    const OutcomeContrast* find(std::string_view metric) const;
};

struct RunCounts {
    std::size_t done = 0, failed = 0, pending = 0;
};

/// All designs against a baseline.
struct Comparison {
    std::string title, results_hash, baseline;
    RunCounts runs;
    std::size_t worlds = 0, replicates = 0;
    std::string unit_noun;                  ///< what intervals and spreads are over: world or replicate
    std::string interval_method;            ///< how the intervals were made, in words
    std::vector<const Metric*> shown;       ///< the outcomes asked for, or the headline ones
    bool all_outcomes = true;               ///< nobody asked for particular ones: files get them all
    std::vector<DesignComparison> designs;  ///< the baseline first, then in the order of the experiment
    std::vector<Ranking> rankings;
    std::vector<std::string> ranking_sentences;  ///< parallel to `rankings`
    std::vector<std::string> limits;             ///< what the reader must know before using the numbers
};

/// What is asked of a comparison.
struct ComparisonRequest {
    std::optional<std::string> baseline;  ///< a label; default: the stored one
    std::vector<std::string> metrics;     ///< names of outcomes; default: the headline ones
};

/// Compares all designs. The text says what is wrong with the request: an unknown baseline or outcome, and what there
/// is.
std::variant<Comparison, std::string> compare(const Results& results, const ComparisonRequest& request);

}  // namespace leeway
