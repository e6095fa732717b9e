#include "analysis/first_order.hpp"

#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace leeway {
namespace {

/// Places in (-1, 1) by rank; equal values share the mean of theirs. `distinct` counts different values.
Eigen::VectorXd centred_ranks(const Eigen::VectorXd& values, Eigen::Index& distinct) {
    std::vector<Eigen::Index> order(static_cast<std::size_t>(values.size()));
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) { return values(a) < values(b); });
    Eigen::VectorXd places(values.size());
    distinct = 0;
    for (std::size_t begin = 0; begin < order.size(); ++distinct) {
        std::size_t end = begin;
        while (end < order.size() && values(order[end]) == values(order[begin])) ++end;
        const double middle = static_cast<double>(begin + end) / static_cast<double>(order.size()) - 1;
        for (std::size_t i = begin; i < end; ++i) places(order[i]) = middle;
        begin = end;
    }
    return places;
}

/// Legendre polynomials 1 to `degree` at these places, by their recursion.
Eigen::MatrixXd legendre(const Eigen::VectorXd& places, Eigen::Index degree) {
    Eigen::MatrixXd columns(places.size(), degree);
    Eigen::VectorXd before = Eigen::VectorXd::Ones(places.size()), now = places;
    for (Eigen::Index n = 1; n <= degree; ++n) {
        columns.col(n - 1) = now;
        const auto order = static_cast<double>(n);
        const Eigen::VectorXd next =
            ((2 * order + 1) * places.array() * now.array() - order * before.array()) / (order + 1);
        before = now;
        now = next;
    }
    return columns;
}

/// The index from some of the worlds; NaN where they are too few or differ by luck alone.
double index_in(const Eigen::VectorXd& parameter, const WorldMeans& means, const std::vector<std::size_t>& rows) {
    const std::vector<Eigen::Index> kept(rows.begin(), rows.end());
    if (kept.size() < 4) return missing_value;
    const Eigen::VectorXd values = means.values(kept);
    const double between = variance_of(values) - means.luck(kept).mean();
    return between > 0 ? explained_variance(parameter(kept), values) / between : missing_value;
}

}  // namespace

Interval cut_ends(Interval share) {
    share.low = std::clamp(share.low, 0.0, 1.0);
    share.high = std::clamp(share.high, 0.0, 1.0);
    return share;
}

double variance_of(const Eigen::VectorXd& values) {
    if (values.size() < 2) return missing_value;
    return (values.array() - values.mean()).square().sum() / static_cast<double>(values.size() - 1);
}

Eigen::Index affordable_degree(std::size_t worlds) {
    return std::clamp<Eigen::Index>(static_cast<Eigen::Index>(worlds / 8), 1, 6);
}

double explained_variance(const Eigen::VectorXd& parameter, const Eigen::VectorXd& values) {
    Eigen::Index distinct = 0;
    const Eigen::VectorXd places = centred_ranks(parameter, distinct);
    const Eigen::Index degree =
        std::min({affordable_degree(static_cast<std::size_t>(values.size())), distinct - 1, values.size() - 2});
    if (degree < 1) return 0;
    Eigen::MatrixXd columns = legendre(places, degree);
    columns.rowwise() -= columns.colwise().mean().eval();
    const Eigen::VectorXd centred = values.array() - values.mean();
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> decomposition(columns);
    const Eigen::VectorXd residuals = centred - columns * decomposition.solve(centred);
    const auto freedom = static_cast<double>(values.size() - 1 - decomposition.rank());
    return variance_of(values) - residuals.squaredNorm() / freedom;
}

Interval first_order_index(const Eigen::VectorXd& parameter, const WorldMeans& means, const RowGroups& groups) {
    return cut_ends(jackknife(static_cast<std::size_t>(means.values.size()), groups,
                              [&](const std::vector<std::size_t>& rows) { return index_in(parameter, means, rows); }));
}

Interval unexplained_share(const std::vector<Eigen::VectorXd>& parameters, const WorldMeans& means,
                           const RowGroups& groups) {
    const auto rest = [&](const std::vector<std::size_t>& rows) {
        double left = 1;
        for (const Eigen::VectorXd& parameter : parameters) left -= index_in(parameter, means, rows);
        return left;
    };
    Interval answer = cut_ends(jackknife(static_cast<std::size_t>(means.values.size()), groups, rest));
    answer.mean = std::clamp(answer.mean, 0.0, 1.0);
    return answer;
}

}  // namespace leeway
