// What happened in a stored run, told anew: the run is made again from the stored configuration, because a run is a
// function of its configuration alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/problems.hpp"
#include "core/results.hpp"
#include "experiment/plan.hpp"
#include "world/columns.hpp"

namespace leeway {

/// The plan that a stored configuration describes; nothing, and problems, when this version cannot read it.
std::optional<Plan> plan_of_configuration(const std::string& configuration, Problems& problems);

/// The plan behind results; nothing, and problems, when they lack their configuration or are not its results.
std::optional<Plan> plan_of_results(const Results& results, Problems& problems);

/// Which stored run is meant, by indices of the results' dimensions.
struct RunPlace {
    std::size_t design = 0, world = 0, replicate = 0;
};

/// Whether making the run again gives the stored outcomes, bit for bit; false means that the model has changed since.
bool gives_stored_outcomes(const Plan& plan, const Results& results, const RunPlace& place);

/// A property that an entity has under both designs, in words.
struct Difference {
    std::string property, here, there;
};

/// Where two designs part in the same world and replicate.
struct Divergence {
    std::int32_t month = 0;
    std::string phase;                      ///< of the month, after which the worlds differ
    Entity entity = Entity::world;          ///< what differs
    std::size_t id = 0;                     ///< its number
    std::optional<std::size_t> firm{};      ///< of a service: whose it is
    std::string who;                        ///< "service 812 (credit) of firm 81"
    std::vector<Difference> differences;    ///< everything in which that entity differs; never empty
    std::map<Entity, std::size_t> differs;  ///< how many entities of each kind differ, this one with them
    std::vector<std::string> levers{};      ///< in which the designs differ: "sandbox.places: 10 against 0"
};

/// The phase of a divergence that comes before the first rule: a change of levers over time.
inline constexpr std::string_view levers_phase = "levers";

/// The first difference of state between two designs, phase by phase; nothing when they never part.
std::optional<Divergence> first_divergence(const Plan& plan, const RunPlace& place, std::size_t against);

/// One thing that happened to a firm or a citizen.
struct StoryEvent {
    std::int32_t month = 0;
    std::string phase;  ///< of the month, in which it happened
    std::string what;
};

/// A life in one run.
struct Story {
    std::size_t known = 0;  ///< firms, or citizens, in that world
    std::vector<StoryEvent> events{};
};

/// The life of firm number `firm` from its entry on; no events when there is no such firm or it never came.
Story story_of_firm(const Plan& plan, const RunPlace& place, std::size_t firm);

/// What citizen agent number `citizen` took up, left and suffered; no events when there is no such agent.
Story story_of_citizen(const Plan& plan, const RunPlace& place, std::size_t citizen);

}  // namespace leeway
