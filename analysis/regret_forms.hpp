// The regret table for people, for programs, and as a table of every design in every world.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "analysis/regret.hpp"

namespace leeway {

/// The regret table with the labels of its results, ready to be put.
struct RegretAnswer {
    RegretTable table;
    const Results* results = nullptr;  ///< never null; outlives the answer
    std::size_t worlds_shown = 10;     ///< in text
};

std::string regret_text(const RegretAnswer& answer, bool colour);
nlohmann::json regret_json(const RegretAnswer& answer);
std::string regret_csv(const RegretAnswer& answer);

}  // namespace leeway
