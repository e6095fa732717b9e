#include "rules/formula/outlook.hpp"

#include <algorithm>
#include <limits>

#include "rules/formula/waiting.hpp"

namespace leeway {
namespace {

bool lists(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What a firm believes; frozen firms keep the belief that all start with.
double belief(const World& world, Lesson lesson, std::uint32_t firm) {
    const FirmGroup& group = world.scenario->firms;
    if (!group.frozen) return world.firms.belief[static_cast<std::size_t>(lesson)][firm];
    const double first[lesson_count] = {group.believed_authorised, group.believed_admitted, group.believed_graduated,
                                        group.believed_caught};
    return first[static_cast<std::size_t>(lesson)];
}

void see_economics(Outlook& outlook, const World& world, const Levers& levers, std::size_t j, std::uint32_t p) {
    const FirmGroup& group = world.scenario->firms;
    const double users = group.expected_users * market_share(world, levers, j);
    outlook.profit = group.margin * users * world.products.perceived_demand[p] / 1000 - group.burn;
    outlook.burn_before_launch = group.burn_before_launch;
    outlook.discount = group.discount;
    outlook.horizon = group.horizon_months;
    outlook.wait_months = group.wait_months;
    outlook.capital = world.firms.capital[world.products.firm[p]];
    outlook.fine = world.scenario->liability.fine;
    outlook.abroad_share = group.relocation_share;
    outlook.moving_cost = group.relocation_cost;
    outlook.elsewhere = -std::numeric_limits<double>::infinity();
}

void see_beliefs(Outlook& outlook, const World& world, std::uint32_t p) {
    const std::uint32_t firm = world.products.firm[p];
    outlook.authorised = belief(world, Lesson::authorised, firm);
    outlook.admitted = belief(world, Lesson::admitted, firm);
    outlook.graduated = belief(world, Lesson::graduated, firm);
    outlook.caught = belief(world, Lesson::caught, firm);
}

double months_to_intake(const World& world, const Design& design, const SandboxLevers& sandbox, std::size_t j) {
    const bool cohorts = sandbox.kind != SandboxKind::notification && sandbox.kind != SandboxKind::test_and_learn;
    const double until_intake = cohorts ? static_cast<double>(design.intake.every_months) / 2 : 0.5;
    const std::size_t owner = regulator_index(*world.scenario, sandbox.owner);
    return until_intake + months_until_decided(world, design, j, owner, 0) - 1;
}

double value_of_signal(const FundingMarket& funding) {
    return funding.chance * funding.boost() * funding.amount * funding.signal_months * funding.kept_value;
}

double wait_of_graduate(const World& world, const Design& design, std::size_t j) {
    if (design.exit.licence == Licence::conditional) return 0;
    const double credit = design.exit.licence == Licence::ordinary ? 0 : design.exit.authorisation_credit;
    return months_until_authorised(world, design, j, (1 - credit) * world.scenario->regulators.hours_per_authorisation);
}

TestOutlook see_test(const World& world, const Design& design, std::size_t j, std::size_t s, std::uint32_t p) {
    const SandboxLevers& sandbox = design.sandbox[s];
    TestOutlook test;
    test.sandbox = static_cast<std::uint8_t>(s);
    test.dialogue_only = sandbox.kind == SandboxKind::advice;
    test.burden = burden_of(world, design, {j, world.products.sector[p], s}, p, design.waivers.kept_after_exit);
    test.intake_wait = months_to_intake(world, design, sandbox, j);
    const auto pilots = static_cast<double>(test.dialogue_only ? 0 : sandbox.pilots * sandbox.pilot_months);
    test.test_months = static_cast<double>(sandbox.lab_months) + pilots;
    test.graduate_wait = wait_of_graduate(world, design, j);
    test.fee = cost_of_applying(world, design) - design.intake.grant;
    test.gain = sandbox.placebo || test.dialogue_only
                    ? 0
                    : value_of_signal(world.scenario->funding) +
                          belief(world, Lesson::graduated, world.products.firm[p]) * design.exit.procurement;
    test.advice = sandbox.placebo ? 0 : sandbox.advice;
    return test;
}

Outlook outlook_in(const World& world, const Levers& levers, std::size_t j, std::uint32_t p) {
    const Design& design = levers.of_jurisdiction(j);
    Outlook outlook;
    see_economics(outlook, world, levers, j, p);
    see_beliefs(outlook, world, p);
    outlook.full = burden_of(world, design, {j, world.products.sector[p], 0}, p, world.products.relief[p]);
    outlook.filing_wait = months_until_authorised(world, design, j, world.scenario->regulators.hours_per_authorisation);
    outlook.permission_needed = design.rulebook.authorisation_required;
    for (std::size_t s = 0; s < design.sandbox.size(); ++s) {
        if (is_open_to(world, design, j, s, p)) outlook.tests.push_back(see_test(world, design, j, s, p));
    }
    return outlook;
}

// Only a firm without a service on the market can move to another jurisdiction with its idea.
void look_elsewhere(Outlook& outlook, const World& world, const Levers& levers, std::uint32_t p) {
    if (world.firms.is_established(world.products.firm[p])) return;
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        if (j == world.home(p)) continue;
        const Outlook there = outlook_in(world, levers, j, p);
        const TestOutlook* test = best_test(there);
        const double value =
            std::max(value_of_authorisation(there),
                     test == nullptr ? -std::numeric_limits<double>::infinity() : value_of_test(there, *test));
        if (value <= outlook.elsewhere) continue;
        outlook.elsewhere = value;
        outlook.best_elsewhere = static_cast<std::uint8_t>(j);
    }
}

}  // namespace

bool may_serve(const World& world, const Levers& levers, std::size_t home, std::size_t there) {
    if (home == there) return true;
    const CrossBorderLevers &ours = levers.of_jurisdiction(home).cross_border,
                            &theirs = levers.of_jurisdiction(there).cross_border;
    return ours.passport_licences && theirs.passport_licences && is_partner(world, ours, there) &&
           is_partner(world, theirs, home);
}

double market_share(const World& world, const Levers& levers, std::size_t jurisdiction) {
    double share = 0;
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j)
        share += may_serve(world, levers, jurisdiction, j) ? item_of(*world.scenario, j).population_share : 0;
    return share;
}

