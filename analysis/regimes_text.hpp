// Rankings by regime as plain text: places, what flips, and which adaptation turns the order.
#pragma once

#include <string>

#include "analysis/regimes.hpp"

namespace leeway {

/// The whole answer, ready to print; control characters in names are replaced.
std::string regimes_text(const RegimesAnswer& answer, bool colour);

/// A flip in words: who leads where, what turns it, what moves along.
std::string flip_sentence(const RegimesAnswer& answer, const RegimeRanking& ranking, const RegimeFlip& flip);

/// By which outcomes the ranking flips clearly, in a sentence.
std::string regimes_summary(const RegimesAnswer& answer);

/// What the regimes do to the ranking by one outcome, in a sentence.
std::string regime_sentence(const RegimesAnswer& answer, const RegimeRanking& ranking);

}  // namespace leeway
