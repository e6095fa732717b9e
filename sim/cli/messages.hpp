// How commands speak: problems go to the error stream, one JSON document goes to standard output.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/problems.hpp"

namespace leeway {

/// The exit codes of all commands.
enum ExitCode : int { exit_done = 0, exit_run_failed = 1, exit_bad_input = 2, exit_not_written = 3 };

/// Prints problems, and their number, to the error stream; returns the exit code for bad input.
int refuse(const Problems& problems);

/// Problems as `leeway check --json` gives them.
nlohmann::json problems_json(const Problems& problems);

/// Prints one JSON document, indented, to standard output. Text that is no UTF-8 is repaired.
void print_json(const nlohmann::json& document);

/// Whether decorated text may be written to standard output: it is a terminal and NO_COLOR is not set.
bool is_colourful();

}  // namespace leeway
