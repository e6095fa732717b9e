// Firms that spend 1 a month and now and then raise 2 are random walks of step 1: their ruin is the gambler's (Feller
// 1968), their life an absorbing Markov chain (Kemeny and Snell 1960). A file that is mended until it passes or is
// withdrawn is another such chain.
#include <Eigen/LU>
#include <cmath>
#include <vector>

#include "catch.hpp"
#include "experiment/validity/bare_model.hpp"
#include "sample.hpp"

using namespace leeway;

namespace {

constexpr std::int32_t months = 300, followed = 200;
constexpr double ideas_a_month = 300;

// Revenue 0, spending 1, and with probability `chance` a round of 2; nothing but entry and finance happens.
Model walking_firms(double capital, double chance) {
    Model model = bare_model({"enter", "finance"});
    model.scenario.ideas.per_year = 12 * ideas_a_month;
    model.scenario.firms.frozen = true;
    model.scenario.firms.capital = capital;
    model.scenario.firms.burn_before_launch = 1;
    model.scenario.funding.amount = 2;
    model.scenario.funding.chance = chance;
    std::get<Finance>(model.month).quality_exponent = 0;
    return model;
}

// Months that each firm lives, for those that can be followed; a firm that outlives the run has a very long life.
std::vector<double> lives(double capital, double chance) {
    const Model model = walking_firms(capital, chance);
    const World world = live(model, Design{}, test_key("ruin", 0), months);
    std::vector<double> all;
    for (std::size_t f = 0; f < world.firms.count(); ++f) {
        if (world.firms.founded[f] <= months - followed)
            all.push_back(world.firms.ended[f] - world.firms.founded[f] + 1.0);
    }
    return all;
}

/// Moves of capital in a month, from 0 up to where no firm comes; ruin is a step below 0.
Eigen::MatrixXd walk(double chance, int levels) {
    Eigen::MatrixXd moves = Eigen::MatrixXd::Zero(levels, levels);
    for (int level = 0; level < levels; ++level) {
        if (level + 1 < levels) moves(level, level + 1) = chance;
        if (level > 0) moves(level, level - 1) = 1 - chance;
    }
    return moves;
}

double ruined_within(int capital, double chance, int horizon) {
    Eigen::RowVectorXd now = Eigen::RowVectorXd::Unit(capital + horizon + 1, capital);
    const Eigen::MatrixXd moves = walk(chance, static_cast<int>(now.size()));
    for (int month = 0; month < horizon; ++month) now = now * moves;
    return 1 - now.sum();
}

double share_z(const std::vector<double>& all, double within, double exact) {
    double ruined = 0;
    for (const double life : all) ruined += life <= within ? 1 : 0;
    const auto count = static_cast<double>(all.size());
    return (ruined / count - exact) / std::sqrt(exact * (1 - exact) / count);
}

}  // namespace

