// Sensitivity for people, for programs, and as a table.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "analysis/sensitivity.hpp"

namespace leeway {

/// The indices with the labels of their results, ready to be put.
struct SensitivityAnswer {
    Sensitivity sensitivity;
    const Results* results = nullptr;  ///< never null; outlives the answer
};

std::string sensitivity_text(const SensitivityAnswer& answer, bool colour);
nlohmann::json sensitivity_json(const SensitivityAnswer& answer);
std::string sensitivity_csv(const SensitivityAnswer& answer);

}  // namespace leeway
