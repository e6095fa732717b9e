// The dictionary of docs: every name in Markdown tables.
#pragma once

#include <string>
#include <vector>

#include "cli/catalogue.hpp"

namespace leeway {

/// docs/dictionary.md, written anew with `leeway describe --markdown > docs/dictionary.md`.
std::string dictionary(const std::vector<CatalogueEntry>& entries);

}  // namespace leeway
