// Outcomes of learning: how well the regulator predicts, and what became rules.
#include <cmath>

#include "metrics/reading.hpp"

namespace leeway {
namespace {

double belief_error_at(const Snapshot& at) {
    return at.belief.services > 0 ? std::sqrt(at.belief.squares / at.belief.services) : missing_value;
}
double belief_error(const Recording& run) { return belief_error_at(run.last()); }
double belief_error_in_month(const Recording& run, std::size_t j) { return belief_error_at(run.snapshots[j + 1]); }
double belief_bias(const Recording& run) { return ratio(run.last().belief.errors, run.last().belief.services); }
double belief_coverage(const Recording& run) {
    return ratio(since_start(run, &Counts::belief_covered), since_start(run, &Counts::belief_tests));
}
double months_to_rule_change(const Recording& run) {
    return run.first_rule_change == never ? missing_value : run.first_rule_change;
}
double rule_changes_in_month(const Recording& run, std::size_t j) {
    return run.snapshots[j + 1].governed().rule_changes - run.start().governed().rule_changes;
}
double exemptions_made_rules(const Recording& run) {
    return ratio(since_start(run, &JurisdictionSnapshot::exemptions_made_rules),
                 since_start(run, &JurisdictionSnapshot::exemptions_granted));
}

double slope_error(const Recording& run) { return run.last().governed().slope_error; }

double months_until_accurate(const Recording& run) {
    constexpr double accurate = 0.1;  // a feature one standard deviation away is then misjudged by a tenth
    const auto start = static_cast<std::size_t>(-run.first_month);
    for (std::size_t j = start; j + 1 < run.snapshots.size(); ++j) {
        if (run.snapshots[j + 1].governed().slope_error < accurate) return static_cast<double>(j - start);
    }
    return missing_value;
}

}  // namespace

// One row per outcome, in columns.
// clang-format off
std::vector<Metric> learning_metrics() {
    return {
        {"belief_error", "log rate", learning, less, false, "root mean square error of the regulator's predicted log harm rates over services on the market at the horizon", belief_error, belief_error_in_month},
        {"belief_bias", "log rate", learning, neither, false, "mean error of the regulator's predicted log harm rates over services on the market at the horizon", belief_bias},
        {"belief_slope_error", "log rate", learning, less, false, "root mean square error of the leading regulator's weights of the features of risk at the horizon", slope_error},
        {"belief_coverage", "1", learning, more, true, "share of launches whose true log harm rate lay in the regulator's nominal 90 % interval", belief_coverage},
        {"months_until_accurate", "month", learning, less, false, "months until belief_slope_error is first below 0.1; missing where it never is", months_until_accurate},
        {"rules_changed", "count", learning, neither, false, "provisions changed by rulemaking", counted<&JurisdictionSnapshot::rule_changes>, rule_changes_in_month},
        {"months_to_rule_change", "month", learning, less, false, "month of the first change of a provision; missing where none changed", months_to_rule_change},
        {"exemptions_granted", "count", learning, neither, false, "exemptions from provisions granted to admitted tests", counted<&JurisdictionSnapshot::exemptions_granted>},
        {"exemptions_made_rules_share", "1", learning, more, true, "share of exemptions granted whose provision was later lowered for all; missing where none was granted", exemptions_made_rules},
    };
}
// clang-format on

}  // namespace leeway
