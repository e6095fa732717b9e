// The power of gates, by direct sums over all counts; a sequential test against Wald's bounds and a walk by hand.
#include "experiment/gate_power.hpp"

#include <cmath>

#include "catch.hpp"
#include "experiment/sequential_power.hpp"

using namespace leeway;

namespace {

Design one_sandbox(GateRule rule) {
    Design design;
    design.sandbox[0].places = 4;
    design.sandbox[0].user_cap = 200;
    design.gate.rule = rule;
    design.supervision.monitoring = 0.5;
    return design;
}

double caught(const Design& design) { return gate_powers(Model{}, design).at(0).caught; }

double poisson(int count, double mean) { return std::exp(count * std::log(mean) - mean - std::lgamma(count + 1.0)); }

/// The same walk without limits on the counts, state by state.
double passed_by_hand(const SequentialTest& test, double rate, double exposure, int months) {
    constexpr int most = 400;
    std::vector<double> undecided(most, 0);
    undecided[0] = 1;
    double passed = 0;
    for (int month = 1; month <= months; ++month) {
        std::vector<double> next(most, 0);
        for (int from = 0; from < most; ++from) {
            for (int to = from; to < most && undecided[static_cast<std::size_t>(from)] > 0; ++to) {
                const double mass = undecided[static_cast<std::size_t>(from)] * poisson(to - from, rate * exposure);
                const double ratio =
                    to * std::log(test.rejected / test.tolerated) - month * exposure * (test.rejected - test.tolerated);
                if (ratio <= std::log(test.miss / (1 - test.false_alarm)))
                    passed += mass;
                else if (ratio < std::log((1 - test.miss) / test.false_alarm))
                    next[static_cast<std::size_t>(to)] += mass;
            }
        }
        undecided = next;
    }
    return passed;
}

}  // namespace

TEST_CASE("a gate of fixed term and a placebo stop nothing, a closed sandbox and advice have no gate") {
    CHECK(caught(one_sandbox(GateRule::fixed_term)) == 0);
    Design design = one_sandbox(GateRule::bayesian);
    design.sandbox[0].placebo = true;
    CHECK(caught(design) == 0);
    design.sandbox[0].places = 0;
    CHECK(gate_powers(Model{}, design).empty());
    design.sandbox[0].places = 4;
    design.sandbox[0].kind = SandboxKind::advice;
    CHECK(gate_powers(Model{}, design).empty());
}

TEST_CASE("a gate by the rate seen is the Poisson sum up to the tolerated count") {
    const Design design = one_sandbox(GateRule::point_estimate);
    const GatePower power = gate_powers(Model{}, design).at(0);
    const double exposure = power.user_months * power.share_seen, mean = 3 * design.gate.tolerated_rate * exposure;
    double passing = 0;
    for (int count = 0; count <= design.gate.tolerated_rate * exposure; ++count) passing += poisson(count, mean);
    CHECK(power.caught == Approx(1 - passing).epsilon(1e-10));
}

TEST_CASE("gates catch more after more pilots") {
    for (const GateRule rule : {GateRule::point_estimate, GateRule::bayesian, GateRule::sequential}) {
        Design design = one_sandbox(rule);
        design.gate.tolerated_rate = 0.02;  // the first belief alone would let the product pass
        design.sandbox[0].user_cap = 10;
        design.sandbox[0].pilots = 3;
        const auto ladder = gate_powers(Model{}, design);
        REQUIRE(ladder.size() == 3);
        CHECK(ladder[0].user_months == 6 * 10);
        CHECK(ladder[2].user_months == (rule == GateRule::sequential ? 6 * 10 * 16 : 6 * 10 * (1 + 4 + 16)));
        if (rule == GateRule::sequential) {
            CHECK(ladder[0].caught == 1);  // so short a pilot leaves it undecided, whatever is seen
        } else {
            CHECK(ladder[0].caught < 1);
            CHECK(ladder[2].caught > ladder[0].caught);
        }
    }
}

TEST_CASE("an audit of all outcomes shows a gate what full supervision would") {
    for (const GateRule rule : {GateRule::point_estimate, GateRule::bayesian}) {
        Design audited = one_sandbox(rule), watched = one_sandbox(rule);
        audited.supervision.audit = 1;
        watched.supervision.monitoring = 1;
        CHECK(gate_powers(Model{}, audited).at(0).share_seen == 1);
        CHECK(caught(audited) == Approx(caught(watched)));
    }
}

TEST_CASE("an exposure cap bounds what a pilot can show") {
    Design design = one_sandbox(GateRule::bayesian);
    design.sandbox[0].exposure_cap = 100;
    CHECK(gate_powers(Model{}, design).at(0).user_months == 100);
}

TEST_CASE("a sequential test is the walk over all counts, and keeps Wald's bounds") {
    const SequentialTest test{0.005, 0.01, 0.1, 0.1};
    for (const double rate : {0.001, 0.005, 0.01, 0.02}) {
        const double walked = probability_of_passing(test, rate, std::vector<double>(12, 400));
        CHECK(walked == Approx(passed_by_hand(test, rate, 400, 12)).epsilon(1e-9));
    }
    SequentialTest decided = test;
    decided.must_decide = true;
    CHECK(probability_of_passing(decided, 0.005, {400}) == Approx(poisson(0, 2) + poisson(1, 2) + poisson(2, 2)));
    const std::vector<double> long_run(400, 100);
    CHECK(probability_of_passing(test, test.rejected, long_run) <= test.miss / (1 - test.false_alarm));
    CHECK(1 - probability_of_passing(test, test.tolerated, long_run) <= test.false_alarm / (1 - test.miss));
    CHECK(probability_of_passing(test, 0.005, {}) == 0);
    CHECK(probability_of_passing(test, 0.015, {1e12}) == 0);  // no count is too large
}
