// The value of information for people, for programs, and as a table.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "analysis/value_of_information.hpp"

namespace leeway {

/// The values with the labels of their results, ready to be put.
struct InformationAnswer {
    InformationValue value;
    const Results* results = nullptr;  ///< never null; outlives the answer
};

std::string information_text(const InformationAnswer& answer, bool colour);
nlohmann::json information_json(const InformationAnswer& answer);
std::string information_csv(const InformationAnswer& answer);

}  // namespace leeway
