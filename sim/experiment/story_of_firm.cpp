// The story of one firm: what it decides, what is decided on it, and what becomes of its services.
#include <algorithm>

#include "analysis/numbers.hpp"
#include "experiment/watch_run.hpp"
#include "world/column_list.hpp"

namespace leeway {
namespace {

/// What was last known of a service.
struct ServiceMemory {
    Stage stage = Stage::ahead;
    Route route = Route::abandon;
    std::uint8_t rung = 0, extensions = 0, conditional = 0, found_out = 0;
    std::int32_t suspended_from = never;
    double users = 0;
};

ServiceMemory memory_of(const Products& products, std::size_t p) {
    return {products.stage[p],       products.route[p],     products.rung[p],           products.extensions[p],
            products.conditional[p], products.found_out[p], products.suspended_from[p], products.users[p]};
}

// The end of an application without a place, of which an evaluator records the first of each firm.
std::string refusal_in_words(const World& world, std::size_t p) {
    const std::uint32_t firm = world.products.firm[p];
    const bool first = world.firms.decided[firm] == world.month && world.firms.decision[firm] != Decision::admitted;
    return "its application was turned down" + (first ? " (" + in_words(world.firms.decision[firm]) + ")" : "");
}

std::string preparation_in_words(Stage from) {
    switch (from) {
        case Stage::lab:
            return "it left the lab with advice and complies with the provisions";
        case Stage::pilot:
            return "the gate was passed: it graduated and prepares its file";
        case Stage::filing:
            return "its file was returned with defects and is mended";
        default:
            return "the firm chose authorisation and complies with the provisions";
    }
}

std::string approval_in_words(Stage from) {
    switch (from) {
        case Stage::idea:
            return "the firm chose to launch without asking";
        case Stage::pilot:
            return "the gate was passed: it graduated with a conditional licence";
        case Stage::filing:
            return "it was authorised";
        default:
            return "it may launch";
    }
}

std::string end_in_words(const World& world, std::size_t p, const ServiceMemory& last, std::string_view phase) {
    if (phase == "finance") return "it ended with its firm";
    switch (last.stage) {
        case Stage::applying:
            return "its application was withdrawn";
        case Stage::lab:
            return "it was given up in the lab";
        case Stage::pilot:
            if (world.products.suspended_from[p] <= world.month) return "its pilot was suspended and ended";
            return world.products.rung[p] > last.rung ? "the gate was passed, but the firm gave it up"
                                                      : "the gate was not passed: its test ended";
        case Stage::filing:
            return "its file was turned down for good";
        default:
            return on_market(last.stage) ? "it was taken off the market" : "the firm gave it up";
    }
}

std::string launch_in_words(const Products& products, std::size_t p, Stage from) {
    if (from == Stage::ahead) return "it is on the market from the start";
    if (products.stage[p] == Stage::unauthorised) return "it launched without permission";
    return products.conditional[p] ? "it launched under a conditional licence" : "it launched with permission";
}

std::string move_in_words(const World& world, std::size_t p, const ServiceMemory& last, std::string_view phase) {
    const Products& products = world.products;
    switch (products.stage[p]) {
        case Stage::ahead:
            return "";
        case Stage::declined:
            return "its idea was not taken up";
        case Stage::idea:
            return last.stage == Stage::applying ? refusal_in_words(world, p) : "its idea was taken up";
        case Stage::applying:
            return "the firm chose the sandbox and applied";
        case Stage::lab:
            return "it was admitted and entered the lab";
        case Stage::pilot:
            return "pilot " + std::to_string(products.rung[p] + 1) + " began";
        case Stage::preparing:
            return preparation_in_words(last.stage);
        case Stage::filing:
            return "its file waits for the regulators";
        case Stage::approved:
            return approval_in_words(last.stage);
        case Stage::authorised:
        case Stage::unauthorised:
            return launch_in_words(products, p, last.stage);
        case Stage::withdrawn:
            return end_in_words(world, p, last, phase);
    }
    return "";
}

// What may happen while the stage stays.
std::string turn_in_words(const Products& products, std::size_t p, const ServiceMemory& last) {
    if (products.rung[p] > last.rung)
        return "the gate was passed: pilot " + std::to_string(products.rung[p] + 1) + " began";
    if (products.extensions[p] > last.extensions) return "its pilot was extended";
    if (products.suspended_from[p] != last.suspended_from) return "its suspension was ordered";
    if (products.found_out[p] > last.found_out) return "it was found to lack permission";
    if (products.conditional[p] < last.conditional) return "its condition was lifted: fully authorised";
    const bool waits = products.route[p] == Route::wait && last.route != Route::wait;
    return products.stage[p] == Stage::idea && waits ? "the firm chose to wait" : "";
}

std::string firm_end_in_words(FirmStatus status, std::string_view phase) {
    if (status == FirmStatus::relocated) return "the firm left the country";
    if (status == FirmStatus::abandoned) return "the firm gave up: it had nothing left to live from";
    return phase == "finance" ? "the firm failed: its money was gone" : "the firm failed: it was shut down";
}

/// Looks at one firm after every phase and says what has changed.
class FirmTeller {
  public:
    explicit FirmTeller(std::size_t firm) : firm_(firm) {}

