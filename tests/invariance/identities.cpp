// Accounts that must balance after every month, exactly.
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

void check_money(const World& world) {
    const Money& m = world.money;
    const double sources = m.founding + m.funding + m.revenue,
                 uses = m.burn + m.compliance + m.fees + m.redress + m.fines + m.closed;
    CHECK(sources - uses == Approx(accounts(world)).epsilon(1e-9).margin(1e-6));
}

void check_ledger(const World& world) {
    for (const auto& stage : world.ledger.cells) {
        for (const HarmCell& cell : stage) {
            CHECK(cell.detected <= cell.occurred);
            CHECK(cell.redressed <= cell.detected);
            CHECK(cell.severity_redressed <= cell.severity + 1e-9);
        }
    }
}

void check_citizens(const World& world) {
    for (const SectorUse& use : world.citizens.use) {
        std::vector<int> recount(world.citizens.count(), 0);
        for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
            if (use.product[i] == no_product) continue;
            for (const std::uint32_t j : neighbours(*world.acquaintances, i)) ++recount[j];
        }
        bool same = true;
        for (std::uint32_t i = 0; i < world.citizens.count(); ++i) same = same && recount[i] == use.using_neighbours[i];
        CHECK(same);
    }
    bool inside = true;
    for (const double trust : world.citizens.trust) inside = inside && trust >= 0 && trust <= 1;
    CHECK(inside);
}

void check_sandbox(const World& world, const Design& design) {
    const Counts& c = world.counts;
    double waiting = 0;
    for (std::size_t p = 0; p < world.products.count(); ++p) {
        waiting += world.products.stage[p] == Stage::applying ? 1 : 0;
        if (world.products.stage[p] == Stage::pilot) CHECK(world.products.users[p] <= design.sandbox.user_cap);
    }
    CHECK(c.applications == c.applications_decided + c.applications_withdrawn + waiting);
    CHECK(c.applications_decided == c.admitted + c.rejected);
    CHECK(world.regulator.hours_used <= world.regulator.hours_available + 1e-9);
}

// Little's law as a sample-path identity: months in the system, summed over cases and over months, are the same.
void check_queue(const World& world) {
    double months = world.regulator.tally.months_waited_by_left;
    for (const Case& waiting : world.regulator.queue) months += world.month + 1 - waiting.arrived;
    CHECK(world.regulator.tally.case_months == months);
    CHECK(world.regulator.tally.arrived ==
          world.regulator.tally.left + static_cast<double>(world.regulator.queue.size()));
}

}  // namespace

TEST_CASE("money, harms, users, applications and cases balance after every month") {
    Model model = small_model();
    model.scenario.regulators.officer_hours = 250;  // scarce, so that a queue forms
    const Design design = small_sandbox();
    World world = build_world(model.scenario, model.adaptation, run_key(11, 0, 0), 48);
    simulate(world, model.month, model.phases, design, 48, [&](const World& now) {
        check_money(now);
        check_ledger(now);
        check_citizens(now);
        check_sandbox(now, design);
        check_queue(now);
    });
    CHECK(world.counts.admitted > 0);
    CHECK(world.regulator.tally.case_months > 0);
}
