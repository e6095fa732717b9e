// The month: the ordered list of rules. A rule from outside this tree joins by a list of its own.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include "rules/adopt.hpp"
#include "rules/choose_route.hpp"
#include "rules/enter.hpp"
#include "rules/finance.hpp"
#include "rules/harm.hpp"
#include "rules/launch.hpp"
#include "rules/learn.hpp"
#include "rules/levers.hpp"
#include "rules/make_rules.hpp"
#include "rules/react.hpp"
#include "rules/regulate.hpp"

namespace leeway {

using Month = std::tuple<Enter, ChooseRoute, Regulate, Launch, Adopt, Harm, React, Learn, Finance, MakeRules>;

/// Which rules of a month run; all do unless switched off.
template <class Rules>
struct Phases {
    std::array<bool, std::tuple_size_v<Rules>> on = all_on();

    template <class Visit>
    void fields(Visit&& field) {
        visit_rules(field, std::make_index_sequence<std::tuple_size_v<Rules>>{});
    }

  private:
    static constexpr std::array<bool, std::tuple_size_v<Rules>> all_on() {
        std::array<bool, std::tuple_size_v<Rules>> flags{};
        flags.fill(true);
        return flags;
    }
    template <class Visit, std::size_t... Index>
    void visit_rules(Visit&& field, std::index_sequence<Index...>) {
        (field(on[Index], {std::tuple_element_t<Index, Rules>::name, Unit::none, 0, 1, "switch",
                           "whether this phase of the month runs"}),
         ...);
    }
};

/// Runs one month: every rule that is on, in order, each with the random stream of its name.
template <class Rules>
void run_month(const Rules& rules, const Phases<Rules>& phases, World& world, const Levers& levers) {
    std::size_t index = 0;
    std::apply(
        [&](const auto&... rule) {
            ((phases.on[index++] ? rule(world, levers, Draws(world.run_key, rule.name)) : void()), ...);
        },
        rules);
}

}  // namespace leeway
