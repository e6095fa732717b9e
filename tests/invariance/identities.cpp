// Accounts that must balance after every month, exactly.
#include <array>
#include <cmath>

#include "catch.hpp"
#include "small_history.hpp"
#include "world/network.hpp"

using namespace leeway;

namespace {

double accounts(const World& world) {
    double sum = 0;
    for (std::size_t f = 0; f < world.firms.count(); ++f)
        sum += world.firms.status[f] == FirmStatus::alive ? world.firms.capital[f] : 0;
    return sum;
}

constexpr double Money::*all_flows[] = {&Money::founding,     &Money::funding,         &Money::revenue,
                                        &Money::grants,       &Money::procurement,     &Money::budgets,
                                        &Money::burn,         &Money::compliance,      &Money::fees,
                                        &Money::redress,      &Money::fines,           &Money::oversight,
                                        &Money::levies,       &Money::premiums,        &Money::closed,
                                        &Money::fund_redress, &Money::insured_redress, &Money::received_redress};

void check_money(const World& world) {
    Money m;
    double funds = 0, insurers = 0;
    for (const Jurisdiction& jurisdiction : world.jurisdictions) {
        funds += jurisdiction.fund;
        insurers += jurisdiction.insurer;
        CHECK(jurisdiction.fund >= -1e-9);
    }
    for (const auto flow : all_flows) m.*flow = world.total(flow);
    const double sources = m.founding + m.funding + m.revenue + m.grants + m.procurement + m.budgets,
                 uses = m.burn + m.compliance + m.fees + m.redress + m.fines + m.oversight + m.levies + m.premiums +
                        m.closed;
    CHECK(sources - uses == Approx(accounts(world)).epsilon(1e-9).margin(1e-6));
    CHECK(m.levies - m.fund_redress == Approx(funds).margin(1e-6));
    CHECK(m.premiums - m.insured_redress == Approx(insurers).margin(1e-6));
    CHECK(m.received_redress == Approx(m.redress + m.fund_redress + m.insured_redress).margin(1e-6));
}

void check_ledger(const World& world) {
    for (const HarmCell& cell : world.ledger.cells) {
        CHECK(cell.detected <= cell.occurred);
        CHECK(cell.redressed <= cell.detected);
        CHECK(cell.severity_redressed <= cell.severity + 1e-9);
    }
}

void check_firms(const World& world) {
    std::array<double, 5> firms{};
    for (const FirmStatus status : world.firms.status) ++firms[static_cast<std::size_t>(status)];
    const double entered = static_cast<double>(world.scenario->firms.count) + world.total(&Counts::entrants);
    CHECK(firms[1] + firms[2] + firms[3] + firms[4] == entered);
    CHECK(firms[static_cast<std::size_t>(FirmStatus::failed)] >= world.total(&Counts::failed));
}

void check_citizens(const World& world) {
    for (const SectorUse& use : world.citizens.use) {
        std::vector<std::uint32_t> recount(world.citizens.count(), 0);
        for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
            if (use.product[i] == no_product) continue;
            for (const std::uint32_t j : neighbours(*world.acquaintances, i)) ++recount[j];
        }
        bool same = true;
        for (std::uint32_t i = 0; i < world.citizens.count(); ++i) same = same && recount[i] == use.using_neighbours[i];
        CHECK(same);
    }
    bool inside = true;
    for (const float trust : world.citizens.trust) inside = inside && trust >= 0 && trust <= 1;
    CHECK(inside);
}

void check_sandbox(const World& world, const Design& design) {
    double waiting = 0;
    for (std::size_t p = 0; p < world.products.count(); ++p) {
        waiting += world.products.stage[p] == Stage::applying ? 1 : 0;
        if (world.products.stage[p] != Stage::pilot) continue;
        CHECK(world.products.users[p] <= sandbox_of(design, world, p).cap_of(world.products.rung[p]));
    }
    CHECK(world.total(&Counts::applications) ==
          world.total(&Counts::applications_decided) + world.total(&Counts::applications_withdrawn) + waiting);
    CHECK(world.total(&Counts::applications_decided) ==
          world.total(&Counts::admitted) + world.total(&Counts::rejected));
    CHECK(world.total(&Counts::held_out) <= world.total(&Counts::rejected));
}

// Little's law as a sample-path identity: months in the system, summed over cases and over months, are the same.
void check_queue(const World& world, const Regulator& regulator) {
    double months = regulator.tally.months_waited_by_left;
    for (const Case& waiting : regulator.queue) months += world.month + 1 - waiting.arrived;
    CHECK(regulator.tally.case_months == months);
    CHECK(regulator.tally.arrived == regulator.tally.left + static_cast<double>(regulator.queue.size()));
    CHECK(regulator.hours_used <= regulator.hours_available + 1e-9);
}

