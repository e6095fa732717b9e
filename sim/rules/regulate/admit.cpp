#include "rules/regulate/admit.hpp"

#include <algorithm>
#include <vector>

#include "core/arithmetic.hpp"
#include "core/distributions.hpp"
#include "rules/formula/burden.hpp"
#include "rules/regulate/decide_application.hpp"
#include "rules/regulate/eligible.hpp"
#include "rules/regulate/fill_places.hpp"

namespace leeway {
namespace {

bool holds_intake(const World& world, const Design& design, std::size_t j, const SandboxLevers& sandbox) {
    const bool rolling = sandbox.kind == SandboxKind::notification || sandbox.kind == SandboxKind::test_and_learn;
    const bool intake = world.month >= 0 && (rolling || world.month % design.intake.every_months == 0);
    return intake && world.month >= world.jurisdictions[j].rulebook.moratorium_until;
}

std::int64_t places_now(const World& world, const SandboxLevers& sandbox) {
    return sandbox.is_open() && world.month <= sandbox.closes_after ? sandbox.places_at_intake() : 0;
}

// A thematic sandbox takes one of its sectors after the other; the firms of the others wait for their theme.
bool fits_theme(const World& world, const SandboxLevers& sandbox, std::int32_t intake, std::uint32_t p) {
    if (sandbox.kind != SandboxKind::thematic) return true;
    const auto number = static_cast<std::size_t>(intake);
    const std::size_t sector = world.products.sector[p];
    if (sandbox.sectors.empty()) return sector == number % world.sectors();
    return world.scenario->sectors[sector].name == sandbox.sectors[number % sandbox.sectors.size()];
}

double rank_of(const World& world, const Design& design, std::uint32_t p, double quality, const Draws& draws) {
    const bool lottery = design.evaluation.method == EvaluationMethod::lottery;
    switch (lottery ? Selection::lottery : design.intake.selection) {
        case Selection::merit:
            return -quality;
        case Selection::lottery:
            return draws.uniform(p, world.month, 1);
        default:
            return static_cast<double>(world.products.since[p]);
    }
}

Applicant assess(const World& world, const Design& design, std::uint32_t p, bool by_silence, const Draws& draws) {
    const std::size_t owner = owner_of(world, design, p);
    const double error = world.scenario->regulators.assessment_noise / world.home_of(p).regulators[owner].skill;
    const double quality = world.products.quality[p] * portable::exp(error * normal(draws.uniform(p, world.month, 0)));
    return {p, rank_of(world, design, p, quality, draws), by_silence || is_eligible(world, design, p, quality)};
}

/// What the applicants of one sandbox meet at this intake.
struct Intake {
    const Design& design;
    const SandboxLevers& sandbox;
    std::int32_t number;
};

// Takes from `waiting` those whose turn it is; who has given up meanwhile is forgotten.
void take_applicants(const World& world, const Intake& intake, std::vector<std::uint32_t>& waiting, bool by_silence,
                     std::vector<Applicant>& applicants, const Draws& draws) {
    std::vector<std::uint32_t> left;
    for (const std::uint32_t p : waiting) {
        if (world.products.stage[p] != Stage::applying) continue;
        if (fits_theme(world, intake.sandbox, intake.number, p))
            applicants.push_back(assess(world, intake.design, p, by_silence, draws));
        else
            left.push_back(p);
    }
    waiting.swap(left);
}

void sort_by_rank(std::vector<Applicant>& applicants) {
    std::stable_sort(applicants.begin(), applicants.end(), [](const Applicant& a, const Applicant& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.product < b.product;
    });
}

bool is_held_out(const EvaluationLevers& levers, std::uint32_t p, const Draws& draws) {
    return levers.method == EvaluationMethod::hold_out && draws.uniform(p) < levers.hold_out_share;
}

void decide(World& world, const Design& design, const Applicant& applicant, const Draws& hold_out) {
    const std::uint32_t p = applicant.product;
    if (!applicant.eligible) return reject_application(world, p, Decision::ineligible);
    if (!applicant.picked) return reject_application(world, p, Decision::rejected);
    if (is_held_out(design.evaluation, p, hold_out)) return reject_application(world, p, Decision::held_out);
    admit_applicant(world, design, p);
}

void hold_intake(World& world, const Design& design, SandboxState& state, const SandboxLevers& sandbox,
                 const Draws& draws) {
    const Intake intake{design, sandbox, state.intakes++};
    std::vector<Applicant> applicants;
    take_applicants(world, intake, state.applicants, false, applicants, draws);
    take_applicants(world, intake, state.unassessed, true, applicants, draws);
    sort_by_rank(applicants);
    fill_places(world, design.intake, applicants, places_now(world, sandbox));
    for (const Applicant& applicant : applicants) decide(world, design, applicant, draws.named("hold_out"));
}

}  // namespace

void Admit::operator()(World& world, const Levers& levers, const Draws& draws) const {
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        const Design& design = levers.of_jurisdiction(j);
        for (std::size_t s = 0; s < design.sandbox.size(); ++s) {
            if (holds_intake(world, design, j, design.sandbox[s]))
                hold_intake(world, design, world.jurisdictions[j].sandboxes[s], design.sandbox[s], draws);
        }
    }
}

}  // namespace leeway
