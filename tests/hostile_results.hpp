// Made-up results in which every text that a file can hold tries to become a script.
#pragma once

#include "synthetic_results.hpp"

namespace leeway::synthetic {

inline const std::string hostile = "<script>alert(1)</script>\"'&";

inline Results hostile_results() {
    Results made = results({3, 4, 2, 13, 3});
    made.designs[1] += hostile;
    made.design_texts[1] = hostile;
    made.baseline = made.designs[0] += hostile;
    for (auto* names : {&made.segments, &made.parameters, &made.parameter_sources, &made.parameter_units})
        names->front() = hostile;
    made.scenario = made.sampling = hostile;
    for (LeverColumn& lever : made.levers) lever.name = lever.unit = lever.meaning = hostile;
    std::get<std::vector<std::string>>(made.levers[1].values)[1] = hostile;
    made.by_month[0].name = hostile;
    made.status[0] = RunStatus::failed;
    made.failure[0] = hostile;
    Provenance& origin = made.provenance;
    for (std::string* text : {&origin.title, &origin.source, &origin.compiler, &origin.created, &origin.configuration,
                              &origin.configuration_hash, &origin.command, &origin.results_hash}) {
        *text = hostile;
    }
    made.lever_bound.assign(made.lever_bound.size(), 0);
    return made;
}

}  // namespace leeway::synthetic
