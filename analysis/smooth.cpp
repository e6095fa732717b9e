#include "analysis/smooth.hpp"

#include <algorithm>
#include <cmath>

namespace leeway {
namespace {

constexpr Eigen::Index most_knots = 10;
constexpr Eigen::Index places_per_knot = 6;
constexpr double dearness = 1.4;  // of a degree of freedom

/// Knots at quantiles of the places, each once.
std::vector<double> knots_of(const Eigen::VectorXd& places) {
    std::vector<double> sorted(places.begin(), places.end());
    std::sort(sorted.begin(), sorted.end());
    const auto count = std::min(most_knots, places.size() / places_per_knot);
    std::vector<double> knots;
    for (Eigen::Index k = 1; k <= count; ++k) {
        const double knot = sorted[static_cast<std::size_t>(k * places.size() / (count + 1))];
        const bool inside = knot > sorted.front() && knot < sorted.back();
        if (inside && (knots.empty() || knot > knots.back())) knots.push_back(knot);
    }
    return knots;
}

}  // namespace

Smooth::Smooth(const Eigen::VectorXd& places) {
    const double spread = std::sqrt((places.array() - places.mean()).square().mean());
    if (!(spread > 0)) return;
    const Eigen::VectorXd scaled = (places.array() - places.mean()) / spread;
    const std::vector<double> knots = knots_of(scaled);
    basis_.resize(places.size(), static_cast<Eigen::Index>(1 + knots.size()));
    basis_.col(0) = scaled;
    for (std::size_t k = 0; k < knots.size(); ++k)
        basis_.col(static_cast<Eigen::Index>(k + 1)) = (scaled.array() - knots[k]).max(0);
    basis_.rowwise() -= basis_.colwise().mean().eval();
    const Eigen::MatrixXd gram = basis_.transpose() * basis_;
    Eigen::VectorXd penalty = Eigen::VectorXd::Ones(gram.cols());
    penalty(0) = 0;
    for (int power = -5; power <= 3; ++power) {
        const double weight = std::pow(10.0, power) * static_cast<double>(places.size());
        Eigen::MatrixXd system = gram;
        system.diagonal() += weight * penalty;
        Candidate candidate{system.ldlt(), 1};
        candidate.degrees_of_freedom += candidate.system.solve(gram).trace();
        candidates_.push_back(std::move(candidate));
    }
}

Eigen::MatrixXd Smooth::fitted(const Eigen::MatrixXd& responses) const {
    Eigen::MatrixXd fits(responses.rows(), responses.cols());
    for (Eigen::Index column = 0; column < responses.cols(); ++column)
        fits.col(column) = fitted_one(responses.col(column));
    return fits;
}

Eigen::VectorXd Smooth::fitted_one(const Eigen::VectorXd& response) const {
    const auto count = static_cast<double>(response.size());
    const double mean = response.mean();
    const Eigen::VectorXd centred = response.array() - mean;
    const auto score = [&](double squares, double freedom) {
        const double left = count - dearness * freedom;
        return left > 0 ? squares / (left * left) : INFINITY;
    };
    Eigen::VectorXd best = Eigen::VectorXd::Zero(response.size());
    double best_score = score(centred.squaredNorm(), 1);
    const Eigen::VectorXd moments = basis_.transpose() * centred;
    for (const Candidate& candidate : candidates_) {
        const Eigen::VectorXd fit = basis_ * candidate.system.solve(moments);
        const double found = score((centred - fit).squaredNorm(), candidate.degrees_of_freedom);
        if (!(found < best_score)) continue;
        best_score = found;
        best = fit;
    }
    return best.array() + mean;
}

}  // namespace leeway
