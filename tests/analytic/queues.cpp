// Regulators with routes and decisions frozen are queues with known results: Lindley's recursion and Little's law month
// by month, the exact monthly chain, and M/M/c and M/M/c/K as months shrink (Erlang 1917; Kleinrock 1975).
#include <algorithm>
#include <cmath>
#include <vector>

#include "catch.hpp"
#include "experiment/validity/bare_model.hpp"
#include "officers_month.hpp"
#include "rules/simulate.hpp"
#include "sample.hpp"

using namespace leeway;

namespace {

constexpr std::int32_t months = 240;
constexpr double hours_per_case = 64;

// Ideas come as a Poisson process and each files at once; the officers of one regulator decide.
Model filing_firms(const Office& office) {
    Model model = bare_model({"enter", "choose_route", "regulate"});
    model.scenario.ideas.per_year = 12 * office.arrivals;
    model.scenario.firms.frozen = true;
    RegulatorGroup& regulators = model.scenario.regulators;
    regulators.hours_per_case = CaseHours::exponential;
    regulators.hours_per_authorisation = regulators.hours_per_application = hours_per_case;
    regulators.hours_per_officer = office.pace * hours_per_case;
    regulators.officer_hours = office.officers * regulators.hours_per_officer;
    return model;
}

// Each applies to a sandbox; whoever is turned away, or is found ineligible in the end, gives up.
Model applying_firms(const Office& office) {
    Model model = filing_firms(office);
    model.scenario.firms.frozen = false;
    model.scenario.regulators.assessment_noise = 0;
    model.scenario.regulators.queue_limit = office.limit;
    let_all_apply(model);
    return model;
}

Design sandbox_for_nobody() {
    Design design;
    design.sandbox[0].places = 1;
    design.intake.every_months = 1;
    design.eligibility.minimum_benefit = 5;
    return design;
}

const Regulator& desk(const World& world) { return world.jurisdictions[0].regulators[0]; }

/// The same load in months that are `finer` times as short.
Office finer(Office office, int finer) {
    office.arrivals /= finer;
    office.pace /= finer;
    return office;
}

/// The limit of values that were found with months of 1, 1/2 and 1/4, by two steps of Richardson's extrapolation.
double extrapolate(double one, double half, double quarter) {
    const double first = 2 * half - one, second = 2 * quarter - half;
    return (4 * second - first) / 3;
}

/// Probability that a new case of M/M/c must wait (Erlang's C), by the recursion of Erlang's B.
double erlang_c(const Office& office) {
    const double load = office.arrivals / office.pace, busy = load / office.officers;
    double blocked = 1;
    for (int c = 1; c <= office.officers; ++c) blocked = load * blocked / (c + load * blocked);
    return blocked / (1 - busy * (1 - blocked));
}

double mean_of_mmc(const Office& office) {
    const double load = office.arrivals / office.pace, busy = load / office.officers;
    return load + erlang_c(office) * busy / (1 - busy);
}

/// Long-run mean and blocking of M/M/c/K.
struct Bounded {
    double cases = 0, blocking = 0;
};

Bounded mmck(const Office& office) {
    double probability = 1, sum = 0;
    Bounded result;
    for (int n = 0; n <= office.limit; ++n) {
        if (n > 0) probability *= office.arrivals / (office.pace * std::min(n, office.officers));
        sum += probability;
        result.cases += n * probability;
    }
    return {result.cases / sum, probability / sum};
}

constexpr Office two_officers{2, 1.5, 1};
constexpr Office three_officers{3, 4, 1.5, 8};

}  // namespace

TEST_CASE("the hours that wait follow Lindley's recursion exactly") {
    Model model = filing_firms({1, 2, 2.2});
    RegulatorGroup& regulators = model.scenario.regulators;
    regulators.hours_per_case = CaseHours::fixed;
    regulators.officer_hours = regulators.hours_per_officer = 141;
    World world = build_world(model.scenario, model.adaptation, test_key("lindley", 0), months);
    double waiting = 0, arrived = 0, longest = 0;
    simulate(world, model.month, model.phases, Design{}, months, [&](const World& now) {
        waiting = std::max(0.0, waiting + (desk(now).tally.arrived - arrived) * hours_per_case - 141);
        arrived = desk(now).tally.arrived;
        double hours = 0;
        for (const Case& left : desk(now).queue) hours += left.hours_left;
        CHECK(hours == waiting);
        longest = std::max(longest, waiting);
    });
    CHECK(longest > 3 * hours_per_case);
}

