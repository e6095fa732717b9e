#include "analysis/interval.hpp"

#include <Eigen/QR>
#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

#include "analysis/worlds.hpp"

namespace leeway {

struct WorldRegression {
    Eigen::MatrixXd parameters;  ///< [world, parameter]
    Eigen::MatrixXd basis;       ///< orthonormal columns that span the regression over all worlds
};

namespace {

constexpr std::size_t spare_worlds = 8;        // beyond two for every coefficient
constexpr std::size_t least_for_skewness = 5;  // with fewer values their third moment tells nothing
constexpr double no_skewness = 1e-8;           // below it the transformation is the identity to eight digits

/// The skewness of values by their deviations, with the small-sample factor of Joanes and Gill (1998, J. R. Statist.
/// Soc. D 47); 0 where it cannot be told.
double skewness_of(const Eigen::VectorXd& deviations) {
    const auto count = static_cast<double>(deviations.size());
    const double squares = deviations.squaredNorm() / count;
    if (deviations.size() < static_cast<Eigen::Index>(least_for_skewness) || squares <= 0) return 0;
    const double cubes = deviations.array().cube().sum() / count;
    return std::sqrt(count * (count - 1)) / (count - 2) * cubes / (squares * std::sqrt(squares));
}

/// The t statistic that Hall's cubic transformation takes to `t`; `skewness` is that of the mean.
double before_transformation(double t, double skewness) {
    if (std::abs(skewness) < no_skewness) return t;
    return 3 / skewness * (std::cbrt(1 + skewness * (t - skewness / 6)) - 1);
}

/// The interval of `mean` by the deviations that its variance is estimated from, with so many degrees of freedom.
Interval interval_around(double mean, const Eigen::VectorXd& deviations, std::size_t degrees_of_freedom) {
    const boost::math::students_t distribution(static_cast<double>(degrees_of_freedom));
    const double t = boost::math::quantile(distribution, (1 + confidence) / 2);
    const auto count = static_cast<double>(deviations.size());
    const double error = std::sqrt(deviations.squaredNorm() / static_cast<double>(degrees_of_freedom) / count);
    const double skewness = skewness_of(deviations) / std::sqrt(count);
    return {mean, mean - error * before_transformation(t, skewness),
            mean - error * before_transformation(-t, skewness)};
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
    return interval_around(mean, residuals, freedom);
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
    const bool chosen_points =
        results.sampling == "grid" || results.sampling == "morris" || results.sampling == "saltelli";
    if (results.worlds.size() > 1 && chosen_points) estimator.kind = Estimator::none;
    if (results.worlds.size() == 1 || results.sampling != "latin-hypercube") return estimator;
    const auto worlds = static_cast<Eigen::Index>(results.worlds.size());
    const auto count = static_cast<Eigen::Index>(results.parameters.size());
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    WorldRegression regression;
    regression.parameters = Eigen::Map<const RowMajor>(results.world_parameter.data(), worlds, count);
    regression.basis = regression_basis(regression.parameters);
    if (regression.basis.cols() == 0) return estimator;
    estimator.kind = Estimator::latin_hypercube;
    estimator.regression = std::make_shared<const WorldRegression>(std::move(regression));
    return estimator;
}

Interval estimate_mean(const MeanEstimator& estimator, const std::vector<double>& values) {
    if (estimator.kind == Estimator::none) return {finite_mean(values), missing_value, missing_value};
    if (estimator.kind == Estimator::independent) return t_interval(values);
    if (count_finite(values) == values.size()) return residual_interval(estimator.regression->basis, values);
    const Eigen::MatrixXd basis = regression_basis(rows_of_finite(estimator.regression->parameters, values));
    std::vector<double> finite = values;
    std::erase_if(finite, [](double value) { return !std::isfinite(value); });
    return basis.cols() > 0 ? residual_interval(basis, finite) : t_interval(finite);
}

Interval t_interval(const std::vector<double>& values) {
    const std::size_t count = count_finite(values);
    const double mean = finite_mean(values);
    if (count < 2) return {mean, missing_value, missing_value};
    Eigen::VectorXd deviations(static_cast<Eigen::Index>(count));
    Eigen::Index place = 0;
    for (const double value : values) {
        if (std::isfinite(value)) deviations[place++] = value - mean;
    }
    return interval_around(mean, deviations, count - 1);
}

}  // namespace leeway
