// The model with all that a closed form leaves out switched off: one sector, one segment, ideas that are all taken up
// and all alike, no provisions, no defects, no incumbents, and only the phases that are named.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "rules/model.hpp"

namespace leeway {

/// Lets only these phases of the month run.
void run_only(Model& model, std::initializer_list<std::string_view> phases);

Model bare_model(std::initializer_list<std::string_view> phases);

/// Makes the sandbox the only way that is worth anything to a firm: all apply, and who is turned down gives up.
void let_all_apply(Model& model);

/// The world of `model` after `months` under `design`.
World live(const Model& model, const Design& design, std::uint64_t key, std::int32_t months);

}  // namespace leeway
