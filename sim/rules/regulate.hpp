// The regulator's month: officers work off the queue, an intake admits, tests go through their gates.
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "policy/design.hpp"
#include "rules/regulate/admit.hpp"
#include "rules/regulate/gate_tests.hpp"
#include "rules/regulate/work_queue.hpp"
#include "world/world.hpp"

namespace leeway {

struct Regulate {
    static constexpr std::string_view name = "regulate";
    WorkQueue work_queue;
    Admit admit;
    GateTests gate_tests;

    template <class Visit>
    void fields(Visit&& field) {
        field(work_queue, "work_queue", "officers, files and decisions");
        field(gate_tests, "gate_tests", "the life of a live test");
    }

    void operator()(World& world, const Design& design, const Draws& draws) const {
        work_queue(world, design, draws.named("work_queue"));
        admit(world, design, draws.named("admit"));
        gate_tests(world, design, draws.named("gate_tests"));
    }
};

}  // namespace leeway
