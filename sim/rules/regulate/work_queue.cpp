#include "rules/regulate/work_queue.hpp"

#include <algorithm>
#include <vector>

#include "rules/regulate/clearance.hpp"
#include "rules/regulate/decide_application.hpp"
#include "rules/regulate/decide_authorisation.hpp"
#include "rules/regulate/enforce.hpp"
#include "rules/regulate/file_cases.hpp"

namespace leeway {
namespace {

struct Handover {
    Desk to;
    std::uint32_t product;
};

/// What a desk needs to know while it works off its cases.
struct Work {
    const WorkQueue& rule;
    const Design& design;
    const Draws& files;
    bool moratorium;
    std::vector<Handover>& handovers;
};

bool still_open(const World& world, const Case& waiting) {
    const std::uint32_t p = waiting.product;
    const Stage stage = world.products.stage[p];
    switch (waiting.kind) {
        case CaseKind::application:
            return stage == Stage::applying;
        case CaseKind::authorisation:
            return stage == Stage::filing || (world.products.conditional[p] && on_market(stage));
        default:
            return stage == Stage::unauthorised;
    }
}

bool is_overdue(const World& world, const IntakeLevers& intake, const Case& waiting) {
    return waiting.kind == CaseKind::application && intake.silence != Silence::waits && intake.deadline_months > 0 &&
           world.month - waiting.arrived >= intake.deadline_months;
}

void count_wait(World& world, const Case& done) {
    const bool is_filing = world.products.stage[done.product] == Stage::filing;
    world.counts_of(done.product).queue_months +=
        world.month - (is_filing ? world.products.since[done.product] : done.arrived);
    ++world.counts_of(done.product).queue_cases;
}

void clear(World& world, const Work& work, const Desk& desk, const Case& done) {
    const Clearance clearance = clear_file(world, work.design, desk, done.product);
    if (clearance.next) work.handovers.push_back({*clearance.next, done.product});
    if (!clearance.complete) return;
    count_wait(world, done);
    decide_authorisation(work.rule, world, work.design, done.product, work.files);
}

void decide(World& world, const Work& work, const Desk& desk, const Case& done) {
    ++regulator_at(world, desk).cases_decided;
    switch (done.kind) {
        case CaseKind::application:
            count_wait(world, done);
            return sandbox_state(world, done.product).applicants.push_back(done.product);
        case CaseKind::authorisation:
            return clear(world, work, desk, done);
        case CaseKind::enforcement:
            return stop_unauthorised(world, done.product);
    }
}

// Officers spend on a case what it needs and what they have; true when it is done.
bool work_on(World& world, const Work& work, Regulator& regulator, Case& next) {
    if (work.moratorium && next.kind != CaseKind::enforcement) return false;
    const double hours = std::min({next.hours_left, world.scenario->regulators.hours_per_officer,
                                   regulator.hours_available - regulator.hours_used});
    next.hours_left -= hours;
    regulator.hours_used += hours;
    return next.hours_left <= 0;
}

// Invariant: of the cases before this one the closed ones are gone, the others keep their order and their hours left.
void work_off(World& world, const Work& work, const Desk& desk) {
    Regulator& regulator = regulator_at(world, desk);
    std::vector<Case> waiting;
    waiting.swap(regulator.queue);
    for (Case& next : waiting) {
        if (!still_open(world, next)) {
            close_case(world, desk, next);
        } else if (!work.moratorium && is_overdue(world, work.design.intake, next)) {
            close_case(world, desk, next);
            decide_by_silence(world, work.design, next.product);
        } else if (!work_on(world, work, regulator, next)) {
            regulator.queue.push_back(next);
        } else {
            close_case(world, desk, next);
            decide(world, work, desk, next);
        }
    }
}

void end_month(Regulator& regulator) {
    regulator.tally.case_months += static_cast<double>(regulator.queue.size());
    regulator.hours_spent += regulator.hours_used;
}

}  // namespace

void WorkQueue::operator()(World& world, const Levers& levers, const Draws& files, const Draws& hours) const {
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        Jurisdiction& here = world.jurisdictions[j];
        const Design& design = levers.of_jurisdiction(j);
        std::vector<Handover> handovers;
        const Work work{*this, design, files, world.month < here.rulebook.moratorium_until, handovers};
        for (std::size_t r = 0; r < here.regulators.size(); ++r) work_off(world, work, {j, r});
        for (const auto& [to, product] : handovers)
            hand_over(world, design, to, product, hours_of_authorisation(world, design, product), hours);
        for (Regulator& regulator : here.regulators) end_month(regulator);
    }
}

}  // namespace leeway
