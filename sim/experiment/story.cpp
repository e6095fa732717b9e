// The story of one firm or one citizen: a run is made again, and what changes for that one is put into words.
#include <cmath>
#include <functional>

#include "core/text.hpp"
#include "experiment/retell.hpp"
#include "experiment/run_once.hpp"
#include "rules/simulate.hpp"

namespace leeway {
namespace {

using Watch = std::function<void(const World&, std::vector<StoryEvent>&)>;

// Makes the run again, the warm-up too, and lets `watch` look after every month.
std::vector<StoryEvent> watch_run(const Plan& plan, const RunPlace& place, const Watch& watch) {
    const Model model = model_of_world(plan, place.world);
    const NamedDesign& named = plan.designs[place.design];
    const auto end = static_cast<std::int32_t>(plan.experiment.months);
    World world = build_world(model.scenario, Adaptation{}, key_of(plan, place.world, place.replicate), end);
    std::vector<StoryEvent> story;
    const auto observe = [&](const World& now) { watch(now, story); };
    simulate(world, model.month, model.phases, policy_of(plan, plan.status_quo), 0, observe);
    world.adaptation = named.adaptation;
    simulate(world, model.month, model.phases, policy_of(plan, named.design), end, observe);
    return story;
}

std::string rounded(double number) { return std::to_string(static_cast<std::int64_t>(std::floor(number + 0.5))); }

std::string name_of_service(const World& world, std::uint32_t p) {
    return "service " + std::to_string(p) + " (" + world.scenario->sectors[world.products.sector[p]].name + ")";
}

// What it means for a service to have entered its stage.
std::string stage_in_words(const World& world, std::uint32_t p) {
    const Products& products = world.products;
    switch (products.stage[p]) {
        case Stage::ahead:
            return "";
        case Stage::declined:
            return "its idea was not taken up";
        case Stage::idea:
            return "the firm weighs its routes to market";
        case Stage::applying:
            return "it applied to the sandbox";
        case Stage::lab:
            return "it was admitted and entered the lab";
        case Stage::pilot:
            return "pilot " + std::to_string(products.rung[p] + 1) + " began";
        case Stage::preparing:
            return products.graduated[p] ? "it graduated and prepares its authorisation"
                                         : "it complies with the provisions before filing";
        case Stage::filing:
            return "its file waits for the regulators";
        case Stage::approved:
            return "it may launch";
        case Stage::authorised:
            return products.conditional[p] ? "it launched under a conditional licence" : "it launched with permission";
        case Stage::unauthorised:
            return "it launched without permission";
        case Stage::withdrawn:
            return "it was withdrawn";
    }
    return "";
}

std::string end_in_words(FirmStatus status) {
    switch (status) {
        case FirmStatus::failed:
            return "the firm failed: its money was gone or it was shut down";
        case FirmStatus::relocated:
            return "the firm left the country";
        case FirmStatus::abandoned:
            return "the firm gave up";
        default:
            return "the firm lives";
    }
}

/// What was last known of a firm.
struct FirmMemory {
    FirmStatus status = FirmStatus::ahead;
    std::vector<Stage> stage;
    double raised = 0, harms = 0;
};

void tell_firm(const World& world, std::uint32_t firm, FirmMemory& last, std::vector<StoryEvent>& story) {
    const auto say = [&](std::string what) { story.push_back({world.month, std::move(what)}); };
    const Firms& firms = world.firms;
    if (firms.status[firm] == FirmStatus::ahead) return;
    if (last.status == FirmStatus::ahead)
        say("the firm entered with a capital of " + rounded(firms.capital[firm]) + " thousand");
    last.stage.resize(world.products.count(), Stage::ahead);
    double harms = 0;
    for (std::uint32_t p = 0; p < world.products.count(); ++p) {
        if (world.products.firm[p] != firm) continue;
        harms += world.products.seen[p];
        if (world.products.stage[p] == last.stage[p]) continue;
        last.stage[p] = world.products.stage[p];
        const std::string what = stage_in_words(world, p);
        const std::string users = world.products.users[p] > 0 ? ", " + rounded(world.products.users[p]) + " users" : "";
        if (!what.empty()) say(name_of_service(world, p) + ": " + what + users);
    }
    if (firms.raised[firm] > last.raised) say("it raised " + rounded(firms.raised[firm] - last.raised) + " thousand");
    if (last.harms == 0 && harms > 0) say("the first harm was seen");
    if (firms.status[firm] != FirmStatus::alive && last.status != firms.status[firm])
        say(end_in_words(firms.status[firm]) + "; " + rounded(harms) + " harms had been seen");
    last = {firms.status[firm], last.stage, firms.raised[firm], harms};
}

/// What was last known of a citizen.
struct CitizenMemory {
    std::vector<std::int32_t> product;
    double trust = 0;
};

void tell_citizen(const World& world, std::uint32_t i, CitizenMemory& last, std::vector<StoryEvent>& story) {
    const auto say = [&](std::string what) { story.push_back({world.month, std::move(what)}); };
    const Citizens& citizens = world.citizens;
    if (last.product.empty()) {
        last.product.assign(world.sectors(), no_product);
        say("stands for " + rounded(citizens.represents) + " persons of the segment " +
            world.segment_of_group(citizens.group[i]).name + ", trust " + number_text(citizens.trust[i]));
    } else if (citizens.trust[i] < last.trust - 0.01) {
        say("lost trust, from " + number_text(last.trust) + " to " + number_text(citizens.trust[i]));
    }
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        const std::int32_t now = citizens.use[k].product[i];
        if (now == last.product[k]) continue;
        if (last.product[k] != no_product)
            say("left " + name_of_service(world, static_cast<std::uint32_t>(last.product[k])));
        if (now != no_product)
            say("took up " + name_of_service(world, static_cast<std::uint32_t>(now)) + ", with " +
                std::to_string(citizens.use[k].using_neighbours[i]) + " acquaintances who use one");
        last.product[k] = now;
    }
    last.trust = citizens.trust[i];
}

}  // namespace

std::vector<StoryEvent> story_of_firm(const Plan& plan, const RunPlace& place, std::uint32_t firm) {
    FirmMemory last;
    return watch_run(plan, place, [&](const World& world, std::vector<StoryEvent>& story) {
        if (firm < world.firms.count()) tell_firm(world, firm, last, story);
    });
}

std::vector<StoryEvent> story_of_citizen(const Plan& plan, const RunPlace& place, std::uint32_t citizen) {
    CitizenMemory last;
    return watch_run(plan, place, [&](const World& world, std::vector<StoryEvent>& story) {
        if (citizen < world.citizens.count()) tell_citizen(world, citizen, last, story);
    });
}

}  // namespace leeway
