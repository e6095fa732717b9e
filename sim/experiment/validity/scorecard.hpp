// The scorecard: every fact and closed form with its target, the model's value with an interval, and a verdict.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/interval.hpp"
#include "core/problems.hpp"
#include "experiment/validity/fact.hpp"
#include "experiment/validity/trials.hpp"

namespace leeway {

enum class FactVerdict : std::uint8_t { reproduced, not_reproduced, not_applicable };
std::string_view text(FactVerdict verdict);

/// One line of the scorecard.
struct ScoreRow {
    std::string id;
    FactKind kind = FactKind::emergent;
    std::string statement, measure;
    std::string target;  ///< in words: "above 0", "0.46 to 0.66"
    Interval value;      ///< of a fact: mean over replicates with 95 %; of a closed form: with z = 4.892
    FactVerdict verdict = FactVerdict::not_applicable;
    std::string source, mechanism;
    std::string reason{};     ///< why it is not reproduced, where that is known, or not applicable
    bool should_hold = true;  ///< false where it is known that and why it does not
};

/// A fact is reproduced where the whole interval lies in its band.
ScoreRow judge(const Fact& fact, const std::vector<double>& values);

/// The row of a fact that has no meaning in a scenario.
ScoreRow set_aside(const Fact& fact, const std::string& reason);

/// "above 0", "below 0", "0.46 to 0.66".
std::string target_text(const Band& band);

/// The rows of all facts in a scenario; nothing, and problems, when it cannot be read. See run_trials.
std::optional<std::vector<ScoreRow>> score_facts(const std::string& scenario, const std::vector<Fact>& facts,
                                                 const TrialSize& size, bool mechanisms_off, Problems& problems,
                                                 const std::function<void(std::size_t)>& on_replicate);

/// Whether a row that should hold does not.
bool has_failed(const std::vector<ScoreRow>& rows);

}  // namespace leeway
