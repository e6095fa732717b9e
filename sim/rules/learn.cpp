#include "rules/learn.hpp"

#include <Eigen/Cholesky>

#include "core/arithmetic.hpp"
#include "rules/formula/harm_rate.hpp"
#include "rules/formula/prediction.hpp"
#include "world/network.hpp"

namespace leeway {
namespace {

// This month's exposure becomes visible as harms surface: at once to supervision, after the sector's delay to victims,
// of whom the regulator supposes a share to report. Weighing by known mitigation makes services comparable.
void see_exposure(World& world, const Design& design) {
    const double reporting = supposed_reporting(world);
    Products& products = world.products;
    for (std::uint32_t p = 0; p < products.count(); ++p) {
        if (products.exposure[p] <= 0) continue;
        const double monitoring = on_market(products.stage[p]) ? 0 : world.regulator.monitoring;
        const double exposed = products.active[p] > 0 ? products.active[p] * known_mitigation(world, design, p) : 0;
        const double delay = world.scenario->sectors[products.sector[p]].months_until_noticed;
        const double unnoticed = products.unnoticed_exposure[p] + exposed * (1 - monitoring);
        const double noticed = unnoticed / (1 + delay);  // geometric delay with this mean
        products.unnoticed_exposure[p] = unnoticed - noticed;
        products.visible_exposure[p] += exposed * monitoring + noticed * reporting;
    }
}

void believe(World& world) {
    const RegulatorGroup& group = world.scenario->regulators;
    const double prior_precision = 1 / (group.prior_spread * group.prior_spread);
    WeightMatrix precision = WeightMatrix::Identity() * prior_precision;
    WeightVector information = WeightVector::Zero();
    information[0] = prior_precision * (portable::log(world.scenario->risk.base_rate) + group.prior_bias);
    const Products& products = world.products;
    for (std::uint32_t p = 0; p < products.count(); ++p) {
        if (products.visible_exposure[p] <= 0) continue;
        const double seen = products.seen[p] + 0.5;
        const double weight = 1 / (unexplained_variance(world, p) + 1 / seen);
        const WeightVector row = design_row(products.features[p]);
        const double observed = portable::log(seen / products.visible_exposure[p]);
        for (int a = 0; a < weight_count; ++a) {
            information[a] += weight * observed * row[a];
            for (int b = 0; b < weight_count; ++b) precision(a, b) += weight * row[a] * row[b];
        }
    }
    const Eigen::LLT<WeightMatrix> factor(precision);
    world.regulator.belief_covariance = factor.solve(WeightMatrix::Identity());
    world.regulator.belief_mean = factor.solve(information);
}

BeliefScore score_belief(const World& world) {
    BeliefScore score;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (!on_market(world.products.stage[p])) continue;
        const double error = predict(world, p).log_rate - (world.products.log_risk[p] - world.products.effort[p]);
        score.errors += error;
        score.squares += error * error;
        ++score.services;
    }
    return score;
}

void move_belief(const Learn& rule, Firms& firms, std::uint32_t firm, const Outcome& outcome, double weight) {
    const auto lesson = static_cast<std::size_t>(outcome.lesson);
    double& experience = firms.experience[lesson][firm];
    double& belief = firms.belief[lesson][firm];
    const double before = rule.prior_weight + experience;
    belief = (belief * before + weight * (outcome.success ? 1 : 0)) / (before + weight);
    experience += weight;
}

void teach_firms(const Learn& rule, World& world) {
    for (std::vector<double>& experience : world.firms.experience) {
        for (double& weight : experience) weight *= rule.memory;
    }
    for (const Outcome& outcome : world.outcomes) {
        move_belief(rule, world.firms, outcome.firm, outcome, 1);
        for (const std::uint32_t peer : neighbours(*world.firm_peers, outcome.firm)) {
            move_belief(rule, world.firms, peer, outcome, rule.peer_weight);
        }
    }
}

}  // namespace

void Learn::operator()(World& world, const Design& design, const Draws&) const {
    see_exposure(world, design);
    if (world.adaptation.regulators) believe(world);
    world.belief_score = score_belief(world);
    if (world.adaptation.firms) teach_firms(*this, world);
    world.outcomes.clear();
}

}  // namespace leeway
