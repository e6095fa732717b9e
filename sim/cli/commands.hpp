// The commands as the parser knows them: what may be typed, and what is then done.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

namespace leeway {

/// A command, and what it does when it was typed: the exit code.
struct Command {
    const CLI::App* line;
    std::function<int()> carry_out;
};

/// The commands that make runs, or say what may be run. `typed` is the command line, as results remember it.
std::vector<Command> experiment_commands(CLI::App& app, const std::string& typed);

/// The commands that answer from stored results.
std::vector<Command> answer_commands(CLI::App& app);

}  // namespace leeway
