// `leeway validate`: does the model show what is known? The scorecard of stylised facts and closed forms.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace leeway {

struct ValidateOptions {
    std::string scenario;           ///< uk-fintech when empty; with `markdown` and no worlds all that ship
    std::string worlds;             ///< a CSV file of worlds instead of the scenario's priors
    std::vector<std::string> rows;  ///< ids; all when empty
    std::int64_t replicates = 0;    ///< 0: as many as the scorecard is made of
    bool off = false;               ///< with every fact's mechanism switched off
    bool json = false, markdown = false;
    std::string progress = "auto";
};

/// Prints the scorecard; returns 0, 1 when a row that should hold does not (or a run failed), 2 for bad input. With
/// mechanisms switched off nothing should hold, and it returns 0.
int validate_command(const ValidateOptions& options);

}  // namespace leeway