void check_all(const World& world, const Design& design) {
    check_money(world);
    check_ledger(world);
    check_firms(world);
    check_citizens(world);
    check_sandbox(world, design);
    for (const Jurisdiction& jurisdiction : world.jurisdictions) {
        for (const Regulator& regulator : jurisdiction.regulators) check_queue(world, regulator);
    }
}

void switch_all_on(Sector& sector) {
    sector.outside_appeal = 0.2;
    sector.organisation_size = 500;
    sector.organisation_innovation = 1;
    sector.missed_share = 0.3;
    sector.missed_noticed = 0.8;
    sector.missed_severity = 3;
    sector.field_quality = 0.8;
    sector.field_harm = 1.2;
    sector.shock_rate = 0.3;
    sector.shock_share = 0.1;
    sector.shock_contagion = 0.1;
    sector.break_even_quality = 0.3;
    sector.user_size = 2;
}

/// Two regulators, two countries, two sandboxes, agencies, and every lever away from its neutral value.
Model crowded_model() {
    Model model = small_model();
    Scenario& scenario = model.scenario;
    scenario.sectors.push_back(
        Sector{.name = "benefits", .enrolment = Enrolment::assigned, .bystander_share = 0.2, .idea_share = 0.2});
    scenario.sectors[0].idea_share = scenario.sectors[1].idea_share = 0.4;
    for (Sector& sector : scenario.sectors) switch_all_on(sector);
    scenario.firms.small_firm_share = 0.3;
    scenario.firms.application_cost = 1;
    scenario.firms.over_compliance = 0.5;
    scenario.firms.risk_learning = 0.05;
    scenario.regulators.officer_hours = 500;
    scenario.regulators.items = {RegulatorItem{.name = "lead", .hours_share = 0.6, .complaint_share = 0.7},
                                 RegulatorItem{.name = "data", .hours_share = 0.4, .complaint_share = 0.3}};
    scenario.provisions.items[1].owner = "data";
    scenario.jurisdictions.items = {
        JurisdictionItem{.name = "home", .population_share = 0.7, .idea_share = 0.7, .hours_share = 0.7},
        JurisdictionItem{.name = "neighbour", .population_share = 0.3, .idea_share = 0.3, .hours_share = 0.3}};
    return model;
}

Design crowded_design(Coordination form, Licence licence) {
    Design design = small_sandbox();
    design.sandbox.push_back(design.sandbox[0]);
    design.sandbox[1].name = "second";
    design.sandbox[1].owner = "data";
    design.sandbox[0].pilots = 2;
    design.intake.every_months = 3;
    design.intake.reserved_small = 0.5;
    design.intake.deadline_months = 3;
    design.intake.silence = Silence::rejects;
    design.intake.grant = 5;
    design.safeguards.oversight_cost = 0.5;
    design.safeguards.fund_levy = 0.1;
    design.safeguards.insurance = 0.5;
    design.supervision.audit = 0.5;
    design.supervision.suspension_rate = 20;
    design.supervision.training_hours = 5;
    design.gate.rule = GateRule::sequential;
    design.exit.licence = licence;
    design.exit.procurement = 10;
    design.exit.surveillance = 0.3;
    design.exit.surveillance_months = 12;
    design.coordination.form = form;
    design.transparency.publish_abroad = 1;
    design.cross_border.passport_licences = true;
    design.cross_border.passport_tests = 0.5;
    design.evaluation.method = EvaluationMethod::hold_out;
    design.evaluation.hold_out_share = 0.2;
    return design;
}

}  // namespace

TEST_CASE("money, harms, users, applications and cases balance after every month") {
    Model model = small_model();
    model.scenario.regulators.officer_hours = 250;  // scarce, so that a queue forms
    const Design design = small_sandbox();
    World world = build_world(model.scenario, model.adaptation, run_key(11, 0, 0), 48);
    simulate(world, model.month, model.phases, design, 48, [&](const World& now) { check_all(now, design); });
    CHECK(world.total(&Counts::admitted) > 0);
    CHECK(world.jurisdictions[0].regulators[0].tally.case_months > 0);
}

TEST_CASE("the books balance with everything switched on, however the regulators work together") {
    const Model model = crowded_model();
    for (const Coordination form : {Coordination::siloed, Coordination::coordinated, Coordination::one_stop}) {
        for (const Licence licence : {Licence::shortened, Licence::conditional}) {
            const Design design = crowded_design(form, licence);
            World world = build_world(model.scenario, model.adaptation, run_key(12, 0, 0), 36);
            simulate(world, model.month, model.phases, design, 36, [&](const World& now) { check_all(now, design); });
            CHECK(world.total(&Counts::admitted) > 0);
            CHECK(world.total(&Counts::graduated) > 0);
            CHECK(world.total(&Counts::passported) > 0);
        }
    }
}
