// The scorecard for people, for programs, and for the page of docs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "experiment/validity/scorecard.hpp"

namespace leeway {

/// A scorecard with what it is of.
struct Scorecard {
    std::string scenario;
    std::string worlds;    ///< the name of the file that lists them; empty where they are drawn from the priors
    std::string settings;  ///< of all arms, as the scenario states them; empty where it states none
    std::int64_t replicates = 0, months = 0, seed = 0;
    bool mechanisms_off = false;
    std::vector<ScoreRow> rows;
};

/// A table for the terminal: a line of numbers, then what they are of, on what they rest, and why where it is not
/// reproduced.
std::string scorecard_text(const Scorecard& card, bool colour);

/// {"scenario", "worlds", "settings", "replicates", "months", "seed", "mechanisms_off", "confidence", "rows": [{"id",
/// "kind", "statement", "measure", "target", "value", "low", "high", "verdict", "source", "mechanism", "reason",
/// "should_hold"}], "limits": []}; numbers that do not exist are null.
nlohmann::json scorecard_json(const Scorecard& card);

/// The page of docs: how to read it, a table of verdicts by scenario, then each scenario's rows. Closed forms, which
/// are the same everywhere, stand once.
std::string scorecard_markdown(const std::vector<Scorecard>& cards);

}  // namespace leeway
