// Ctrl-C and SIGTERM: the first lets the runs under way finish and starts no more, the second ends the program at once.
#pragma once

namespace leeway {

/// Listens to the signals from now on. A file that would grow beyond a limit is an error of its writer from now on, not
/// the end of the program.
void listen_to_signals();

/// Whether a signal has come.
bool is_interrupted();

/// The exit code of an interrupted program: 130 or 143.
int exit_code_of_interruption();

}  // namespace leeway
