// Patient rule induction (PRIM; Friedman and Fisher 1999, Stat. Comput. 9), as scenario discovery uses it (Bryant and
// Lempert 2010, Technol. Forecast. Soc. Change 77): a box of parameter ranges in which cases of interest are dense, and
// which holds as many of them as it can.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace leeway {

/// Ranges by parameter, infinite where nothing is restricted. A point on an end is inside.
struct ParameterBox {
    std::vector<double> low, high;

    explicit ParameterBox(std::size_t parameters);
    bool restricts(std::size_t parameter) const;
    bool holds(const Eigen::MatrixXd& points, Eigen::Index row) const;
    void release(std::size_t parameter);
};

/// What is in a box.
struct BoxCount {
    std::size_t points = 0, hits = 0;

    double density() const { return points == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(points); }
};

/// Points [point, parameter], and which of them are of interest.
struct PrimCases {
    Eigen::MatrixXd points;
    std::vector<bool> hits;
};

struct PrimSettings {
    double step = 0.05;             ///< share of the box that one step of peeling or pasting moves
    std::optional<double> density;  ///< the least; otherwise density and coverage are balanced (harmonic mean)
    std::size_t least_points = 5;   ///< in a box
    double quasi_p = 0.05;          ///< sides that chance explains better than this are opened
};

/// A restriction of a box, and how often chance alone would give so dense a box without it: the binomial tail of Bryant
/// and Lempert. It looks at each by itself and does not know how many were tried.
struct Restriction {
    std::size_t parameter;
    double low, high, quasi_p;
};

/// The box that is found.
struct FoundBox {
    ParameterBox box;
    BoxCount count;
    double coverage = 0;
    std::vector<Restriction> restrictions;  ///< by quasi-p, the surest first; empty: no box was found
    double score = 0;                       ///< harmonic mean of density and coverage before restrictions are dropped
};

BoxCount count_in(const PrimCases& cases, const ParameterBox& box);

/// Peels from all sides, chooses a box on the way, pastes back, and opens sides that chance explains.
FoundBox find_box(const PrimCases& cases, const PrimSettings& settings);

/// How often as good a box (by score) is found when hits are dealt to the points at random, this one among them: the
/// guard against what any search finds. Draws depend on `seed` alone.
double chance_of_box(const PrimCases& cases, const PrimSettings& settings, double score, std::size_t shuffles,
                     std::uint64_t seed);

}  // namespace leeway
