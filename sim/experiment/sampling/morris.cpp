#include <algorithm>
#include <numeric>

#include "core/random.hpp"
#include "experiment/sampling/plans.hpp"

namespace leeway {
namespace {

/// The random numbers of one parameter in one trajectory, each in its own use.
enum Use : std::uint32_t { level, direction, turn };

class Trajectory {
  public:
    Trajectory(const std::vector<Draws>& draws, std::size_t number) : draws_(draws), number_(number) {}

    void append_to(Points& points) const {
        std::vector<double> point(draws_.size());
        for (std::size_t p = 0; p < point.size(); ++p) point[p] = low(p) + (rises(p) ? 0 : morris_step);
        points.push_back(point);
        for (const std::size_t p : order()) {
            point[p] = low(p) + (rises(p) ? morris_step : 0);
            points.push_back(point);
        }
    }

  private:
    double draw(std::size_t parameter, Use use) const { return draws_[parameter].uniform(number_, 0, use); }
    double low(std::size_t parameter) const { return draw(parameter, level) < 0.5 ? 0 : 1 - morris_step; }
    bool rises(std::size_t parameter) const { return draw(parameter, direction) < 0.5; }

    /// The order in which parameters move.
    std::vector<std::size_t> order() const {
        std::vector<std::size_t> order(draws_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return draw(a, turn) < draw(b, turn); });
        return order;
    }

    const std::vector<Draws>& draws_;
    std::size_t number_;
};

}  // namespace

Points morris(const Names& parameters, std::int64_t trajectories, std::int64_t seed) {
    const Draws plan(run_key(static_cast<std::uint64_t>(seed), 0, 0), "morris");
    std::vector<Draws> draws;
    for (const std::string& parameter : parameters) draws.push_back(plan.named(parameter));
    Points points;
    for (std::size_t number = 0; number < static_cast<std::size_t>(trajectories); ++number)
        Trajectory(draws, number).append_to(points);
    return points;
}

}  // namespace leeway
