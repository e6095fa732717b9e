// SHA-256 of a text, for configurations.
#pragma once

#include <string>
#include <string_view>

namespace leeway {

/// The SHA-256 digest in 64 hexadecimal digits.
std::string sha256(std::string_view text);

}  // namespace leeway
