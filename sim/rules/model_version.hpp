// The version of the model's arithmetic: two programs with the same number give the same bits for the same
// configuration. Raise it with every change that changes a result, so that stored runs are never mixed with others.
#pragma once

#include <cstdint>

namespace leeway {

inline constexpr std::int64_t model_version = 3;

}  // namespace leeway
