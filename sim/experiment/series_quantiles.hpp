// Monthly series of a large sweep as quantiles over all runs of a design, instead of every run's own. Values are
// counted in bins whose width is a fixed share of the value, as in a DDSketch (Masson, Rim and Lee 2019, Proc. VLDB
// 12); the leading bits of a number name its bin, so no logarithm is taken. Counts add up to the same in any order:
// threads, shards and resumption cannot show, and memory does not grow with the number of runs.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// Counts of numbers in bins of a relative width of 1/256.
class Histogram {
  public:
    /// Counts a number; one that is not finite is left out.
    void add(double number);

    /// Adds the counts of another.
    void merge(const Histogram& other);

    /// The middle of the bin in which the number of rank ceil(share x count) lies: at most 0.2 % off; NaN without any.
    double quantile(double share) const;

    std::uint64_t count() const;

  private:
    void add(std::int32_t bin, std::uint32_t times);

    std::vector<std::pair<std::int32_t, std::uint32_t>> bins_;  ///< of numbers that occurred, rising
};

/// The series of all runs of an experiment.
class SeriesSummary {
  public:
    SeriesSummary(std::vector<std::string> series, std::size_t designs, std::size_t months);

    /// Counts the months of series number `series` in one run of a design.
    void add(std::size_t design, std::size_t series, std::span<const double> months);

    /// Adds what another summary of the same experiment has counted.
    void merge(const SeriesSummary& other);

    /// The quantiles of these shares, as results keep them.
    std::vector<SeriesQuantiles> quantiles(const std::vector<double>& shares) const;

  private:
    std::vector<std::string> series_;
    std::size_t designs_, months_;
    std::vector<Histogram> counts_;  ///< [series, design, month]
};

}  // namespace leeway
