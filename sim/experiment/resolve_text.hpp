// An experiment that a command makes up by itself, and that is no file.
#pragma once

#include <string>
#include <vector>

#include "experiment/plan.hpp"

namespace leeway {

/// The plan of an experiment given as TOML, which messages call `name`; see resolve. What it names is looked up from
/// the current folder.
Resolution resolve_text(const std::string& name, const std::string& text,
                        const std::vector<std::string>& settings = {});

}  // namespace leeway
