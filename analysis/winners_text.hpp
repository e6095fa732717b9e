// Winners and losers as plain text: for every design who is better off, worse off, the same, and by how much.
#pragma once

#include <string>

#include "analysis/winners.hpp"

namespace leeway {

/// The whole answer, ready to print; control characters in names are replaced.
std::string winners_text(const WinnersAnswer& answer, bool colour);

/// Which segments of citizens are better off, worse off and the same, by one outcome, in words.
std::string winners_sentence(const WinnersDesign& design, const PartyTable& table);

}  // namespace leeway
