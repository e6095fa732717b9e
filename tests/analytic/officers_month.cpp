#include "officers_month.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace leeway {
namespace {

constexpr std::size_t steps = 64;  // by which one officer's month is cut for integrals; even, for Simpson's rule

/// Probabilities of the number of cases finished, by the hours left (in steps) and by the cases at the desk.
using Finished = std::vector<std::vector<double>>;

double simpson_weight(std::size_t step) { return step == 0 || step == steps ? 1 : step % 2 == 1 ? 4 : 2; }

// With no more hours than one case may take, cases are finished one after the other until hours or cases run out.
std::vector<double> finished_in_turn(double hours, std::size_t cases) {
    std::vector<double> finished = poisson_probabilities(hours, cases + 1);
    finished[cases] += 1 - std::accumulate(finished.begin(), finished.end(), 0.0);
    return finished;
}

// The first case takes its share of the hours in full and stays, or is finished after less; then comes the next.
std::vector<double> finished_side_by_side(double pace, std::size_t hours, std::size_t cases, const Finished& without) {
    std::vector<double> finished(cases + 1, 0.0);
    const double step = pace / steps, stays = std::exp(-pace);
    for (std::size_t d = 0; d < cases; ++d) finished[d] += stays * without[hours - steps][d];
    for (std::size_t s = 0; s <= steps; ++s) {
        const double weight = simpson_weight(s) * step / 3 * std::exp(-step * static_cast<double>(s));
        for (std::size_t d = 0; d < cases; ++d) finished[d + 1] += weight * without[hours - s][d];
    }
    return finished;
}

/// [cases][number finished] in a month of all officers' hours.
std::vector<std::vector<double>> finished_in_month(const Office& office, std::size_t largest) {
    const std::size_t all = steps * static_cast<std::size_t>(office.officers);
    std::vector<std::vector<double>> by_cases{{1.0}};
    Finished before(all + 1, {1.0});
    for (std::size_t cases = 1; cases <= largest; ++cases) {
        Finished now;
        for (std::size_t hours = 0; hours <= all; ++hours) {
            const double paced = office.pace * static_cast<double>(hours) / steps;
            now.push_back(hours <= steps ? finished_in_turn(paced, cases)
                                         : finished_side_by_side(office.pace, hours, cases, before));
        }
        by_cases.push_back(now[all]);
        before = std::move(now);
    }
    return by_cases;
}

}  // namespace

std::vector<double> poisson_probabilities(double mean, std::size_t size) {
    std::vector<double> probabilities{std::exp(-mean)};
    while (probabilities.size() < size)
        probabilities.push_back(probabilities.back() * mean / static_cast<double>(probabilities.size()));
    return probabilities;
}

OfficeChain::OfficeChain(const Office& office, int largest)
    : arrivals_(office.arrivals),
      moves_(Eigen::MatrixXd::Zero(largest + 1, largest + 1)),
      turned_away_(Eigen::VectorXd::Zero(largest + 1)) {
    const auto finished = finished_in_month(office, static_cast<std::size_t>(largest));
    const int most = std::min(largest, office.limit);
    const std::vector<double> coming = poisson_probabilities(office.arrivals, 200);
    for (int before = 0; before <= most; ++before) {
        for (int more = 0; more < static_cast<int>(coming.size()); ++more) {
            const int cases = std::min(most, before + more);
            const double probability = coming[static_cast<std::size_t>(more)];
            turned_away_[before] += probability * (before + more - cases);
            for (int done = 0; done <= cases; ++done)
                moves_(before, cases - done) +=
                    probability * finished[static_cast<std::size_t>(cases)][static_cast<std::size_t>(done)];
        }
    }
}

double OfficeChain::mean_cases(int months) const {
    Eigen::RowVectorXd now = Eigen::RowVectorXd::Unit(moves_.rows(), 0);
    const Eigen::VectorXd cases = Eigen::VectorXd::LinSpaced(moves_.rows(), 0, static_cast<double>(moves_.rows() - 1));
    double sum = 0;
    for (int month = 0; month < months; ++month) {
        now = now * moves_;
        sum += now.dot(cases);
    }
    return sum / months;
}

double OfficeChain::mean_turned_away(int months) const {
    Eigen::RowVectorXd now = Eigen::RowVectorXd::Unit(moves_.rows(), 0);
    double sum = 0;
    for (int month = 0; month < months; ++month) {
        sum += now.dot(turned_away_);
        now = now * moves_;
    }
    return sum;
}

// Squaring the month twenty times looks a million months ahead.
Eigen::RowVectorXd OfficeChain::stationary() const {
    Eigen::MatrixXd ahead = moves_;
    for (int doubling = 0; doubling < 20; ++doubling) ahead = (ahead * ahead).eval();
    return ahead.row(0) / ahead.row(0).sum();
}

double OfficeChain::stationary_cases() const {
    return stationary().dot(Eigen::VectorXd::LinSpaced(moves_.rows(), 0, static_cast<double>(moves_.rows() - 1)));
}

double OfficeChain::stationary_blocking() const { return stationary().dot(turned_away_) / arrivals_; }

}  // namespace leeway
