// The version of the program, its commit and its compiler: the only file that a commit recompiles.
#pragma once

#include <string>

namespace leeway {

/// "leeway 0.1.0 (0123456789ab)", as every results file states its source.
std::string version_text();

/// "GNU 12.2.0".
std::string compiler_text();

}  // namespace leeway
