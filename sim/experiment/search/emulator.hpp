// A stand-in for the model that says what an outcome is about in a world that was not run: a quadratic surface through
// the means of the worlds that were, by least squares (Craig, Goldstein, Seheult and Smith 1997). It only chooses where
// the model is run next; no world is kept or ruled out by it. Its error is measured by leaving each world out (Allen
// 1974), which counts the luck of that world too, so it errs towards running a world too many.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace leeway {

/// The surface of one outcome. Points lie in the unit cube, a coordinate per parameter.
class Emulator {
  public:
    /// Fits to the values at the points; values that are NaN are left out. Nothing with too few points even for a plane
    /// (two for each of its terms); a plane with too few for a quadratic surface.
    static std::optional<Emulator> fit(const std::vector<std::vector<double>>& points,
                                       const std::vector<double>& values);

    double predict(std::span<const double> point) const;

    /// Mean square of the errors that it makes in worlds that it was not fitted to.
    double variance() const { return variance_; }

    /// What it says of each of its own points when that one is left out of the fit; NaN where the value was.
    const std::vector<double>& left_out() const { return left_out_; }

  private:
    bool is_quadratic_ = true;
    Eigen::VectorXd weights_;
    double variance_ = 0;
    std::vector<double> left_out_;
};

}  // namespace leeway
