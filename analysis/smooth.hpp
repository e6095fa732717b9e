// What is expected of a quantity at each value of another: a penalised spline of straight pieces (Ruppert, Wand and
// Carroll 2003, Semiparametric Regression), whose smoothness is chosen by generalised cross-validation (Craven and
// Wahba 1979) with every degree of freedom counted 1.4 times against overfitting (Kim and Gu 2004, J. R. Statist. Soc.
// B 66). A constant is among the candidates.
#pragma once

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <vector>

namespace leeway {

/// Fits over one set of places; what depends on the places alone is worked out once.
class Smooth {
  public:
    /// `places`: finite, at least 2.
    explicit Smooth(const Eigen::VectorXd& places);

    /// The fitted values of each column of `responses` [place, response]; the mean of each column is kept.
    Eigen::MatrixXd fitted(const Eigen::MatrixXd& responses) const;

  private:
    struct Candidate {
        Eigen::LDLT<Eigen::MatrixXd> system;
        double degrees_of_freedom;
    };

    Eigen::VectorXd fitted_one(const Eigen::VectorXd& response) const;

    Eigen::MatrixXd basis_;  ///< centred, without a constant
    std::vector<Candidate> candidates_;
};

}  // namespace leeway
