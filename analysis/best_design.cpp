#include "analysis/best_design.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/arithmetic.hpp"

namespace leeway {
namespace {

/// The procedure at one experiment; designs are numbered within their group. The letters are those of Kim and Nelson,
/// with c = 1.
class KimNelson {
  public:
    KimNelson(const ReplicateMeans& means, const std::vector<std::size_t>& group, const BestGoal& goal)
        : means_(means), group_(group), goal_(goal), stages_(group.size(), std::vector<double>(group.size())) {
        const double rivals = static_cast<double>(group.size() - 1), n0 = static_cast<double>(goal.round);
        const double eta = (portable::pow(2 * (1 - goal.probability) / rivals, -2 / (n0 - 1)) - 1) / 2;
        const double h2 = 2 * eta * (n0 - 1), delta2 = goal.indifference * goal.indifference;
        for (std::size_t i = 0; i < group.size(); ++i) {
            for (std::size_t l = 0; l < i; ++l) {
                const double variance = paired_difference(means, group[i], group[l], goal.round).variance;
                stages_[i][l] = stages_[l][i] = h2 * variance / delta2;
                most_ = std::max(most_, std::floor(stages_[i][l]) + 1);
            }
        }
        in_.resize(group.size());
        std::iota(in_.begin(), in_.end(), std::size_t{0});
    }

    BestAnswer judge() {
        look_at(goal_.round);
        while (!is_decided() && looked_ < means_.replicates())
            look_at(std::min(looked_ + goal_.round, means_.replicates()));
        BestAnswer answer{is_decided(), group_[leader()], {}, most_};
        for (const std::size_t i : in_) answer.contenders.push_back(group_[i]);
        return answer;
    }

  private:
    /// Who falls below the line against any other that is still in is out.
    void look_at(std::size_t replicates) {
        looked_ = replicates;
        score_.clear();
        for (const std::size_t design : group_) score_.push_back(mean_of(means_.of_design[design]));
        std::vector<std::size_t> stay;
        for (const std::size_t i : in_) {
            if (!is_beaten(i)) stay.push_back(i);
        }
        in_ = std::move(stay);
    }

    /// The mean so far, with the sign that makes more better.
    double mean_of(const std::vector<double>& values) const {
        const double sum = std::accumulate(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(looked_), 0.0);
        return (goal_.more_is_better ? sum : -sum) / static_cast<double>(looked_);
    }

    bool is_beaten(std::size_t i) const {
        const auto r = static_cast<double>(looked_);
        return std::any_of(in_.begin(), in_.end(), [&](std::size_t l) {
            const double width = std::max(0.0, goal_.indifference / (2 * r) * (stages_[i][l] - r));
            return score_[i] < score_[l] - width;
        });
    }

    bool is_decided() const { return in_.size() == 1 || static_cast<double>(looked_) >= most_; }

    /// Of equals the first.
    std::size_t leader() const {
        return *std::max_element(in_.begin(), in_.end(),
                                 [&](std::size_t i, std::size_t l) { return score_[i] < score_[l]; });
    }

    const ReplicateMeans& means_;
    const std::vector<std::size_t>& group_;
    const BestGoal& goal_;
    std::vector<std::vector<double>> stages_;  ///< replicates after which the lines of a pair meet: h^2 S^2 / delta^2
    double most_ = 1;                          ///< after which all have met
    std::vector<std::size_t> in_;
    std::size_t looked_ = 0;
    std::vector<double> score_;
};

}  // namespace

BestAnswer judge_best(const ReplicateMeans& means, const std::vector<std::size_t>& group, const BestGoal& goal) {
    if (group.size() == 1) return {true, group.front(), group, 0};
    if (means.replicates() < goal.round) return {false, group.front(), group, std::numeric_limits<double>::infinity()};
    return KimNelson(means, group, goal).judge();
}

}  // namespace leeway