TEST_CASE("Little's law holds on every path, exactly") {
    const Model model = filing_firms(two_officers);
    World world = build_world(model.scenario, model.adaptation, test_key("little", 0), months);
    simulate(world, model.month, model.phases, Design{}, months, [](const World& now) {
        const QueueTally& tally = desk(now).tally;
        double case_months = tally.months_waited_by_left;
        for (const Case& left : desk(now).queue) case_months += now.month + 1 - left.arrived;
        CHECK(tally.case_months == case_months);
        CHECK(tally.arrived == tally.left + static_cast<double>(desk(now).queue.size()));
    });
    CHECK(desk(world).tally.case_months > months);
}

TEST_CASE("with unlimited officers nobody waits") {
    Model model = filing_firms(two_officers);
    model.scenario.regulators.officer_hours = model.scenario.regulators.hours_per_officer = 1e9;
    const World world = live(model, Design{}, test_key("unlimited", 0), months);
    CHECK(desk(world).tally.arrived > 300);
    CHECK(desk(world).tally.case_months == 0);
    CHECK(desk(world).queue.empty());
}

TEST_CASE("more officers never lengthen the queue") {
    for (std::uint64_t r = 0; r < 20; ++r) {
        std::vector<std::vector<std::size_t>> lengths;
        for (const int officers : {2, 3, 5}) {
            const Model model = filing_firms({officers, 1.9, 1});
            World world = build_world(model.scenario, model.adaptation, test_key("more officers", r), months);
            lengths.emplace_back();
            simulate(world, model.month, model.phases, Design{}, months,
                     [&](const World& now) { lengths.back().push_back(desk(now).queue.size()); });
        }
        for (std::size_t month = 0; month < lengths[0].size(); ++month) {
            CHECK(lengths[1][month] <= lengths[0][month]);
            CHECK(lengths[2][month] <= lengths[1][month]);
        }
    }
}

TEST_CASE("the mean queue is that of the exact monthly chain, for months of any length") {
    for (const int shorter : {1, 2, 4}) {
        const Office office = finer(two_officers, shorter);
        const Model model = filing_firms(office);
        Sample cases;
        for (std::uint64_t r = 0; r < 400; ++r) {
            const World world = live(model, Design{}, test_key("mean queue", r), months);
            cases.add(desk(world).tally.case_months / months);
        }
        const double exact = OfficeChain(office, 70).mean_cases(months);
        INFO("months of 1/" << shorter << ": simulated " << cases.mean() << " +- " << cases.error() << ", exact "
                            << exact);
        CHECK(std::abs(cases.z(exact)) < z_limit);
    }
}

TEST_CASE("with a limit to the queue, waiting and blocking are those of the exact monthly chain") {
    for (const int shorter : {1, 2, 4}) {
        const Office office = finer(three_officers, shorter);
        const Model model = applying_firms(office);
        Sample cases, turned_away;
        for (std::uint64_t r = 0; r < 300; ++r) {
            const World world = live(model, sandbox_for_nobody(), test_key("blocking", r), months);
            REQUIRE(world.total(&Counts::applications) == static_cast<double>(world.products.count()));
            REQUIRE(world.total(&Counts::filings) == 0);
            cases.add(desk(world).tally.case_months / months);
            turned_away.add(desk(world).tally.turned_away);
        }
        const OfficeChain chain(office, office.limit);
        INFO("months of 1/" << shorter << ": cases " << cases.mean() << ", exact " << chain.mean_cases(months)
                            << "; turned away " << turned_away.mean() << ", exact " << chain.mean_turned_away(months));
        CHECK(std::abs(cases.z(chain.mean_cases(months))) < z_limit);
        CHECK(std::abs(turned_away.z(chain.mean_turned_away(months))) < z_limit);
    }
}

TEST_CASE("as months shrink the chain becomes M/M/c and M/M/c/K, to first order in the month") {
    double error = 0;
    std::vector<double> cases, bounded, blocking;
    for (const int shorter : {8, 16, 32}) {
        cases.push_back(OfficeChain(finer(two_officers, shorter), 70).stationary_cases());
        const OfficeChain chain(finer(three_officers, shorter), three_officers.limit);
        bounded.push_back(chain.stationary_cases());
        blocking.push_back(chain.stationary_blocking());
        const double before = error;
        error = cases.back() - mean_of_mmc(two_officers);
        if (shorter == 8) continue;
        INFO("months of 1/" << shorter);
        CHECK(before / error == Approx(2).margin(0.2));
    }
    const Bounded exact = mmck(three_officers);
    CHECK(exact.cases == Approx(3.8891).epsilon(1e-4));
    CHECK(exact.blocking == Approx(0.08106).epsilon(1e-4));
    CHECK(extrapolate(cases[0], cases[1], cases[2]) == Approx(mean_of_mmc(two_officers)).epsilon(1e-3));
    CHECK(extrapolate(bounded[0], bounded[1], bounded[2]) == Approx(exact.cases).epsilon(1e-3));
    CHECK(extrapolate(blocking[0], blocking[1], blocking[2]) == Approx(exact.blocking).epsilon(1e-3));
}
