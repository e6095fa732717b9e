// Regimes of adaptation: who is fixed keeps what it believed in month 0; with nobody learning the model is the one
// without learning, bit for bit; and a ranking that only learning produces shows as a flip between regimes.
#include <tuple>

#include "catch.hpp"
#include "rules/formula/prediction.hpp"
#include "sample.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

// The score of the belief as it stands.
BeliefScore score_of(const World& world) {
    BeliefScore score;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (!on_market(world.products.stage[p]) || world.home(p) != 0) continue;
        const double error = predict(world, p).log_rate - (world.products.log_risk[p] - world.products.effort[p]);
        score.errors += error;
        score.squares += error * error;
        ++score.services;
    }
    return score;
}

/// Evidence surfaces and nobody learns from it: what learning changes of beliefs, perceptions and efforts is undone.
struct LearnNothing {
    static constexpr std::string_view name = "learn";
    Learn learn;
    template <class Visit>
    void fields(Visit&&) {}
    void operator()(World& world, const Levers& levers, const Draws& draws) const {
        const Firms firms = world.firms;
        const std::vector<double> risk = world.products.perceived_log_risk, effort = world.products.effort;
        const std::vector<Jurisdiction> before = world.jurisdictions;
        learn(world, levers, draws);
        world.firms.belief = firms.belief;
        world.firms.experience = firms.experience;
        world.products.perceived_log_risk = risk;
        world.products.effort = effort;
        for (std::size_t j = 0; j < before.size(); ++j) {
            for (std::size_t r = 0; r < before[j].regulators.size(); ++r) {
                Regulator& regulator = world.jurisdictions[j].regulators[r];
                regulator.belief_mean = before[j].regulators[r].belief_mean;
                regulator.belief_covariance = before[j].regulators[r].belief_covariance;
            }
        }
        world.belief_score = score_of(world);
    }
};

// Everything that can learn does.
Model learning_model() {
    Model model = small_model();
    model.scenario.firms.risk_learning = 0.1;
    model.scenario.regulators.officer_hours = 1'500;
    MakeRules& make_rules = std::get<MakeRules>(model.month);
    make_rules.lag_months = 3;
    make_rules.evidence_needed = 1;
    return model;
}

constexpr std::int32_t months = 48;

// The warm-up is adaptive; the regime begins in month 0.
World at_month_0(const Model& model, std::uint64_t key) {
    World world = build_world(model.scenario, model.adaptation, key, months);
    simulate(world, model.month, model.phases, Design{}, 0, [](const World&) {});
    return world;
}

template <class Rules>
Recording go_on(World& world, const Rules& rules, const Design& design) {
    Recording recording = begin_recording(world);
    recording.first_month = 0;  // it begins here
    simulate(world, rules, Phases<Rules>{}, design, months, [&](const World& now) { record_month(recording, now); });
    end_recording(recording, world, design);
    return recording;
}

bool same_beliefs(const Regulator& a, const Regulator& b) {
    return a.belief_mean == b.belief_mean && a.belief_covariance == b.belief_covariance;
}

}  // namespace

TEST_CASE("with nobody learning the model is the one without learning, bit for bit") {
    const Model model = learning_model();
    World fixed = at_month_0(model, test_key("fixed", 0)), ignorant = fixed, learning = fixed;
    fixed.adaptation = {false, false};
    const Month& m = model.month;
    const std::tuple without_learning(std::get<Enter>(m), std::get<ChooseRoute>(m), std::get<Regulate>(m),
                                      std::get<Launch>(m), std::get<Adopt>(m), std::get<Harm>(m), std::get<React>(m),
                                      LearnNothing{std::get<Learn>(m)}, std::get<Finance>(m));
    const Design design = small_sandbox();
    const std::uint64_t hash = hash_of(go_on(fixed, model.month, design));
    CHECK(hash == hash_of(go_on(ignorant, without_learning, design)));
    CHECK(fixed.firms.capital == ignorant.firms.capital);
    CHECK(fixed.products.effort == ignorant.products.effort);
    CHECK(fixed.citizens.trust == ignorant.citizens.trust);
    CHECK(hash != hash_of(go_on(learning, model.month, design)));
}