    void look(const World& world, std::string_view phase) {
        story_.known = world.firms.count();
        if (firm_ >= story_.known) return;
        if (services_.empty()) find_services(world);
        phase_ = phase;
        if (phase == end_phase) return tell_end(world);
        tell_entry(world);
        for (auto& [service, last] : services_) tell_service(world, service, last);
        tell_money(world);
        status_ = world.firms.status[firm_];
    }
    Story story() { return std::move(story_); }

  private:
    void say(const World& world, std::string what) {
        story_.events.push_back({std::min(world.month, world.end_month - 1), std::string(phase_), std::move(what)});
    }
    void find_services(const World& world) {
        for (std::size_t p = 0; p < world.products.count(); ++p) {
            if (world.products.firm[p] == firm_) services_.push_back({p, {}});
        }
    }
    void tell_entry(const World& world);
    void tell_service(const World& world, std::size_t p, ServiceMemory& last);
    void tell_money(const World& world);
    void tell_end(const World& world);
    double seen(const World& world) const {
        double harms = 0;
        for (const auto& [service, last] : services_) harms += world.products.seen[service];
        return harms;
    }

    std::size_t firm_;
    std::string_view phase_;
    FirmStatus status_ = FirmStatus::ahead;
    std::uint8_t jurisdiction_ = 0;
    double raised_ = 0;
    std::vector<std::pair<std::size_t, ServiceMemory>> services_;
    Story story_;
};

void FirmTeller::tell_entry(const World& world) {
    const std::uint8_t home = world.firms.jurisdiction[firm_];
    if (status_ == FirmStatus::ahead && world.firms.status[firm_] != FirmStatus::ahead)
        say(world, "the firm entered: " + in_words(world.firms.kind[firm_]) + " in " +
                       item_of(*world.scenario, home).name + ", with " + plain_number(world.firms.capital[firm_], 0) +
                       " thousand");
    else if (home != jurisdiction_ && status_ == FirmStatus::alive)
        say(world, "the firm moved to " + item_of(*world.scenario, home).name);
    jurisdiction_ = home;
}

void FirmTeller::tell_service(const World& world, std::size_t p, ServiceMemory& last) {
    const Products& products = world.products;
    std::string what =
        products.stage[p] != last.stage ? move_in_words(world, p, last, phase_) : turn_in_words(products, p, last);
    const bool anniversary = phase_ == "finance" && on_market(products.stage[p]) &&
                             world.month > products.launched[p] && (world.month - products.launched[p]) % 12 == 0;
    if (what.empty() && anniversary) what = "another year on the market";
    if (!what.empty()) {
        const double users = products.stage[p] == Stage::withdrawn ? last.users : products.users[p];
        if (users > 0) what += ", " + plain_number(users, 0) + " users";
        if (products.seen[p] > 0) what += ", " + plain_number(products.seen[p], 0) + " harms seen";
        say(world, service_in_words(world, p) + ": " + what);
    }
    last = memory_of(products, p);
}

void FirmTeller::tell_money(const World& world) {
    const FirmStatus now = world.firms.status[firm_];
    if (world.firms.raised[firm_] > raised_)
        say(world, "the firm raised " + plain_number(world.firms.raised[firm_] - raised_, 0) + " thousand");
    if (now != status_ && now != FirmStatus::alive && now != FirmStatus::ahead)
        say(world, firm_end_in_words(now, phase_));
    raised_ = world.firms.raised[firm_];
}

void FirmTeller::tell_end(const World& world) {
    if (status_ != FirmStatus::alive) return;
    double users = 0;
    for (const auto& [service, last] : services_) users += world.products.users[service];
    say(world, "the run ends: the firm has " + plain_number(world.firms.capital[firm_], 0) + " thousand, " +
                   plain_number(users, 0) + " users, and " + plain_number(seen(world), 0) + " harms seen so far");
}

}  // namespace

Story story_of_firm(const Plan& plan, const RunPlace& place, std::size_t firm) {
    FirmTeller teller(firm);
    watch_run(plan, place, [&](const World& world, std::string_view phase) { teller.look(world, phase); });
    return teller.story();
}

}  // namespace leeway
