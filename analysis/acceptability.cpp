#include "analysis/acceptability.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace leeway {
namespace {

using UnitRow = Eigen::Ref<const Eigen::RowVectorXd, 0, Eigen::InnerStride<>>;

/// Whether design `a` is preferred to `b` at `rate`, and not the other way round.
bool is_preferred(const UnitRow& gain, const UnitRow& harm, Eigen::Index a, Eigen::Index b, double rate) {
    if (std::isinf(rate)) return gain[a] != gain[b] ? gain[a] > gain[b] : harm[a] < harm[b];
    const double one = rate * gain[a] - harm[a], other = rate * gain[b] - harm[b];
    return one != other ? one > other : rate == 0 && gain[a] > gain[b];
}

/// The columns to which no other is preferred.
std::vector<Eigen::Index> preferred(const UnitRow& gain, const UnitRow& harm, double rate) {
    std::vector<Eigen::Index> best{0};
    for (Eigen::Index design = 1; design < gain.size(); ++design) {
        if (is_preferred(gain, harm, best.front(), design, rate)) continue;
        if (is_preferred(gain, harm, design, best.front(), rate)) best.clear();
        best.push_back(design);
    }
    return best;
}

bool dominates(const UnitRow& gain, const UnitRow& harm, Eigen::Index a, Eigen::Index b) {
    return gain[a] >= gain[b] && harm[a] <= harm[b] && (gain[a] > gain[b] || harm[a] < harm[b]);
}

bool is_dominated(const UnitRow& gain, const UnitRow& harm, Eigen::Index design) {
    for (Eigen::Index other = 0; other < gain.size(); ++other) {
        if (dominates(gain, harm, other, design)) return true;
    }
    return false;
}

}  // namespace

Eigen::VectorXd acceptability(const GainsAndHarms& units, double rate) {
    Eigen::VectorXd shares = Eigen::VectorXd::Zero(units.gain.cols());
    for (Eigen::Index unit = 0; unit < units.gain.rows(); ++unit) {
        const std::vector<Eigen::Index> best = preferred(units.gain.row(unit), units.harm.row(unit), rate);
        for (const Eigen::Index design : best) shares[design] += 1 / static_cast<double>(best.size());
    }
    return shares / static_cast<double>(units.gain.rows());
}

std::size_t preferred_on_average(const GainsAndHarms& units, double rate) {
    const Eigen::RowVectorXd gain = units.gain.colwise().mean(), harm = units.harm.colwise().mean();
    return static_cast<std::size_t>(preferred(gain, harm, rate).front());
}

Eigen::MatrixXd dominance(const GainsAndHarms& units) {
    const Eigen::Index designs = units.gain.cols();
    Eigen::MatrixXd shares = Eigen::MatrixXd::Zero(designs, designs);
    for (Eigen::Index unit = 0; unit < units.gain.rows(); ++unit) {
        for (Eigen::Index a = 0; a < designs; ++a) {
            for (Eigen::Index b = 0; b < designs; ++b)
                shares(a, b) += dominates(units.gain.row(unit), units.harm.row(unit), a, b) ? 1 : 0;
        }
    }
    return shares / static_cast<double>(units.gain.rows());
}

Eigen::VectorXd dominated_share(const GainsAndHarms& units) {
    Eigen::VectorXd shares = Eigen::VectorXd::Zero(units.gain.cols());
    for (Eigen::Index unit = 0; unit < units.gain.rows(); ++unit) {
        for (Eigen::Index design = 0; design < shares.size(); ++design)
            shares[design] += is_dominated(units.gain.row(unit), units.harm.row(unit), design) ? 1 : 0;
    }
    return shares / static_cast<double>(units.gain.rows());
}

EfficientFrontier efficient_frontier(const Eigen::VectorXd& gain, const Eigen::VectorXd& harm) {
    EfficientFrontier frontier;
    Eigen::Index here = preferred(gain.transpose(), harm.transpose(), 0).front();
    frontier.designs.push_back(static_cast<std::size_t>(here));
    while (true) {
        Eigen::Index next = here;
        double lowest = std::numeric_limits<double>::infinity();
        for (Eigen::Index design = 0; design < gain.size(); ++design) {
            if (gain[design] <= gain[here]) continue;
            const double rate = (harm[design] - harm[here]) / (gain[design] - gain[here]);
            if (rate > lowest || (rate == lowest && gain[design] <= gain[next])) continue;
            lowest = rate;
            next = design;
        }
        if (next == here) return frontier;
        here = next;
        frontier.designs.push_back(static_cast<std::size_t>(here));
        frontier.rates.push_back(lowest);
    }
}

std::vector<Standing> standings(const Eigen::VectorXd& gain, const Eigen::VectorXd& harm) {
    const std::vector<std::size_t> efficient = efficient_frontier(gain, harm).designs;
    std::vector<Standing> standing;
    for (Eigen::Index design = 0; design < gain.size(); ++design) {
        const bool on_frontier = std::any_of(efficient.begin(), efficient.end(), [&](std::size_t other) {
            const auto place = static_cast<Eigen::Index>(other);
            return gain[place] == gain[design] && harm[place] == harm[design];
        });
        const bool beaten = is_dominated(gain.transpose(), harm.transpose(), design);
        standing.push_back(on_frontier ? Standing::efficient
                           : beaten    ? Standing::dominated
                                       : Standing::extendedly_dominated);
    }
    return standing;
}

}  // namespace leeway
