// The regulators' month: officers watch the tests and work off their cases, an intake admits, tests go through their
// lab, their pilots and their gates, and rule tests through their term.
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "rules/regulate/admit.hpp"
#include "rules/regulate/enforce.hpp"
#include "rules/regulate/file_cases.hpp"
#include "rules/regulate/gate.hpp"
#include "rules/regulate/rule_test.hpp"
#include "rules/regulate/run_lab.hpp"
#include "rules/regulate/run_pilot.hpp"
#include "rules/regulate/staff_desks.hpp"
#include "rules/regulate/supervise.hpp"
#include "rules/regulate/work_queue.hpp"
#include "world/world.hpp"

namespace leeway {

struct Regulate {
    static constexpr std::string_view name = "regulate";
    FileCases file_cases;
    Enforce enforce;
    Supervise supervise;
    WorkQueue work_queue;
    Admit admit;
    RunLab run_lab;
    RunPilot run_pilot;
    Gate gate;

    template <class Visit>
    void fields(Visit&& field) {
        field(file_cases, "file_cases", "applications and files");
        field(enforce, "enforce", "inspection of services without permission");
        field(supervise, "supervise", "officers who watch tests");
        field(work_queue, "work_queue", "officers, files and decisions");
        field(run_lab, "run_lab", "the lab before the first pilot");
        field(run_pilot, "run_pilot", "pilots and their suspension");
        field(gate, "gate", "the gate at the end of a pilot");
    }

    void operator()(World& world, const Levers& levers, const Draws& draws) const {
        const Draws desk = draws.named("work_queue"), hours = desk.named("hours"), tests = draws.named("gate_tests");
        staff_desks(world, levers);
        file_cases(world, levers, hours);
        enforce(world, desk.named("inspect"), hours);
        supervise(world, levers);
        work_queue(world, levers, desk.named("file"), hours);
        admit(world, levers, draws.named("admit"));
        run_lab(world, levers, tests);
        run_pilot(world, levers, gate, tests);
        run_rule_tests(world, levers);
    }
};

}  // namespace leeway
