// `leeway calibrate`: finds the worlds that measured outcomes do not rule out, and says what they pin down.
#pragma once

#include "cli/run.hpp"

namespace leeway {

/// What the user typed after `calibrate`.
struct CalibrateOptions {
    RunOptions run;  ///< as for `leeway run`; its output is a folder, or a file that ends in .csv
    bool json = false;
};

/// Calibrates; returns the exit code: 0 done, 1 a run failed or no world is left, 2 bad input, 3 could not write, 130
/// or 143 interrupted.
int calibrate_command(const CalibrateOptions& options);

}  // namespace leeway
