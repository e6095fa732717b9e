// A comparison as plain text for a terminal: sentences, a picture, tables, and what the reader must know.
#pragma once

#include <string>

#include "analysis/comparison.hpp"

namespace leeway {

/// The whole answer, ready to print. With `colour`, verdicts are coloured by ANSI sequences; they are always words as
/// well. Control characters in names are replaced.
std::string comparison_text(const Comparison& comparison, bool colour);

}  // namespace leeway
