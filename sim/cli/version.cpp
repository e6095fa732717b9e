#include "cli/version.hpp"

namespace leeway {

std::string version_text() { return "leeway " LEEWAY_VERSION " (" LEEWAY_COMMIT ")"; }

std::string compiler_text() { return LEEWAY_COMPILER; }

}  // namespace leeway
