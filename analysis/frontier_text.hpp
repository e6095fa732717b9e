// The frontier as plain text for a terminal: findings, picture, standing of every design, acceptability by rate.
#pragma once

#include <string>

#include "analysis/frontier.hpp"

namespace leeway {

/// The whole answer, ready to print; control characters in names are replaced.
std::string frontier_text(const FrontierAnswer& answer, bool colour);

/// What the means say of a group, a sentence each: which design is preferred from which rate on, and which are beaten.
std::vector<std::string> frontier_sentences(const FrontierGroup& group, const std::string& unit_noun);

}  // namespace leeway
