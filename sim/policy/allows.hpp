// Lists of names in designs, where none means all.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace leeway {

/// Whether a list such as a sandbox's sectors allows `name`: an empty one allows every name.
inline bool allows(const std::vector<std::string>& names, std::string_view name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace leeway
