// What the value of information says, in sentences.
#pragma once

#include <string>
#include <vector>

#include "analysis/value_of_information.hpp"

namespace leeway {

/// What to know all is worth, which parameter is most worth a study, and which design most worth a pilot.
std::vector<std::string> information_sentences(const Results& results, const InformationValue& answer);

/// How far these values can be trusted.
std::vector<std::string> limits_of_information(const Results& results, const InformationValue& answer);

}  // namespace leeway
