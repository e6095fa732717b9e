// Gates against exact calculation. What a pilot of N users shows in a month is Binomial(N, 1 - exp(-rate)) harms, so
// the sequential gate (Wald 1947) is a dynamic programme over months; with a single user it is a lattice walk between
// two walls, whose closed form is the gambler's (Census RR85-01). Wald's approximations are never tested against.
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <vector>

#include "catch.hpp"
#include "experiment/gate_power.hpp"
#include "experiment/validity/bare_model.hpp"
#include "rules/regulate/verdict.hpp"
#include "rules/simulate.hpp"
#include "sample.hpp"

using namespace leeway;

namespace {

/// Pilots of `users` persons under a gate, of services that all have the same harm rate.
struct Pilots {
    GateLevers gate;
    std::int64_t users = 1, pilot_months = 6, extensions = 0;
    double rate = 0.01;

    std::int32_t longest() const { return static_cast<std::int32_t>(pilot_months * (1 + extensions)); }
    double harm_probability() const { return -std::expm1(-rate); }
};

constexpr double new_pilots_a_month = 10;
constexpr std::int32_t starting_months = 60;

// One agent stands for all users of a pilot; nobody is interested in anything else, and supervision sees every harm.
Model model_of(const Pilots& pilots) {
    Model model = bare_model({"enter", "choose_route", "regulate", "adopt", "harm", "learn"});
    let_all_apply(model);
    Scenario& scenario = model.scenario;
    const double pilots_at_most = 1.5 * new_pilots_a_month * (starting_months + pilots.longest()) + 50;
    scenario.citizens.count = static_cast<std::int64_t>(pilots_at_most);
    scenario.citizens.population = scenario.citizens.count * pilots.users;
    scenario.ideas.per_year = 12 * new_pilots_a_month;
    scenario.sectors[0].innovation = 100;
    scenario.sectors[0].market_ceiling = 1;
    scenario.risk.base_rate = pilots.rate;
    scenario.regulators.officer_hours = 1e9;
    scenario.regulators.prior_spread = 0.01;
    Adopt& adopt = std::get<Adopt>(model.month);
    adopt.reach_scale = 1e-9;
    adopt.trust_exponent = 0;
    adopt.activity = 1;
    adopt.churn = 0;
    std::get<Regulate>(model.month).run_lab.start_probability = 1;
    return model;
}

Design design_of(const Pilots& pilots) {
    Design design;
    SandboxLevers& sandbox = design.sandbox[0];
    sandbox.places = 1000;
    sandbox.lab_months = 0;
    sandbox.user_cap = static_cast<double>(pilots.users);
    sandbox.pilot_months = pilots.pilot_months;
    sandbox.extensions = pilots.extensions;
    design.intake.every_months = 1;
    design.supervision.monitoring = 1;
    design.gate = pilots.gate;
    return design;
}

/// How pilots ended in the simulator.
struct Endings {
    Sample passed, months;
};

// Adds what ended in the world's month.
void add_endings(const World& world, const Pilots& pilots, std::vector<bool>& ended, Endings& endings) {
    bool full = true;
    for (std::size_t p = 0; p < world.products.count(); ++p) {
        if (world.products.arrival[p] >= starting_months || ended[p]) continue;
        const Stage stage = world.products.stage[p];
        full = full && (stage != Stage::pilot || world.products.active[p] == static_cast<double>(pilots.users));
        if (!world.products.graduated[p] && stage != Stage::withdrawn) continue;
        ended[p] = true;
        endings.passed.add(world.products.graduated[p] ? 1 : 0);
        endings.months.add(world.month - world.products.arrival[p]);
    }
    REQUIRE(full);
}

Endings simulate_pilots(const Pilots& pilots, const Model& model, std::uint64_t worlds) {
    const Design design = design_of(pilots);
    const std::int32_t months = starting_months + pilots.longest() + 1;
    Endings endings;
    double started = 0;
    for (std::uint64_t w = 0; w < worlds; ++w) {
        World world = build_world(model.scenario, model.adaptation, test_key("pilots", w), months);
        std::vector<bool> ended(world.products.count(), false);
        for (const std::int32_t arrival : world.products.arrival) started += arrival < starting_months ? 1 : 0;
        simulate(world, model.month, model.phases, design, months,
                 [&](const World& now) { add_endings(now, pilots, ended, endings); });
    }
    REQUIRE(endings.passed.count() == started);
    return endings;
}

Endings simulate_pilots(const Pilots& pilots, std::uint64_t worlds) {
    return simulate_pilots(pilots, model_of(pilots), worlds);
}

/// What becomes of a pilot, exactly.
struct Exact {
    double passed = 0, failed = 0, months = 0;
};

// Wald's bounds on the log likelihood ratio of Poisson harms; when the term is over the likelier rate wins.
Finding wald(const GateLevers& gate, double seen, double exposure, bool last_look) {
    const double ratio =
        seen * std::log(gate.rejected_factor) - gate.tolerated_rate * (gate.rejected_factor - 1) * exposure;
    if (ratio <= std::log(gate.miss / (1 - gate.false_alarm))) return Finding::tolerable;
    if (ratio >= std::log((1 - gate.miss) / gate.false_alarm)) return Finding::intolerable;
    if (!last_look) return Finding::unclear;
    return ratio > 0 ? Finding::intolerable : Finding::tolerable;
}

std::vector<double> monthly_harms(const Pilots& pilots) {
    const boost::math::binomial_distribution<double> harms(static_cast<double>(pilots.users),
                                                           pilots.harm_probability());
    std::vector<double> probabilities;
    double passed = 0;
    for (std::int64_t k = 0; k <= pilots.users && 1 - passed > 1e-15; ++k) {
        probabilities.push_back(boost::math::pdf(harms, static_cast<double>(k)));
        passed += probabilities.back();
    }
    return probabilities;
}

// The programme over months: probabilities of the harms seen in pilots that are still undecided.
Exact programme(const Pilots& pilots) {
    const std::vector<double> harms = monthly_harms(pilots);
    Exact exact;
    std::vector<double> undecided{1};
    for (std::int32_t month = 1; month <= pilots.longest(); ++month) {
        std::vector<double> next(undecided.size() + harms.size() - 1, 0.0);
        for (std::size_t seen = 0; seen < undecided.size(); ++seen) {
            for (std::size_t more = 0; more < harms.size(); ++more) next[seen + more] += undecided[seen] * harms[more];
        }
        for (std::size_t seen = 0; seen < next.size(); ++seen) {
            const Finding finding = wald(pilots.gate, static_cast<double>(seen),
                                         static_cast<double>(month * pilots.users), month == pilots.longest());
            if (finding == Finding::unclear) continue;
            (finding == Finding::tolerable ? exact.passed : exact.failed) += next[seen];
            exact.months += month * next[seen];
            next[seen] = 0;
        }
        undecided = std::move(next);
    }
    return exact;
}

/// Probability that all harms of a whole term are at most `most`.
double probability_of_at_most(const Pilots& pilots, double most) {
    const double user_months = static_cast<double>(pilots.users * pilots.pilot_months);
    return boost::math::cdf(boost::math::binomial_distribution<double>(user_months, pilots.harm_probability()), most);
}

void check_endings(const Endings& endings, const Exact& exact) {
    INFO("passed " << endings.passed.mean() << ", exact " << exact.passed << "; months " << endings.months.mean()
                   << ", exact " << exact.months);
    CHECK(exact.passed + exact.failed == Approx(1).epsilon(1e-9));
    CHECK(std::abs(endings.passed.z(exact.passed)) < z_limit);
    if (endings.months.error() > 0)
        CHECK(std::abs(endings.months.z(exact.months)) < z_limit);
    else
        CHECK(endings.months.mean() == Approx(exact.months));
}

constexpr GateLevers sequential{
    .rule = GateRule::sequential, .tolerated_rate = 0.001, .rejected_factor = 3, .false_alarm = 0.1, .miss = 0.05};

}  // namespace

