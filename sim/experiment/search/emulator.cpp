#include "experiment/search/emulator.hpp"

#include <Eigen/QR>
#include <cmath>

#include "core/results.hpp"

namespace leeway {
namespace {

constexpr std::size_t points_per_term = 2;

std::size_t term_count(std::size_t parameters, bool is_quadratic) {
    return is_quadratic ? (parameters + 1) * (parameters + 2) / 2 : parameters + 1;
}

/// 1, the coordinates from -1 to 1, and of a quadratic surface their products with each other.
Eigen::RowVectorXd terms_of(std::span<const double> point, bool is_quadratic) {
    const std::size_t parameters = point.size();
    Eigen::RowVectorXd terms(static_cast<Eigen::Index>(term_count(parameters, is_quadratic)));
    Eigen::Index next = 0;
    const auto coordinate = [&](std::size_t i) { return 2 * point[i] - 1; };
    terms[next++] = 1;
    for (std::size_t i = 0; i < parameters; ++i) terms[next++] = coordinate(i);
    for (std::size_t i = 0; is_quadratic && i < parameters; ++i) {
        for (std::size_t j = i; j < parameters; ++j) terms[next++] = coordinate(i) * coordinate(j);
    }
    return terms;
}

/// The points with known values, by index.
std::vector<std::size_t> known_among(const std::vector<double>& values) {
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i])) known.push_back(i);
    }
    return known;
}

}  // namespace

std::optional<Emulator> Emulator::fit(const std::vector<std::vector<double>>& points,
                                      const std::vector<double>& values) {
    const auto known = known_among(values);
    const std::size_t parameters = points.empty() ? 0 : points.front().size();
    const auto is_enough = [&](bool quadratic) {
        return known.size() >= points_per_term * term_count(parameters, quadratic);
    };
    if (!is_enough(false)) return std::nullopt;
    Emulator emulator;
    emulator.is_quadratic_ = is_enough(true);
    const auto rows = static_cast<Eigen::Index>(known.size());
    const auto terms = static_cast<Eigen::Index>(term_count(parameters, emulator.is_quadratic_));
    Eigen::MatrixXd design(rows, terms);
    Eigen::VectorXd wanted(rows);
    for (Eigen::Index row = 0; row < rows; ++row) {
        design.row(row) = terms_of(points[known[static_cast<std::size_t>(row)]], emulator.is_quadratic_);
        wanted[row] = values[known[static_cast<std::size_t>(row)]];
    }
    const Eigen::HouseholderQR<Eigen::MatrixXd> factors(design);
    emulator.weights_ = factors.solve(wanted);
    const Eigen::MatrixXd basis = factors.householderQ() * Eigen::MatrixXd::Identity(rows, terms);
    const Eigen::VectorXd errors = wanted - design * emulator.weights_;
    emulator.left_out_.assign(values.size(), missing_value);
    for (Eigen::Index row = 0; row < rows; ++row) {
        const double error = errors[row] / (1 - basis.row(row).squaredNorm());  // the leverage of the point
        emulator.variance_ += error * error / static_cast<double>(rows);
        emulator.left_out_[known[static_cast<std::size_t>(row)]] = wanted[row] - error;
    }
    return emulator;
}

double Emulator::predict(std::span<const double> point) const { return terms_of(point, is_quadratic_).dot(weights_); }

}  // namespace leeway
