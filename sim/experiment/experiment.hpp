// An experiment as its file states it: which designs are crossed with which worlds and replicates, and what is kept.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

enum class Sampling : std::uint8_t { point, latin_hypercube };
template <>
inline constexpr std::array<std::string_view, 2> choice_names<Sampling>{"point", "latin-hypercube"};

enum class Luck : std::uint8_t { per_world, common };
template <>
inline constexpr std::array<std::string_view, 2> choice_names<Luck>{"per-world", "common"};

/// How the uncertain parameters of the scenario are sampled.
struct WorldPlan {
    Sampling sampling = Sampling::point;
    std::int64_t count = 1;

    template <class Visit>
    void fields(Visit&& field) {
        field(sampling, {"sampling", Unit::none, 0, 0, "experiment",
                         "point: one world with the scenario's own values; latin-hypercube: stratified draws from the "
                         "priors (McKay, Beckman and Conover 1979)"});
        field(count, {"count", Unit::count, 1, 1e6, "experiment", "number of worlds"});
    }
};

/// What is kept of each run beyond its outcomes.
struct RecordPlan {
    std::vector<std::string> series;

    template <class Visit>
    void fields(Visit&& field) {
        field(series, {"series", Unit::none, 0, 0, "experiment",
                       "outcomes of which every month is stored (empty = the headline ones)"});
    }
};

/// The experiment. Every scenario parameter and every lever may stand beside these fields and then holds for all
/// designs.
struct Experiment {
    std::string title;
    std::string scenario;
    std::vector<std::string> designs;
    std::string baseline = "status-quo";
    std::int64_t months = 60;
    std::int64_t replicates = 20;
    std::int64_t seed = 1;
    Luck luck = Luck::per_world;
    WorldPlan worlds;
    RecordPlan record;

    template <class Visit>
    void fields(Visit&& field) {
        field(title, {"title", Unit::none, 0, 0, "experiment", "what the experiment asks, in a sentence"});
        field(scenario, {"scenario", Unit::none, 0, 0, "experiment",
                         "name of a world in scenarios/, or the path of its TOML file"});
        field(designs,
              {"designs", Unit::none, 0, 0, "experiment", "the compared designs: names, or paths of TOML files"});
        field(baseline, {"baseline", Unit::none, 0, 0, "experiment",
                         "the design that all are compared with; it runs also where designs omits it"});
        field(months, {"months", Unit::month, 1, 1200, "experiment",
                       "months under the compared designs; the warm-up comes before and is not counted"});
        field(replicates, {"replicates", Unit::count, 1, 1e6, "experiment",
                           "runs of each design in each world, which differ by luck alone"});
        field(seed, {"seed", Unit::count, 0, 9e15, "experiment", "from which all random numbers follow"});
        field(luck,
              {"luck", Unit::none, 0, 0, "experiment",
               "per-world: each world has its own random numbers; common: all worlds share them (sensitivity plans)"});
        field(worlds, "worlds", "the sampled worlds");
        field(record, "record", "what is stored beside outcomes");
    }
};

/// What is wrong with an experiment as a whole, before anything that it names is looked up.
std::vector<Complaint> complaints(const Experiment& experiment);

}  // namespace leeway
