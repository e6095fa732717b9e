// Two designs live the same months side by side; after every phase their worlds are compared, bit by bit.
#include <algorithm>
#include <set>

#include "experiment/retell.hpp"
#include "experiment/rules_in_turn.hpp"
#include "experiment/run_once.hpp"
#include "experiment/write_toml.hpp"

namespace leeway {
namespace {

/// A world on its way under one design.
struct Life {
    World world;
    Policy policy;
};

Life begin(const Plan& plan, const Start& start, const NamedDesign& named) {
    Life life{start.world, policy_of(plan, named.design)};
    life.world.adaptation = named.adaptation;
    return life;
}

void compare_fields(const FieldTable& here, const FieldTable& there, std::vector<std::string>& levers) {
    for (std::size_t i = 0; i < here.fields.size(); ++i) {
        const std::string one = value_toml(here.fields[i].value), other = value_toml(there.fields[i].value);
        if (one != other) levers.push_back(here.fields[i].name + ": " + one + " against " + other);
    }
}

void compare_lists(const ListEntry& here, const ListEntry& there, std::vector<std::string>& levers) {
    const std::size_t one = here.size(), other = there.size();
    if (one != other) levers.push_back(here.name + ": " + std::to_string(one) + " against " + std::to_string(other));
    for (std::size_t i = 0; i < std::min(one, other); ++i) {
        const std::string name = here.may_be_one_table() && one == 1 ? here.name : here.element_name(i);
        compare_fields(here.element_under(i, name), there.element_under(i, name), levers);
    }
}

// What a design is called and where it comes from is no lever.
std::vector<std::string> differing_levers(NamedDesign one, NamedDesign other) {
    std::vector<std::string> levers;
    other.design.name = one.design.name;
    other.design.description = one.design.description;
    other.design.source = one.design.source;
    const FieldTable here = field_table(one.design), there = field_table(other.design);
    for (std::size_t i = 0; i < here.lists.size(); ++i) compare_lists(here.lists[i], there.lists[i], levers);
    compare_fields(here, there, levers);
    compare_fields(field_table(one.adaptation, "adaptation"), field_table(other.adaptation, "adaptation"), levers);
    return levers;
}

/// The same column of two worlds.
struct ColumnPair {
    Column here, there;
};

// A sandbox that only one design has is that design's own and no event: its columns have no pair.
std::vector<ColumnPair> pairs_of(const World& one, const World& other) {
    const std::vector<Column> here = columns_of(one), there = columns_of(other);
    std::vector<ColumnPair> pairs;
    auto next = there.begin();
    for (const Column& column : here) {
        const auto found = std::find_if(next, there.end(), [&](const Column& candidate) {
            return candidate.name == column.name && candidate.place == column.place;
        });
        if (found == there.end()) continue;
        pairs.push_back({column, *found});
        next = found + 1;
    }
    return pairs;
}

/// Collects what differs between two worlds, the first entity in full.
class Findings {
  public:
    Findings(const World& one, std::string_view phase) : world_(one) { found_.phase = phase; }

    void add(const ColumnPair& pair) {
        const std::vector<std::size_t> entries = differing_entries(pair.here, pair.there);
        if (entries.empty()) return;
        if (found_.differences.empty()) begin(pair.here, entries.front());
        for (const std::size_t i : entries)
            different_.insert({pair.here.entity, pair.here.place, pair.here.entity_of(i)});
        const auto same =
            std::find_if(entries.begin(), entries.end(), [&](std::size_t i) { return is_first(pair.here, i); });
        if (same == entries.end()) return;
        found_.differences.push_back(
            {property_in_words(world_, pair.here, *same), pair.here.value(*same), pair.there.value(*same)});
    }

    std::optional<Divergence> all() {
        if (found_.differences.empty()) return std::nullopt;
        for (const auto& [entity, place, id] : different_) ++found_.differs[entity];
        return std::move(found_);
    }

  private:
    void begin(const Column& column, std::size_t i) {
        found_.entity = column.entity;
        found_.id = column.entity_of(i);
        found_.who = entity_in_words(world_, column, i);
        if (column.entity == Entity::service) found_.firm = world_.products.firm[i];
        place_ = column.place;
    }
    bool is_first(const Column& column, std::size_t i) const {
        return column.entity == found_.entity && column.place == place_ && column.entity_of(i) == found_.id;
    }

    const World& world_;
    Divergence found_;
    std::string place_;
    std::set<std::tuple<Entity, std::string, std::size_t>> different_;
};

std::optional<Divergence> compare(const World& one, const World& other, std::string_view phase) {
    Findings findings(one, phase);
    for (const ColumnPair& pair : pairs_of(one, other)) findings.add(pair);
    return findings.all();
}

std::optional<Divergence> live_month(const Model& model, Life& one, Life& other) {
    const Levers& here = one.policy.in_force(one.world);
    const Levers& there = other.policy.in_force(other.world);
    auto found = compare(one.world, other.world, levers_phase);
    visit_rules(model.month, model.phases, [&](const auto& rule) {
        if (found) return;
        rule(one.world, here, Draws(one.world.run_key, rule.name));
        rule(other.world, there, Draws(other.world.run_key, rule.name));
        found = compare(one.world, other.world, rule.name);
    });
    return found;
}

}  // namespace

std::optional<Divergence> first_divergence(const Plan& plan, const RunPlace& place, std::size_t against) {
    const Model model = model_of_world(plan, place.world);
    const Start start = warm_up(plan, model, key_of(plan, place.world, place.replicate));
    const NamedDesign &here = plan.designs[place.design], &there = plan.designs[against];
    Life one = begin(plan, start, here), other = begin(plan, start, there);
    for (; one.world.month < plan.experiment.months; ++one.world.month, ++other.world.month) {
        auto found = live_month(model, one, other);
        if (!found) continue;
        found->month = one.world.month;
        found->levers = differing_levers(here, there);
        return found;
    }
    return std::nullopt;
}

}  // namespace leeway
