#include "rules/learn.hpp"

#include <Eigen/Cholesky>

#include "core/arithmetic.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/harm_rate.hpp"
#include "rules/formula/observation.hpp"
#include "rules/formula/outlook.hpp"
#include "rules/formula/prediction.hpp"
#include "world/network.hpp"

namespace leeway {
namespace {

// Share of this month's harms of product `p` that supervision sees at once.
double watched_share(const World& world, const Design& design, std::uint32_t p) {
    const SandboxState& sandbox = world.home_of(p).sandboxes[world.products.sandbox[p]];
    if (!on_market(world.products.stage[p])) return sandbox.monitoring;
    return is_surveilled(world, design, p) ? sandbox.surveillance : 0;
}

/// What of a month's exposure becomes visible: at once to supervision, after the sector's delay to victims, of whom
/// the regulators suppose a share to report.
struct Sight {
    double supervised = 0, reported = 0;
};

// Adds this month's exposure to an account; what of it is noticed after a geometric delay of this mean leaves it.
double let_surface(double& account, double exposed, double delay) {
    const double unnoticed = account + exposed, noticed = unnoticed / (1 + delay);
    account = unnoticed - noticed;
    return noticed;
}

// Weighing by known mitigation makes services comparable. Each kind of error comes to light at its own pace.
Sight surface_exposure(World& world, const Design& design, std::uint32_t p, double reporting) {
    Products& products = world.products;
    const double watched = watched_share(world, design, p);
    const double exposed = products.active[p] > 0 ? products.active[p] * known_mitigation(world, design, p) : 0;
    const Sector& sector = world.scenario->sectors[products.sector[p]];
    const double unwatched = exposed * (1 - watched);
    const double noticed =
        let_surface(products.unnoticed_exposure[p], unwatched * (1 - sector.missed_share),
                    sector.months_until_noticed) +
        let_surface(products.unnoticed_missed[p], unwatched * sector.missed_share * sector.missed_noticed,
                    sector.missed_months_until_noticed);
    const Sight sight{exposed * watched, noticed * reporting};
    if (products.stage[p] == Stage::pilot) products.hidden_exposure[p] += exposed - sight.supervised - sight.reported;
    return sight;
}

// Each regulator has its own record; supervision reports to the owner of the sandbox, or to all who share.
void see_exposure(World& world, const Levers& levers) {
    const double reporting = supposed_reporting(*world.scenario);
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.exposure[p] <= 0) continue;
        const Design& design = levers.of(world, p);
        const Sight sight = surface_exposure(world, design, p, reporting);
        const std::size_t owner = owner_of(world, design, p);
        std::vector<Regulator>& regulators = world.home_of(p).regulators;
        for (std::size_t r = 0; r < regulators.size(); ++r) {
            const bool supervises = r == owner || design.coordination.form != Coordination::siloed;
            regulators[r].visible_exposure[p] +=
                (supervises ? sight.supervised : 0) + sight.reported * evidence_share(*world.scenario, design, r);
        }
    }
}

/// What regulator `r` of jurisdiction `j` knows of one product.
struct Evidence {
    double seen = 0, exposure = 0;
};

// A partner's evidence on a product at home there counts by the share that this country recognises.
Evidence evidence_on(const World& world, const Levers& levers, std::size_t j, std::size_t r, std::uint32_t p) {
    const std::size_t home = world.home(p);
    if (home == j)
        return {world.jurisdictions[j].regulators[r].seen[p], world.jurisdictions[j].regulators[r].visible_exposure[p]};
    const CrossBorderLevers& ours = levers.of_jurisdiction(j).cross_border;
    if (ours.passport_tests <= 0 || !world.products.tested[p] || !is_partner(world, ours, home)) return {};
    const Regulator& theirs = world.jurisdictions[home].regulators[0];
    return {ours.passport_tests * theirs.seen[p], ours.passport_tests * theirs.visible_exposure[p]};
}

/// The normal equations of the regression of log rates on features.
struct Regression {
    WeightMatrix precision;
    WeightVector information = WeightVector::Zero();

    void add(const WeightVector& row, double value, double variance) {
        for (int a = 0; a < weight_count; ++a) {
            information[a] += value * row[a] / variance;
            for (int b = 0; b < weight_count; ++b) precision(a, b) += row[a] * row[b] / variance;
        }
    }
};

Regression prior_regression(const World& world) {
    const RegulatorGroup& group = world.scenario->regulators;
    const double precision = 1 / (group.prior_spread * group.prior_spread);
    Regression regression{WeightMatrix::Identity() * precision};
    regression.information[0] = precision * (portable::log(world.scenario->risk.base_rate) + group.prior_bias);
    return regression;
}

// The belief of one regulator, found anew from its first belief and one observation per product; last month's belief
// only says where the likelihood of each count is expanded.
void believe(World& world, const Levers& levers, std::size_t j, std::size_t r) {
    Regulator& regulator = world.jurisdictions[j].regulators[r];
    Regression regression = prior_regression(world);
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        const Evidence evidence = evidence_on(world, levers, j, r, p);
        if (evidence.exposure <= 0) continue;
        const Prediction expected = predict(world, regulator, p);
        const Observation seen = observe_log_rate(evidence.seen, evidence.exposure, expected.log_rate, expected.spread);
        regression.add(design_row(world.products.features[p]), seen.log_rate,
                       unexplained_variance(world, p) + seen.variance);
    }
    const Eigen::LLT<WeightMatrix> factor(regression.precision);
    regulator.belief_covariance = factor.solve(WeightMatrix::Identity());
    regulator.belief_mean = factor.solve(regression.information);
}

// Regulators who share all evidence hold one belief.
void teach_regulators(World& world, const Levers& levers) {
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        std::vector<Regulator>& regulators = world.jurisdictions[j].regulators;
        const bool share = levers.of_jurisdiction(j).coordination.form != Coordination::siloed;
        for (std::size_t r = 0; r < regulators.size(); ++r) {
            if (r > 0 && share) {
                regulators[r].belief_mean = regulators[0].belief_mean;
                regulators[r].belief_covariance = regulators[0].belief_covariance;
            } else {
                believe(world, levers, j, r);
            }
        }
    }
}

BeliefScore score_belief(const World& world) {
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

// Users teach a firm how risky its own service is, and it sets its effort anew.
void learn_own_risk(World& world, const Levers& levers) {
    const double share = world.scenario->firms.risk_learning;
    Products& products = world.products;
    for (std::uint32_t p = 0; share > 0 && p < products.count(); ++p) {
        if (products.active[p] <= 0 || products.bad_actor[p]) continue;
        products.perceived_log_risk[p] += share * (products.log_risk[p] - products.perceived_log_risk[p]);
        products.effort[p] = chosen_effort(world, levers.of(world, p), p);
    }
}

}  // namespace

void Learn::operator()(World& world, const Levers& levers, const Draws&) const {
    see_exposure(world, levers);
    if (world.adaptation.regulators) teach_regulators(world, levers);
    world.belief_score = score_belief(world);
    if (world.adaptation.firms) {
        teach_firms(*this, world);
        learn_own_risk(world, levers);
    }
    world.outcomes.clear();
}

}  // namespace leeway