TEST_CASE("who is fixed keeps what it believed in month 0, the others learn") {
    Model model = learning_model();
    model.scenario.regulators.skill_per_case = 0.1;
    const World start = at_month_0(model, test_key("regimes", 0));
    for (const Adaptation regime : {Adaptation{true, true}, {true, false}, {false, true}, {false, false}}) {
        World world = start;
        world.adaptation = regime;
        go_on(world, model.month, small_sandbox());
        INFO("firms learn " << regime.firms << ", regulators learn " << regime.regulators);
        CHECK((world.firms.belief == start.firms.belief) == !regime.firms);
        CHECK((world.firms.experience == start.firms.experience) == !regime.firms);
        CHECK((world.products.perceived_log_risk == start.products.perceived_log_risk) == !regime.firms);
        const Jurisdiction &now = world.jurisdictions[0], &before = start.jurisdictions[0];
        CHECK(same_beliefs(now.regulators[0], before.regulators[0]) == !regime.regulators);
        CHECK((now.regulators[0].skill == before.regulators[0].skill) == !regime.regulators);
        CHECK((now.rulebook.level == before.rulebook.level) == !regime.regulators);
    }
}

namespace {

// Firms think far too well of the ordinary way, in which nearly every file fails; only experience shows it.
Model misjudging_firms() {
    Model model = small_model();
    Scenario& scenario = model.scenario;
    scenario.warm_up_months = 0;
    scenario.ideas.per_year = 100;
    scenario.firms.file_error = 0.95;
    scenario.firms.believed_authorised = 0.95;
    scenario.firms.believed_admitted = 0.9;
    scenario.firms.peers = 10;
    scenario.firms.relocation_share = 0;
    scenario.firms.believed_caught = 1;
    scenario.regulators.officer_hours = 5'000;
    std::get<Regulate>(model.month).work_queue.most_refilings = 0;
    std::get<ChooseRoute>(model.month).rationality = 30;
    Learn& learn = std::get<Learn>(model.month);
    learn.prior_weight = 1;
    learn.peer_weight = 1;
    return model;
}

// Advice makes sound files of what comes through it, and its dialogue is paid for by stricter rules for all.
Design careful_dialogue() {
    Design design;
    design.sandbox[0].places = 100;
    design.sandbox[0].advice = 1;
    design.intake.every_months = 1;
    design.gate.rule = GateRule::fixed_term;
    design.rulebook.level_floor = 1;
    return design;
}

Design light_touch() {
    Design design;
    design.rulebook.level_ceiling = 0.3;
    return design;
}

Sample launches_gained(const Model& model, const Adaptation& regime) {
    Sample contrast;
    for (std::uint64_t r = 0; r < 24; ++r) {
        World dialogue = build_world(model.scenario, regime, test_key("flip", r), 72), light = dialogue;
        simulate(dialogue, model.month, model.phases, careful_dialogue(), 72, [](const World&) {});
        simulate(light, model.month, model.phases, light_touch(), 72, [](const World&) {});
        contrast.add(dialogue.total(&Counts::launched) - light.total(&Counts::launched));
    }
    return contrast;
}

}  // namespace

TEST_CASE("a ranking that firms' learning turns round flips between regimes") {
    const Model model = misjudging_firms();
    const Sample adaptive = launches_gained(model, {true, false}), fixed = launches_gained(model, {false, false});
    INFO("launches gained by dialogue: " << adaptive.mean() << " +- " << adaptive.error() << " with learning firms, "
                                         << fixed.mean() << " +- " << fixed.error() << " with fixed ones");
    CHECK(adaptive.z(0) > z_limit);
    CHECK(fixed.z(0) < -z_limit);
}
