// Words as a shell reads them, so that a printed command can be given again.
#pragma once

#include <string>

namespace leeway {

/// The word, in quotes where a shell would take it apart or expand it.
std::string shell_word(const std::string& word);

}  // namespace leeway