TEST_CASE("ruin by a horizon is that of the exact walk") {
    const std::vector<double> all = lives(6, 0.45);
    REQUIRE(all.size() > 30'000);
    for (const int horizon : {7, 12, 24, 60, 120}) {
        const double exact = ruined_within(6, 0.45, horizon);
        INFO("ruined within " << horizon << " months: exact " << exact);
        CHECK(std::abs(share_z(all, horizon, exact)) < z_limit);
    }
}

TEST_CASE("eventual ruin is the gambler's") {
    constexpr double chance = 0.7;
    for (const int capital : {0, 2, 4}) {
        const std::vector<double> all = lives(capital, chance);
        const double exact = std::pow((1 - chance) / chance, capital + 1);  // capital + 1 steps down to ruin
        REQUIRE(exact - ruined_within(capital, chance, followed) < 1e-6);   // whoever is ruined is ruined by then
        INFO("capital " << capital << ", exact " << exact);
        CHECK(std::abs(share_z(all, followed, exact)) < z_limit);
    }
}

TEST_CASE("the life of firms that are bound to fail is that of the absorbing chain") {
    constexpr double chance = 0.3;
    constexpr int capital = 4, levels = 80;
    const Eigen::MatrixXd identity = Eigen::MatrixXd::Identity(levels, levels);
    const Eigen::MatrixXd visits = (identity - walk(chance, levels)).inverse();
    const Eigen::VectorXd life = visits * Eigen::VectorXd::Ones(levels);
    const Eigen::VectorXd variance = (2 * visits - identity) * life - life.cwiseAbs2();
    CHECK(life[capital] == Approx((capital + 1) / (1 - 2 * chance)).epsilon(1e-12));
    Sample mean, spread;
    for (const double months_lived : lives(capital, chance)) {
        mean.add(months_lived);
        spread.add((months_lived - life[capital]) * (months_lived - life[capital]));
    }
    INFO("months lived: simulated " << mean.mean() << ", exact " << life[capital]);
    CHECK(std::abs(mean.z(life[capital])) < z_limit);
    INFO("variance: simulated " << spread.mean() << ", exact " << variance[capital]);
    CHECK(std::abs(spread.z(variance[capital])) < z_limit);
}

namespace {

constexpr int most_refilings = 3;
constexpr double file_error = 0.6, refile_error = 0.7, rework_months = 3;

// Officers enough, nothing to comply with: a file is decided in the month in which it comes.
Model filing_firms() {
    Model model = bare_model({"enter", "choose_route", "regulate"});
    model.scenario.ideas.per_year = 12 * ideas_a_month;
    model.scenario.firms.frozen = true;
    model.scenario.firms.file_error = file_error;
    model.scenario.firms.rework_months = rework_months;
    model.scenario.regulators.officer_hours = 1e9;
    WorkQueue& desk = std::get<Regulate>(model.month).work_queue;
    desk.refile_error = refile_error;
    desk.most_refilings = most_refilings;
    desk.refusal_factor = 1000;
    return model;
}

/// The chain of a file over the times that it has been mended; a file ends authorised or withdrawn.
struct FileChain {
    double authorised, refilings;
};

FileChain exact_chain() {
    Eigen::MatrixXd moves = Eigen::MatrixXd::Zero(most_refilings + 1, most_refilings + 1);
    Eigen::VectorXd passes(most_refilings + 1);
    for (int mended = 0; mended <= most_refilings; ++mended) {
        const double defect = file_error * std::pow(refile_error, mended);
        passes[mended] = 1 - defect;
        if (mended < most_refilings) moves(mended, mended + 1) = defect;
    }
    const Eigen::MatrixXd visits =
        (Eigen::MatrixXd::Identity(most_refilings + 1, most_refilings + 1) - moves).inverse();
    return {(visits * passes)[0], visits.row(0).sum() - 1};
}

}  // namespace

TEST_CASE("a file that is mended until it passes or is withdrawn is the absorbing chain") {
    const Model model = filing_firms();
    const World world = live(model, Design{}, test_key("files", 0), 120);
    Sample authorised, refilings;
    bool decided_in_time = true;
    for (std::size_t p = 0; p < world.products.count(); ++p) {
        if (world.products.arrival[p] > 100) continue;
        const bool passed = world.products.stage[p] == Stage::approved;
        REQUIRE((passed || world.products.stage[p] == Stage::withdrawn));
        authorised.add(passed ? 1 : 0);
        refilings.add(world.products.refilings[p]);
        const double took = world.products.since[p] - world.products.arrival[p];
        decided_in_time = decided_in_time && took == rework_months * world.products.refilings[p];
    }
    const FileChain exact = exact_chain();
    INFO("authorised " << authorised.mean() << ", exact " << exact.authorised);
    CHECK(std::abs(authorised.z(exact.authorised)) < z_limit);
    INFO("refilings " << refilings.mean() << ", exact " << exact.refilings);
    CHECK(std::abs(refilings.z(exact.refilings)) < z_limit);
    CHECK(decided_in_time);
}
