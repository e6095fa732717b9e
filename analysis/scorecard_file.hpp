// The scorecard of a world as `leeway validate --json` prints it, read back for pages about results of that world.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analysis/interval.hpp"

namespace leeway {

/// One row: what is known, what the model gives, and whether they agree.
struct StoredFact {
    std::string id, kind, statement, measure, target;
    Interval value;
    std::string verdict, source, mechanism;
    std::string reason{};  ///< why it is not reproduced, where that is known
};

/// All rows of a world. Without replicates nothing was measured: the rows are what it is known not to show, and why.
struct StoredScorecard {
    std::string scenario;  ///< as `leeway validate` was asked for it: a name or a file
    std::size_t replicates = 0;
    std::vector<StoredFact> rows{};
};

/// The scorecard of a JSON text. The text says what is wrong: it is no scorecard, a row lacks something, or its
/// mechanisms were switched off.
std::variant<StoredScorecard, std::string> read_scorecard(std::string_view json);

}  // namespace leeway
