#include "rules/formula/detection.hpp"

#include <algorithm>

#include "rules/formula/burden.hpp"
#include "rules/formula/harm_rate.hpp"
#include "world/transitions.hpp"

namespace leeway {
namespace {

enum class Payer : std::uint8_t { nobody, firm, fund };

double compensation(const World& world, const HarmEvent& event) {
    return event.severity * world.scenario->liability.harm_value / 1000;
}

// Insurance and the fund are safeguards of tests; a placebo has none.
bool is_of_guarded_pilot(const World& world, const Design& design, const HarmEvent& event) {
    return event.place.stage == HarmStage::pilot && !sandbox_of(design, world, event.product).placebo;
}

// A living firm pays, with its insurer; where it is gone, the fund of its jurisdiction pays if it can pay the whole.
Payer payer_of(const World& world, const Design& design, const HarmEvent& event) {
    if (event.redress_luck >= redress_share(world, design, event.place.stage, event.product)) return Payer::nobody;
    if (world.firms.status[world.products.firm[event.product]] == FirmStatus::alive) return Payer::firm;
    const bool can_pay = is_of_guarded_pilot(world, design, event) && design.safeguards.fund_levy > 0 &&
                         world.home_of(event.product).fund >= compensation(world, event);
    return can_pay ? Payer::fund : Payer::nobody;
}

void pay_by_firm_and_insurer(World& world, const Design& design, const HarmEvent& event, double amount) {
    const double insured = is_of_guarded_pilot(world, design, event) ? design.safeguards.insurance : 0;
    pay(world, world.products.firm[event.product], &Money::redress, amount * (1 - insured));
    if (insured <= 0) return;
    world.home_of(event.product).money.insured_redress += amount * insured;
    world.home_of(event.product).insurer -= amount * insured;
    ++world.counts_of(event.product).insured;
}

void pay_by_fund(World& world, const HarmEvent& event, double amount) {
    world.home_of(event.product).money.fund_redress += amount;
    world.home_of(event.product).fund -= amount;
    ++world.counts_of(event.product).fund_paid;
}

void compensate(World& world, const Design& design, const HarmEvent& event) {
    const Payer payer = payer_of(world, design, event);
    if (payer == Payer::nobody) return;
    HarmCell& cell = world.ledger.at(event.place);
    ++cell.redressed;
    cell.severity_redressed += event.severity;
    const double amount = compensation(world, event);
    world.home_of(event.product).money.received_redress += amount;
    if (payer == Payer::firm)
        pay_by_firm_and_insurer(world, design, event, amount);
    else
        pay_by_fund(world, event, amount);
}

std::size_t pick_by_complaints(const Scenario& scenario, double luck) {
    const auto& items = scenario.regulators.items;
    double passed = 0;
    for (std::size_t r = 0; r + 1 < items.size(); ++r) {
        passed += items[r].complaint_share;
        if (luck < passed) return r;
    }
    return items.size() - 1;
}

// Evidence of the regulators at the product's home.
void inform(World& world, const Design& design, std::uint32_t p, SeenBy how, double luck) {
    auto& regulators = world.home_of(p).regulators;
    if (design.coordination.form != Coordination::siloed) {
        for (Regulator& regulator : regulators) ++regulator.seen[p];
        return;
    }
    const std::size_t who =
        how == SeenBy::supervision ? owner_of(world, design, p) : pick_by_complaints(*world.scenario, luck);
    ++regulators[who].seen[p];
}

// What an evaluator finds in the files on the firm.
void file_complaint(Firms& firms, std::uint32_t f, std::int32_t month) {
    if (month >= firms.decided[f] && month < firms.decided[f] + follow_up_months) ++firms.complaints_after[f];
}

}  // namespace

bool is_redressed(const World& world, const Levers& levers, const HarmEvent& event) {
    return payer_of(world, levers.of(world, event.product), event) != Payer::nobody;
}

void detect(World& world, const Levers& levers, const HarmEvent& event, SeenBy how, double luck) {
    const Design& design = levers.of(world, event.product);
    ++world.ledger.at(event.place).detected;
    ++world.products.seen[event.product];
    if (event.place.stage == HarmStage::pilot && !event.seen) --world.products.hidden_in_pilots[event.product];
    inform(world, design, event.product, how, luck);
    file_complaint(world.firms, world.products.firm[event.product], world.month);
    world.jurisdictions[world.jurisdiction_of_group(event.place.group)].detected_severity += event.severity;
    compensate(world, design, event);
}

void undo_hidden_harms(World& world, std::uint32_t p, double share) {
    if (share <= 0) return;
    const auto is_undone = [&](const HarmEvent& event) {
        return event.product == p && event.place.stage == HarmStage::pilot && !event.seen &&
               event.redress_luck > 1 - share;
    };
    for (auto month = static_cast<std::size_t>(world.month - world.first_month); month < world.noticed_in.size();
         ++month)
        world.counts_of(p).harms_undone += static_cast<double>(std::erase_if(world.noticed_in[month], is_undone));
}

}  // namespace leeway
