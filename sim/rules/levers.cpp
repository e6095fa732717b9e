#include "rules/levers.hpp"

#include <algorithm>

#include "rules/formula/state_of_affairs.hpp"

namespace leeway {
namespace {

bool holds(const World& world, std::size_t jurisdiction, const Change& change) {
    if (world.month < change.month) return false;
    switch (change.when) {
        case Condition::date:
            return true;
        case Condition::harm_above:
            return detected_harm_per_1000_citizen_years(world, jurisdiction) > change.threshold;
        case Condition::news_above:
            return world.jurisdictions[jurisdiction].news > change.threshold;
        case Condition::trust_below:
            return mean_trust(world, jurisdiction) < change.threshold;
        case Condition::tests_above:
            return live_tests(world, jurisdiction) > change.threshold;
    }
    return false;
}

bool has_lasted(const World& world, const Change& change, std::int32_t made) {
    return change.lasts > 0 && world.month >= made + static_cast<std::int32_t>(change.lasts);
}

}  // namespace

Policy::Policy(std::vector<Design> designs) : base_(std::move(designs)) {}

const Levers& Policy::in_force(World& world) {
    if (levers_.in_force.empty()) begin(world);
    bool moved = false;
    for (Pending& pending : pending_) {
        const Change& change = base_[pending.jurisdiction].changes[pending.change];
        if (pending.made == never && holds(world, pending.jurisdiction, change)) {
            pending.made = world.month;
            moved = true;
            ++world.jurisdictions[pending.jurisdiction].counts.changes_made;
        } else if (pending.made != never && !pending.undone && has_lasted(world, change, pending.made)) {
            pending.undone = true;
            moved = true;
        }
    }
    if (moved) resolve();
    return levers_;
}

// A single design holds in every jurisdiction; each keeps as many sandboxes as its design names.
void Policy::begin(World& world) {
    while (base_.size() < world.jurisdictions.size()) base_.push_back(base_.front());
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        world.jurisdictions[j].sandboxes.resize(base_[j].sandbox.size());
        for (std::size_t c = 0; c < base_[j].changes.size(); ++c) pending_.push_back({j, c, never, false});
    }
    levers_.in_force = base_;
}

// Changes are made on the base design in the order of the file, so that undoing one leaves the others in force.
void Policy::resolve() {
    levers_.in_force = base_;
    for (const Pending& pending : pending_) {
        if (pending.made == never || pending.undone) continue;
        apply_change(levers_.in_force[pending.jurisdiction], base_[pending.jurisdiction].changes[pending.change]);
    }
}

}  // namespace leeway