bool is_partner(const World& world, const CrossBorderLevers& levers, std::size_t jurisdiction) {
    return levers.partners.empty() || lists(levers.partners, item_of(*world.scenario, jurisdiction).name);
}

double cost_of_applying(const World& world, const Design& design) {
    if (design.intake.initiator != Initiator::firm) return 0;
    return design.intake.fee + world.scenario->firms.application_cost * (1 + design.eligibility.minimum_benefit);
}

bool is_open_to(const World& world, const Design& design, std::size_t jurisdiction, std::size_t sandbox,
                std::uint32_t p) {
    const SandboxLevers& levers = design.sandbox[sandbox];
    const auto& kinds = design.eligibility.firm_kinds;
    const std::string_view kind = firm_kind_names[static_cast<std::size_t>(world.firms.kind[world.products.firm[p]])];
    const std::string& sector = world.sector_of(p).name;
    return levers.is_open() && world.month >= 0 && world.month <= levers.closes_after &&
           world.month >= world.products.may_reapply[p] &&
           world.month >= world.jurisdictions[jurisdiction].rulebook.moratorium_until &&
           (levers.sectors.empty() || lists(levers.sectors, sector)) && (kinds.empty() || lists(kinds, kind));
}

Outlook outlook_of(const World& world, const Levers& levers, std::uint32_t p) {
    Outlook outlook = outlook_in(world, levers, world.home(p), p);
    look_elsewhere(outlook, world, levers, p);
    return outlook;
}

}  // namespace leeway
