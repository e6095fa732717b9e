#include "rules/regulate/work_queue.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "rules/formula/burden.hpp"
#include "rules/formula/prediction.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

void open_case(World& world, std::uint32_t p, CaseKind kind, double hours) {
    world.regulator.queue.push_back({p, kind, world.month, hours});
    ++world.regulator.tally.arrived;
}

void file(World& world, const Design& design, std::uint32_t p) {
    const double credit = world.products.graduated[p] ? design.exit.authorisation_credit : 0;
    open_case(world, p, CaseKind::authorisation, (1 - credit) * world.scenario->regulators.hours_per_authorisation);
    ++world.counts.filings;
    enter_stage(world, p, Stage::filing);
}

// A firm that has complied files, or launches where no permission is needed.
void file_when_ready(World& world, const Design& design) {
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.stage[p] != Stage::preparing) continue;
        double& left = world.products.months_to_comply[p];
        left -= world.month > world.products.since[p] ? 1 : 0;
        if (left > 0) continue;
        if (design.rulebook.authorisation_required)
            file(world, design, p);
        else
            enter_stage(world, p, Stage::approved);
    }
}

// Complaints bring an unauthorised service to light faster than inspection alone.
void find_unauthorised(World& world, const Draws& draws) {
    const double hours = world.scenario->regulators.hours_per_enforcement;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.stage[p] != Stage::unauthorised || world.products.found_out[p]) continue;
        const double hidden =
            (1 - world.scenario->regulators.inspection_rate) * portable::exp(-0.1 * world.products.seen[p]);
        if (draws.uniform(p, world.month) < hidden) continue;
        world.products.found_out[p] = 1;
        open_case(world, p, CaseKind::enforcement, hours);
    }
}

// Live tests come first; with too few officers, supervision sees a smaller share of harms.
void supervise_tests(World& world, const Design& design) {
    Regulator& regulator = world.regulator;
    double tests = 0;
    for (const Stage stage : world.products.stage) tests += stage == Stage::lab || stage == Stage::pilot ? 1 : 0;
    const double wanted = design.sandbox.placebo ? 0 : design.supervision.monitoring;
    const double needed = tests * wanted * world.scenario->regulators.hours_per_test;
    const double spent = std::min(needed, regulator.hours_available);
    regulator.monitoring = needed > 0 ? wanted * spent / needed : wanted;
    regulator.hours_used += spent;
}

void stop_unauthorised(World& world, std::uint32_t p) {
    const std::uint32_t firm = world.products.firm[p];
    ++world.counts.caught;
    world.outcomes.push_back({firm, Lesson::caught, true});
    pay(world, firm, &Money::fines, world.scenario->liability.fine);
    if (world.products.bad_actor[p])
        end_firm(world, firm, FirmStatus::failed);
    else
        withdraw(world, p);
}

void turn_away(World& world, std::uint32_t p, double Counts::*count) {
    ++(world.counts.*count);
    world.outcomes.push_back({world.products.firm[p], Lesson::authorised, false});
}

// A defective file goes back to be mended, until the firm gives up: most failed authorisations are withdrawn, not
// refused.
void return_file(const WorkQueue& rule, World& world, std::uint32_t p) {
    turn_away(world, p, &Counts::returned);
    world.products.file_error[p] *= rule.refile_error;
    if (world.products.refilings[p] >= rule.most_refilings) return withdraw(world, p);
    ++world.products.refilings[p];
    world.products.months_to_comply[p] = world.scenario->firms.rework_months;
    enter_stage(world, p, Stage::preparing);
}

bool too_risky(const WorkQueue& rule, const World& world, const Design& design, std::uint32_t p) {
    const Prediction prediction = predict(world, p);
    const double mitigation = burden_of(world, design, world.products.relief[p]).log_mitigation;
    const double rate = portable::exp(prediction.log_rate + mitigation);
    return !world.products.graduated[p] && rate > rule.refusal_factor * world.scenario->regulators.risk_tolerance;
}

void decide_authorisation(const WorkQueue& rule, World& world, const Design& design, std::uint32_t p,
                          const Draws& draws) {
    Products& products = world.products;
    const double luck = draws.uniform(p, products.refilings[p]);
    const double error = products.file_error[p] * (1 - world.published[products.sector[p]]);
    if (luck < error) return return_file(rule, world, p);
    if (too_risky(rule, world, design, p)) {
        turn_away(world, p, &Counts::refused);
        return withdraw(world, p);
    }
    products.owed_to_spillover[p] = luck < products.file_error[p] && !products.admitted[p];
    ++world.counts.authorised;
    world.outcomes.push_back({products.firm[p], Lesson::authorised, true});
    enter_stage(world, p, Stage::approved);
}

bool still_open(const World& world, const Case& waiting) {
    const Stage stage = world.products.stage[waiting.product];
    switch (waiting.kind) {
        case CaseKind::application:
            return stage == Stage::applying;
        case CaseKind::authorisation:
            return stage == Stage::filing;
        default:
            return stage == Stage::unauthorised;
    }
}

void close_case(World& world, const Case& done) {
    QueueTally& tally = world.regulator.tally;
    ++tally.left;
    tally.months_waited_by_left += world.month - done.arrived;
}

void decide(const WorkQueue& rule, World& world, const Design& design, const Case& done, const Draws& draws) {
    if (done.kind != CaseKind::enforcement) {
        world.counts.queue_months += world.month - done.arrived;
        ++world.counts.queue_cases;
    }
    switch (done.kind) {
        case CaseKind::application:
            return world.regulator.applicants.push_back(done.product);
        case CaseKind::authorisation:
            return decide_authorisation(rule, world, design, done.product, draws);
        case CaseKind::enforcement:
            return stop_unauthorised(world, done.product);
    }
}

// Invariant: cases before the first that lacks hours are closed; the others keep their order and their hours left.
void work_off(const WorkQueue& rule, World& world, const Design& design, const Draws& draws) {
    Regulator& regulator = world.regulator;
    const bool moratorium = world.month < world.rulebook.moratorium_until;
    std::vector<Case> waiting;
    waiting.swap(regulator.queue);
    for (Case& next : waiting) {
        if (!still_open(world, next)) {
            close_case(world, next);
            continue;
        }
        const bool halted = moratorium && next.kind != CaseKind::enforcement;
        const double hours = halted ? 0 : std::min(next.hours_left, regulator.hours_available - regulator.hours_used);
        next.hours_left -= hours;
        regulator.hours_used += hours;
        if (halted || next.hours_left > 0) {
            regulator.queue.push_back(next);
            continue;
        }
        close_case(world, next);
        decide(rule, world, design, next, draws);
    }
    regulator.tally.case_months += static_cast<double>(regulator.queue.size());
}

}  // namespace

void WorkQueue::operator()(World& world, const Design& design, const Draws& draws) const {
    const RegulatorGroup& group = world.scenario->regulators;
    world.regulator.hours_available = group.officer_hours * group.officer_hours_multiplier;
    world.regulator.hours_used = 0;
    file_when_ready(world, design);
    find_unauthorised(world, draws.named("inspect"));
    supervise_tests(world, design);
    work_off(*this, world, design, draws.named("file"));
    world.regulator.hours_spent += world.regulator.hours_used;
}

}  // namespace leeway
