// What happened in a stored run, told anew: the run is made again from the stored configuration, because a run is a
// function of its configuration alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/problems.hpp"
#include "core/results.hpp"
#include "experiment/plan.hpp"

namespace leeway {

/// The plan that a stored configuration describes; nothing, and problems, when this version cannot read it.
std::optional<Plan> plan_of_configuration(const std::string& configuration, Problems& problems);

/// Which stored run is meant, by indices of the results' dimensions.
struct RunPlace {
    std::size_t design = 0, world = 0, replicate = 0;
};

/// Whether making the run again gives the stored outcomes, bit for bit; false means that the model has changed since.
bool gives_stored_outcomes(const Plan& plan, const Results& results, const RunPlace& place);

/// Where two designs part in the same world and replicate.
struct Divergence {
    std::int32_t month = 0;
    std::string phase{};                  ///< of the month, after which the worlds differ
    std::string entity;                   ///< what differs: service, firm, regulator, sandbox, jurisdiction, citizen
    std::size_t id = 0;                   ///< its number
    std::optional<std::uint32_t> firm{};  ///< of a service: whose it is
    std::string column;                   ///< which property
    std::string here, there;              ///< its values under the two designs
    std::size_t others = 0;               ///< further entries of that property that differ
    std::vector<std::string> levers{};    ///< in which the designs differ, "name: a against b"
};

/// The first difference of state between two designs, phase by phase; nothing when they never part.
std::optional<Divergence> first_divergence(const Plan& plan, const RunPlace& place, std::size_t against);

/// One thing that happened to a firm or a citizen.
struct StoryEvent {
    std::int32_t month = 0;
    std::string what;
};

/// The life of firm `firm` from its entry on; empty when no such firm ever entered.
std::vector<StoryEvent> story_of_firm(const Plan& plan, const RunPlace& place, std::uint32_t firm);

/// What citizen agent `citizen` took up, left and suffered; empty when there is no such agent.
std::vector<StoryEvent> story_of_citizen(const Plan& plan, const RunPlace& place, std::uint32_t citizen);

}  // namespace leeway
