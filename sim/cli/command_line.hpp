// The command line: which commands there are, and what each takes.
#pragma once

namespace leeway {

/// Reads the command line and carries out its command; returns the exit code: 0 done, 1 a run failed, 2 bad input,
/// 3 could not write.
int command_line(int count, const char* const* words);

}  // namespace leeway
