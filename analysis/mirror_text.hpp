// The evaluation mirror as plain text: for every design and effect what each method finds, and how far it is off.
#pragma once

#include <string>

#include "analysis/mirror.hpp"

namespace leeway {

/// The whole answer, ready to print; control characters in names are replaced.
std::string mirror_text(const MirrorAnswer& answer, bool colour);

/// What evaluators would conclude of an effect, and what is true, in words.
std::string mirror_sentence(const MirrorEffect& effect);

}  // namespace leeway
