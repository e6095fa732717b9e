// The people of a country: segments, the agents that stand for them, and the network on which they meet.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

struct Network;  // world/network.hpp

/// Who knows whom.
enum class NetworkKind : std::uint8_t { small_world, erdos_renyi, scale_free, block_model, ring, complete, edge_list };
template <>
inline constexpr std::array<std::string_view, 7> choice_names<NetworkKind>{
    "small-world", "erdos-renyi", "scale-free", "block-model", "ring", "complete", "edge-list"};

/// A part of the population that shares vulnerability, literacy and habits of complaint.
struct Segment {
    std::string name;
    double share = 1;
    double vulnerability = 1;
    double literacy = 1;
    double reporting = 0.25;
    double trust = 0.5;
    double income = 1;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "scenario", "name of the segment"});
        field(share, {"share", Unit::share, 0, 1, "scenario", "share of the population; all segments sum to 1"});
        field(vulnerability,
              {"vulnerability", Unit::ratio, 0, 10, "assumed", "multiplies the rate of harm of this segment's users"});
        field(literacy,
              {"literacy", Unit::ratio, 0, 10, "assumed", "digital literacy: multiplies adoption and activity"});
        field(reporting, {"reporting", Unit::share, 0, 1, "assumed", "share of noticed harms that a victim reports"});
        field(trust, {"trust", Unit::share, 0, 1, "scenario", "baseline trust, to which trust returns"});
        field(income, {"income", Unit::ratio, 0.01, 100, "assumed",
                       "income relative to the mean: prices weigh less the higher it is"});
    }
};

/// The people of the country, the agents that stand for them, and the network on which they meet.
struct CitizenGroup {
    std::int64_t population = 2'000'000;
    std::int64_t count = 20'000;
    double complaint_multiplier = 1;
    NetworkKind network = NetworkKind::small_world;
    double degree = 12;
    double rewiring = 0.1;
    double homophily = 0.8;
    std::string edges;
    std::string edges_hash;
    std::shared_ptr<const Network> listed;  ///< the network that `edges` names, once it is read
    std::vector<Segment> segments{Segment{.name = "everybody"}};

    double represents() const { return static_cast<double>(population) / static_cast<double>(count); }

    template <class Visit>
    void fields(Visit&& field) {
        field(population, {"population", Unit::person, 1, 1e10, "scenario",
                           "real persons who live in the country and may use services"});
        field(count, {"count", Unit::count, 1, 4e9, "computing budget",
                      "citizen agents; one agent represents population / count persons"});
        field(complaint_multiplier, {"complaint_multiplier", Unit::ratio, 0, 10, "switch",
                                     "multiplies every segment's reporting (reports stay at most 1)"});
        field(network, {"network", Unit::none, 0, 0, "scenario",
                        "who knows whom: small-world (Watts and Strogatz 1998), erdos-renyi (Gilbert 1959), scale-free "
                        "(Barabasi and Albert 1999), block-model (blocks are the segments of a jurisdiction), ring, "
                        "complete, or edge-list (the file named by edges)"});
        field(degree, {"degree", Unit::count, 2, 200, "evidence B11 (R-hi): sympathy group of 12 to 15",
                       "acquaintances per citizen: the mean in erdos-renyi and block-model, the even number below "
                       "it in small-world, scale-free and ring"});
        field(rewiring, {"rewiring", Unit::share, 0, 1, "assumed",
                         "share of ties of the small world that are rewired (Watts and Strogatz 1998)"});
        field(homophily, {"homophily", Unit::share, 0, 1, "assumed; contacts are assortative (evidence B10)",
                          "small-world: share of citizens who live among their own segment; block-model: share of "
                          "ties kept within it; the others are anywhere"});
        field(edges, {"edges", Unit::none, 0, 0, "scenario",
                      "CSV file of an edge-list network, its path relative to the scenario's file: a line for each "
                      "tie, two citizens by their numbers from 0"});
        field(edges_hash, {"edges_hash", Unit::none, 0, 0, "provenance",
                           "SHA-256 of the network in edges; filled in when an experiment is prepared, and a file with "
                           "other ties is then refused"});
        field(segments, "segments", 1, 16, "the parts of the population");
    }
};

}  // namespace leeway
