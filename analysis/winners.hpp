// Who wins and who loses: every party of the population, of the market and around the sandbox, judged by what it has
// itself. A change is "the same" where it lies in a zone of practical equality, so that neither a tiny change in many
// worlds nor a wide interval is mistaken for a result: the change is better or worse where its interval lies beyond the
// zone, the same where it lies inside, and otherwise not clear (Schuirmann 1987, J. Pharmacokin. Biopharm. 15; the
// region of practical equivalence of Kruschke 2018, Adv. Meth. Pract. Psych. Sci. 1).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/answer_frame.hpp"
#include "analysis/interval.hpp"
#include "core/results.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {

enum class Verdict { better, worse, more, less, same, unclear, unknown };

std::string_view text(Verdict verdict);

/// One party by one outcome, under a design against the baseline.
struct PartyChange {
    std::string party;
    Interval level, change;  ///< under the baseline; design minus baseline
    double zone = 0;         ///< half-width of the zone of practical equality
    double better = missing_value, same = missing_value, worse = missing_value;  ///< shares of units; better: more of
                                                                                 ///< what has no direction
    Verdict verdict = Verdict::unknown;
};

/// Parties that are parts of one whole (or, with `sums` false, of one population), by one outcome.
struct PartyTable {
    std::string section;               ///< "citizens by segment"
    const Metric* metric = nullptr;    ///< the outcome of the parties
    std::vector<PartyChange> parties;  ///< the whole is the last one, where there is one
    bool sums = false;                 ///< whether the parts sum to the whole
    double mismatch = 0;               ///< largest relative difference between the sum of parts and the whole, any run
};

struct WinnersDesign {
    std::string name, baseline;
    std::vector<PartyTable> tables;
};

struct WinnersAnswer : AnswerFrame {
    double same_share = 0;  ///< the zone as a share of a party's level under the baseline
    std::vector<WinnersDesign> designs;
};

struct WinnersRequest {
    std::optional<std::string> baseline;  ///< a label; default: the stored one
    double same_share = 0.01;             ///< assumed: a change below one percent matters to nobody
};

/// The answer, or why there is none: one design, an unknown baseline, a share that is none.
std::variant<WinnersAnswer, std::string> find_winners(const Results& results, const WinnersRequest& request);

/// The verdict on a change with that zone, where `better` says which direction is good.
Verdict judge(const Interval& change, double zone, Better better);

}  // namespace leeway
