// An experiment as its file states it: which designs are crossed with which worlds and replicates, and what is kept.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"
#include "experiment/sampling/world_plan.hpp"
#include "experiment/search/target.hpp"

namespace leeway {

enum class Luck : std::uint8_t { per_world, common };
template <>
inline constexpr std::array<std::string_view, 2> choice_names<Luck>{"per-world", "common"};

/// When replicates are enough, instead of a number of them; not asked for without a metric.
struct Until {
    std::string metric;
    double half_width = 0;
    double confidence = 0.95;
    bool best = false;
    double indifference = 0;
    double probability = 0.95;
    std::int64_t round = 10;
    std::int64_t max = 200;

    bool is_asked() const { return !metric.empty(); }

    template <class Visit>
    void fields(Visit&& field) {
        field(metric, {"metric", Unit::none, 0, 0, "experiment", "the outcome that is to be known"});
        field(half_width, {"half_width", Unit::none, 0, 1e12, "experiment",
                           "stop when every design's mean contrast with its baseline, over the worlds of the "
                           "experiment, is known to plus or minus this much (in the outcome's unit)"});
        field(confidence, {"confidence", Unit::probability, 0.5, 0.9999, "experiment",
                           "with which all these contrasts are known at once (Stein 1945, Bonferroni)"});
        field(best, {"best", Unit::none, 0, 0, "experiment",
                     "stop when the design with the best mean outcome, the baseline among them, is known"});
        field(indifference, {"indifference", Unit::none, 0, 1e12, "experiment",
                             "of best: designs closer than this count as equally good (in the outcome's unit)"});
        field(probability, {"probability", Unit::probability, 0.5, 0.9999, "experiment",
                            "with which the best is named if it leads by indifference (Kim and Nelson 2001)"});
        field(round, {"round", Unit::count, 5, 1e5, "experiment",
                      "replicates of all designs and worlds between two looks; the first round estimates variances"});
        field(max, {"max", Unit::count, 5, 1e6, "experiment", "replicates after which it stops undecided"});
    }
};

/// What is kept of each run beyond its outcomes.
struct RecordPlan {
    std::vector<std::string> series;
    std::vector<double> quantiles;

    template <class Visit>
    void fields(Visit&& field) {
        field(series, {"series", Unit::none, 0, 0, "experiment",
                       "outcomes of which every month is stored (empty = the headline ones)"});
        field(quantiles, {"quantiles", Unit::probability, 0, 1, "experiment",
                          "store these quantiles over all runs of a design instead of every run's months (empty = "
                          "every run's)"});
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
    std::int64_t replicates = 20;  ///< where `until` is asked for: the most
    Until until;
    std::int64_t seed = 1;
    Luck luck = Luck::per_world;
    WorldPlan worlds;
    RecordPlan record;
    Calibration calibration;
    std::vector<Target> targets;

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
        field(replicates,
              {"replicates", Unit::count, 1, 1e6, "experiment",
               "runs of each design in each world, which differ by luck alone; or the table {until = ...}"});
        field(until, "replicates.until", "instead of a number of replicates: what is to be known before it stops");
        field(seed, {"seed", Unit::count, 0, 9e15, "experiment", "from which all random numbers follow"});
        field(luck,
              {"luck", Unit::none, 0, 0, "experiment",
               "per-world: each world has its own random numbers; common: all worlds share them (sensitivity plans)"});
        field(worlds, "worlds", "the sampled worlds");
        field(record, "record", "what is stored beside outcomes");
        field(calibration, "calibration", "of leeway calibrate: how far it goes");
        field(targets, "targets", 0, 64, "of leeway calibrate: the measured outcomes with which worlds are compared");
    }
};

/// What is wrong with an experiment as a whole, before anything that it names is looked up.
std::vector<Complaint> complaints(const Experiment& experiment);

}  // namespace leeway