TEST_CASE("the sequential gate's findings are Wald's") {
    for (const GateLevers& gate : {sequential, GateLevers{.rule = GateRule::sequential, .rejected_factor = 1.5}}) {
        for (double seen = 0; seen <= 30; ++seen) {
            for (double exposure = 0; exposure < 30 / gate.tolerated_rate; exposure += 0.317 / gate.tolerated_rate) {
                for (const bool last_look : {false, true})
                    CHECK(find(gate, {}, {seen, exposure}, last_look) == wald(gate, seen, exposure, last_look));
            }
        }
    }
}

TEST_CASE("the exact programme keeps Wald's bounds on both errors") {
    Pilots pilots{.gate = sequential, .users = 200, .pilot_months = 400, .rate = 0.001};
    const Exact tolerable = programme(pilots);
    pilots.rate = 0.003;
    const Exact rejected = programme(pilots);
    const double miss = sequential.miss, alarm = sequential.false_alarm;
    CHECK(tolerable.failed <= alarm / (1 - miss));
    CHECK(rejected.passed <= miss / (1 - alarm));
}

TEST_CASE("pilots under a sequential gate end as the exact programme says") {
    for (const double rate : {0.001, 0.002, 0.003}) {
        const Pilots pilots{.gate = sequential, .users = 200, .pilot_months = 12, .extensions = 1, .rate = rate};
        INFO("rate " << rate);
        check_endings(simulate_pilots(pilots, 20), programme(pilots));
    }
}

