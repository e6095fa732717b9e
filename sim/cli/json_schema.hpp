// The JSON Schema (draft 2020-12) of scenario, design and experiment files, for editors that check TOML while one
// types.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace leeway {

/// The schema of one kind of file (scenario, design, experiment), or of any of them when `kind` is empty.
nlohmann::ordered_json json_schema(std::string_view kind);

}  // namespace leeway
