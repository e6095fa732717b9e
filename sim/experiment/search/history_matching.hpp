// History matching: which worlds of the prior can the evidence not rule out? (Craig, Goldstein, Seheult and Smith 1997;
// Vernon, Goldstein and Bower 2010, Bayesian Analysis 5.) Worlds are run in waves. After each, emulators say where in
// the prior it is still worth looking, and the next wave is drawn there. A world is kept when the runs that it was
// given itself do not rule it out by any target.
//
// Why this and not a posterior by approximate Bayesian computation: our priors are mostly assumptions, and so are the
// discrepancies. A posterior density would turn the shape of an assumption into odds; what is asked for here is the set
// of worlds that cannot be ruled out, with every source of variance stated. Waves are also whole batches of runs, which
// are made in parallel and resumed from a store.
//
// The worlds that are kept are draws from the prior, cut to what is not ruled out: both the first wave and the later
// ones are draws from the prior, and the rule by which one is kept is the same for all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "experiment/search/implausibility.hpp"
#include "experiment/search/target.hpp"
#include "experiment/uncertain.hpp"

namespace leeway {

using WorldPoints = std::vector<std::vector<double>>;  ///< [world][parameter], in units of the parameter

/// Runs of all worlds so far: the values of every target, [target][world][replicate], NaN where one is missing. Called
/// with a longer list for each wave, whose beginning is the one before. Nothing when it was stopped.
using Simulator = std::function<std::optional<std::vector<WorldPoints>>(const WorldPoints& worlds)>;

/// What is searched, and for what.
struct Search {
    std::vector<UncertainParameter> priors;  ///< of the parameters that are searched
    std::vector<Target> targets;             ///< at least one
    Calibration settings;
    std::int64_t seed = 1;
};

/// What one wave did.
struct Wave {
    std::size_t worlds = 0;     ///< that were run
    std::size_t kept = 0;       ///< of these
    double share_left = 1;      ///< of the prior, by the emulators before it
    std::size_t misjudged = 0;  ///< kept worlds, of all so far, that emulators would not have run (left out of the fit)
};

/// All worlds that were run and what became of them.
struct HistoryMatch {
    double cutoff = 0;
    WorldPoints worlds;
    WorldPoints coordinates;                     ///< likewise, as shares of the prior below: in the unit cube
    std::vector<std::vector<RunsOfWorld>> runs;  ///< [target][world]
    WorldPoints implausibilities;                ///< [world][target]
    std::vector<bool> is_kept;                   ///< [world]
    std::vector<Wave> waves;

    std::size_t kept() const;
    std::vector<std::size_t> kept_worlds() const;
};

/// Searches from the worlds of the first wave on, until `members` are kept, the waves are used up, or nothing is left
/// to run. Depends on the seed and what the simulator answers alone. Nothing when the simulator was stopped.
std::optional<HistoryMatch> match_history(const Search& search, WorldPoints first_wave, const Simulator& simulate);

}  // namespace leeway
