// What identifies the runs of an experiment: a design point, a world, and the number of a replicate. Two runs with the
// same three keys are the same run, whatever experiment they belong to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// A part of the configuration of runs, with everything in it that can change a result, and nothing else.
struct ConfigurationPart {
    std::string label;   ///< what the experiment calls it: the label of a design, the number of a world
    std::string digest;  ///< SHA-256 of all its lines, hexadecimal
    std::string text;    ///< its lines `name = value`, sorted; of a world only those that set it apart from the common
};

/// Which part of an experiment's worlds and replicates is carried out at one place: each `of`-th of them, beginning
/// with number `number` (from 1), so that parts are equally long whatever order the worlds come in.
struct Shard {
    std::size_t number = 1, of = 1;
};

/// The keys of all runs of an experiment, and the words to say how two of them differ.
struct RunKeys {
    std::int64_t model_version = 0;
    std::string program;        ///< name and version of what makes the runs; no key, but noted with them
    std::string configuration;  ///< resolved TOML of the whole experiment, from which it can be read again
    ConfigurationPart common;   ///< the lines of all worlds, with the values that the scenario itself has
    std::vector<ConfigurationPart> designs, worlds;
    std::size_t replicates = 0;

    std::size_t runs() const { return designs.size() * worlds.size() * replicates; }
    std::size_t run_index(std::size_t design, std::size_t world, std::size_t replicate) const {
        return (design * worlds.size() + world) * replicates + replicate;
    }
};

/// An experiment as a store knows it, without its files.
struct StoredExperiment {
    RunKeys keys;   ///< of the parts only labels and digests
    Results frame;  ///< without runs
    Shard shard;    ///< which part of it is kept there
};

/// What a store holds of a run that an experiment asks for.
enum class StoredRun : std::int8_t {
    absent,   ///< nothing
    other,    ///< a run of the same design, world and replicate by name, with another configuration
    failed,   ///< why it failed
    lacking,  ///< outcomes, but not all that are asked for now
    done,     ///< everything
};

}  // namespace leeway
