// The exact chain of a desk whose cases come as a Poisson number at the start of a month and need exponential hours:
// each officer has a month's hours, a case takes at most one officer's. As months shrink it becomes M/M/c(/K) (Erlang
// 1917). Exponential hours have no memory, so what remains of a case is like a new one and the number of cases is a
// chain.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <limits>
#include <vector>

namespace leeway {

/// A desk and its load.
struct Office {
    int officers;
    double arrivals;                              ///< mean number of cases that come in a month
    double pace;                                  ///< mean number of cases that one officer can finish in a month
    int limit = std::numeric_limits<int>::max();  ///< cases beyond which new ones are turned away
};

/// Probabilities of 0, 1, 2, … up to `size - 1` events with this mean.
std::vector<double> poisson_probabilities(double mean, std::size_t size);

/// The months of an office as a chain over the number of cases that are left at the end of a month.
class OfficeChain {
  public:
    OfficeChain(const Office& office, int largest);

    /// Mean number of cases over `months` from an empty desk.
    double mean_cases(int months) const;
    /// Mean number of cases turned away in `months` from an empty desk.
    double mean_turned_away(int months) const;
    /// Mean number of cases in the long run, and the share of new ones turned away.
    double stationary_cases() const;
    double stationary_blocking() const;

  private:
    Eigen::RowVectorXd stationary() const;

    double arrivals_;
    Eigen::MatrixXd moves_;
    Eigen::VectorXd turned_away_;  ///< in the next month
};

}  // namespace leeway
