// Two designs live the same months side by side; after every phase their worlds are compared, bit by bit.
#include <algorithm>
#include <tuple>

#include "experiment/retell.hpp"
#include "experiment/run_once.hpp"
#include "experiment/write_toml.hpp"
#include "world/columns.hpp"

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

std::vector<std::string> differing_levers(Design one, Design other) {
    const FieldTable here = field_table(one), there = field_table(other);
    std::vector<std::string> levers;
    const auto compare = [&](const FieldTable& a, const FieldTable& b) {
        for (std::size_t i = 0; i < a.fields.size() && i < b.fields.size(); ++i) {
            const std::string x = value_toml(a.fields[i].value), y = value_toml(b.fields[i].value);
            if (a.fields[i].name.find('.') != std::string::npos && x != y)
                levers.push_back(a.fields[i].name + ": " + x + " against " + y);
        }
    };
    for (std::size_t s = 0; s < std::min(one.sandbox.size(), other.sandbox.size()); ++s)
        compare(field_table(one.sandbox[s], "sandbox"), field_table(other.sandbox[s], "sandbox"));
    compare(here, there);
    return levers;
}

std::optional<Divergence> compare(const World& one, const World& other) {
    const std::vector<Column> here = columns_of(one), there = columns_of(other);
    for (std::size_t c = 0; c < here.size() && c < there.size(); ++c) {
        const ColumnDifference found = difference(here[c], there[c]);
        if (found.count == 0) continue;
        const auto value = [&](const Column& column) {
            return found.first < column.count ? column.word(column.data + found.first * column.width)
                                              : std::string("nothing");
        };
        const bool has_firm = here[c].entity == Entity::service;
        return Divergence{.entity = std::string(text(here[c].entity)),
                          .id = found.first,
                          .firm = has_firm ? std::optional(one.products.firm[found.first]) : std::nullopt,
                          .column = here[c].name,
                          .here = value(here[c]),
                          .there = value(there[c]),
                          .others = found.count - 1};
    }
    return std::nullopt;
}

// The number of sandboxes is the design's own and no event.
void begin_month(Life& one, Life& other, const Levers*& here, const Levers*& there) {
    here = &one.policy.in_force(one.world);
    there = &other.policy.in_force(other.world);
}

std::optional<Divergence> live_month(const Model& model, Life& one, Life& other) {
    const Levers *here = nullptr, *there = nullptr;
    begin_month(one, other, here, there);
    std::optional<Divergence> found;
    std::size_t index = 0;
    const auto run = [&](const auto& rule) {
        if (found || !model.phases.on[index++]) return;
        rule(one.world, *here, Draws(one.world.run_key, rule.name));
        rule(other.world, *there, Draws(other.world.run_key, rule.name));
        found = compare(one.world, other.world);
        if (found) found->phase = rule.name;
    };
    std::apply([&](const auto&... rule) { (run(rule), ...); }, model.month);
    return found;
}

}  // namespace

std::optional<Divergence> first_divergence(const Plan& plan, const RunPlace& place, std::size_t against) {
    const Model model = model_of_world(plan, place.world);
    const Start start = warm_up(plan, model, key_of(plan, place.world, place.replicate));
    Life one = begin(plan, start, plan.designs[place.design]), other = begin(plan, start, plan.designs[against]);
    for (; one.world.month < plan.experiment.months; ++one.world.month, ++other.world.month) {
        auto found = live_month(model, one, other);
        if (!found) continue;
        found->month = one.world.month;
        found->levers = differing_levers(plan.designs[place.design].design, plan.designs[against].design);
        return found;
    }
    return std::nullopt;
}

}  // namespace leeway
