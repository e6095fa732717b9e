#include "analysis/interval.hpp"

#include <Eigen/QR>
#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

#include "analysis/worlds.hpp"

namespace leeway {
namespace {

constexpr std::size_t spare_worlds = 8;  // beyond two for every coefficient

/// Half the width of an interval around a mean whose variance was estimated with so many degrees of freedom.
double half_width(double variance_of_mean, std::size_t degrees_of_freedom) {
    const boost::math::students_t distribution(static_cast<double>(degrees_of_freedom));
    return boost::math::quantile(distribution, (1 + confidence) / 2) * std::sqrt(std::max(0.0, variance_of_mean));
}

/// Places of a column's values in (0, 1) by rank; equal values share the mean of their places. Ranks are what a Latin
/// hypercube stratifies, whatever the distribution of the parameter.
Eigen::VectorXd places_by_rank(const Eigen::VectorXd& column) {
    const auto count = static_cast<std::size_t>(column.size());
    std::vector<Eigen::Index> order(count);
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    std::sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) { return column[a] < column[b]; });
    Eigen::VectorXd places(column.size());
    for (std::size_t begin = 0; begin < count;) {
        std::size_t end = begin;
        while (end < count && column[order[end]] == column[order[begin]]) ++end;
        const double middle = static_cast<double>(begin + end) / 2 / static_cast<double>(count);
        for (std::size_t i = begin; i < end; ++i) places[order[i]] = middle;
        begin = end;
    }
    return places;
}

/// Orthonormal columns for the regression: each parameter's rank and, where the worlds suffice, its square. Columns are
/// centred, so that the fitted constant is the plain mean. Empty where there are too few worlds.
Eigen::MatrixXd regression_basis(const Eigen::MatrixXd& parameters) {
    const auto worlds = static_cast<std::size_t>(parameters.rows()),
               count = static_cast<std::size_t>(parameters.cols());
    if (count == 0 || worlds < least_worlds(count)) return {};
    const Eigen::Index powers = worlds >= least_worlds(2 * count) ? 2 : 1;
    Eigen::MatrixXd columns(parameters.rows(), powers * parameters.cols());
    for (Eigen::Index p = 0; p < parameters.cols(); ++p) {
        const Eigen::VectorXd centred = places_by_rank(parameters.col(p)).array() - 0.5;
        columns.col(powers * p) = centred;
        if (powers == 2) columns.col(2 * p + 1) = centred.array().square();
    }
    columns.rowwise() -= columns.colwise().mean().eval();
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> decomposition(columns);
    const Eigen::MatrixXd identity = Eigen::MatrixXd::Identity(columns.rows(), decomposition.rank());
    return decomposition.householderQ() * identity;
}

/// The interval of a mean over worlds of a Latin hypercube, by the residuals of the regression.
Interval residual_interval(const Eigen::MatrixXd& basis, const std::vector<double>& values) {
    const auto count = static_cast<Eigen::Index>(values.size());
    const double mean = finite_mean(values);
    const Eigen::VectorXd centred = Eigen::Map<const Eigen::VectorXd>(values.data(), count).array() - mean;
    const Eigen::VectorXd residuals = centred - basis * (basis.transpose() * centred);
    const auto freedom = static_cast<std::size_t>(count - 1 - basis.cols());
    const double variance = residuals.squaredNorm() / static_cast<double>(freedom);
    const double half = half_width(variance / static_cast<double>(count), freedom);
    return {mean, mean - half, mean + half};
}

/// The rows of `parameters` where `values` are finite.
Eigen::MatrixXd rows_of_finite(const Eigen::MatrixXd& parameters, const std::vector<double>& values) {
    Eigen::MatrixXd kept(static_cast<Eigen::Index>(count_finite(values)), parameters.cols());
    Eigen::Index row = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i])) kept.row(row++) = parameters.row(static_cast<Eigen::Index>(i));
    }
    return kept;
}

}  // namespace

std::size_t least_worlds(std::size_t parameters) { return 2 * (parameters + 1) + spare_worlds; }

MeanEstimator estimator_for(const Results& results) {
    MeanEstimator estimator;
    const bool chosen_points = results.sampling == "grid" || results.sampling == "morris";
    if (results.worlds.size() > 1 && chosen_points) estimator.kind = Estimator::none;
    if (results.worlds.size() == 1 || results.sampling != "latin-hypercube") return estimator;
    const auto worlds = static_cast<Eigen::Index>(results.worlds.size());
    const auto count = static_cast<Eigen::Index>(results.parameters.size());
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    estimator.parameters = Eigen::Map<const RowMajor>(results.world_parameter.data(), worlds, count);
    estimator.basis = regression_basis(estimator.parameters);
    if (estimator.basis.cols() > 0) estimator.kind = Estimator::latin_hypercube;
    return estimator;
}

Interval estimate_mean(const MeanEstimator& estimator, const std::vector<double>& values) {
    if (estimator.kind == Estimator::none) return {finite_mean(values), missing_value, missing_value};
    if (estimator.kind == Estimator::independent) return t_interval(values);
    if (count_finite(values) == values.size()) return residual_interval(estimator.basis, values);
    const Eigen::MatrixXd basis = regression_basis(rows_of_finite(estimator.parameters, values));
    std::vector<double> finite = values;
    std::erase_if(finite, [](double value) { return !std::isfinite(value); });
    return basis.cols() > 0 ? residual_interval(basis, finite) : t_interval(finite);
}

Interval t_interval(const std::vector<double>& values) {
    const std::size_t count = count_finite(values);
    const double mean = finite_mean(values);
    if (count < 2) return {mean, missing_value, missing_value};
    double squares = 0;
    for (const double value : values) squares += std::isfinite(value) ? (value - mean) * (value - mean) : 0;
    const double variance = squares / static_cast<double>(count - 1);
    const double half = half_width(variance / static_cast<double>(count), count - 1);
    return {mean, mean - half, mean + half};
}

}  // namespace leeway