// Each month the one user is harmed or not; with a rejected rate of twice log(2) / 2 both move the log likelihood ratio
// by log(2) / 2, so that it walks on a lattice to a wall seven steps above or below.
TEST_CASE("a pilot of a single user is the gambler's walk between two walls") {
    constexpr int wall = 7;
    Pilots pilots{.gate = {.rule = GateRule::sequential, .rejected_factor = 2, .false_alarm = 0.1, .miss = 0.1},
                  .pilot_months = 60,
                  .extensions = 4};
    pilots.gate.tolerated_rate = std::log(2.0) / 2;
    for (const double rate : {std::log(2.0) / 2, 0.5}) {
        pilots.rate = rate;
        const double up = pilots.harm_probability(), down = 1 - up, odds = down / up;
        const double failed = (1 - std::pow(odds, wall)) / (1 - std::pow(odds, 2 * wall));
        const double months = (wall - 2 * wall * failed) / (down - up);
        const Exact exact = programme(pilots);
        INFO("rate " << rate);
        CHECK(exact.failed == Approx(failed).epsilon(1e-5));
        CHECK(exact.months == Approx(months).epsilon(1e-5));
        check_endings(simulate_pilots(pilots, 4), {1 - failed, failed, months});
    }
}

TEST_CASE("a point estimate lets pass who shows no more than the tolerated rate") {
    const Pilots pilots{
        .gate = {.rule = GateRule::point_estimate, .tolerated_rate = 0.001}, .users = 450, .rate = 0.0012};
    const double passed = probability_of_at_most(pilots, std::floor(0.001 * 450 * 6));
    check_endings(simulate_pilots(pilots, 10), {passed, 1 - passed, 6});
}

TEST_CASE("the power of a gate is the share of pilots that it catches") {
    for (const GateRule rule : {GateRule::fixed_term, GateRule::point_estimate, GateRule::bayesian}) {
        const Pilots pilots{
            .gate = {.rule = rule, .tolerated_rate = 1e-4, .confidence = 0.6}, .users = 2000, .rate = 3e-4};
        Model model = model_of(pilots);
        model.scenario.regulators.prior_bias = -std::log(3.0);  // the regulator expects the tolerated rate
        const GatePower power = gate_powers(model, design_of(pilots)).at(0);
        CHECK(power.user_months == 12'000);
        CHECK(power.share_seen == 1);
        const Endings endings = simulate_pilots(pilots, model, 10);
        INFO(choice_names<GateRule>[static_cast<std::size_t>(rule)] << ": caught " << 1 - endings.passed.mean()
                                                                    << ", power " << power.caught);
        if (rule == GateRule::fixed_term)
            CHECK((power.caught == 0 && endings.passed.mean() == 1));
        else
            CHECK(std::abs(endings.passed.z(1 - power.caught)) < z_limit);
    }
}
