// Forms that the interface promises and this version does not read yet; each is refused with its own sentence.
#pragma once

#include "core/problems.hpp"
#include "experiment/toml_document.hpp"

namespace leeway {

/// Notes each such form in an experiment and removes it from the document, so that nothing else is said of it.
void refuse_later_features(TomlDocument& document, Problems& problems);

}  // namespace leeway
