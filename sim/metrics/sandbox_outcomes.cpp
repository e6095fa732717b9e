// What went through the sandbox and the desks: applications, tests, gates, waiting.
#include "metrics/reading.hpp"

namespace leeway {
namespace {

double queue_wait_months(const Recording& run) {
    return ratio(since_start(run, &Counts::queue_months), since_start(run, &Counts::queue_cases));
}
double waiting_cases_in_month(const Recording& run, std::size_t j) {
    return run.snapshots[j + 1].governed().waiting_cases;
}
double waiting_cases(const Recording& run) { return run.last().governed().waiting_cases; }
double live_tests_in_month(const Recording& run, std::size_t j) { return run.snapshots[j + 1].governed().live_tests; }
double live_tests(const Recording& run) {
    double sum = 0;
    for (std::size_t j = static_cast<std::size_t>(-run.first_month) + 1; j < run.snapshots.size(); ++j)
        sum += run.snapshots[j].governed().live_tests;
    return ratio(sum, run.end_month);
}

}  // namespace

// One row per outcome, in columns.
// clang-format off
std::vector<Metric> sandbox_metrics() {
    return {
        {"applications", "count", viability, neither, false, "applications to a sandbox", counted<&Counts::applications>, counted_in<&Counts::applications>},
        {"admitted", "count", viability, neither, false, "applications admitted to a sandbox", counted<&Counts::admitted>, counted_in<&Counts::admitted>},
        {"tested", "count", viability, neither, false, "admitted firms that reached a pilot", counted<&Counts::tested>},
        {"graduated", "count", viability, neither, false, "tests that passed their gate", counted<&Counts::graduated>},
        {"rejected", "count", viability, neither, false, "applications turned down", counted<&Counts::rejected>},
        {"held_out", "count", viability, neither, false, "applications that would have been admitted and were kept out for comparison", counted<&Counts::held_out>},
        {"withdrawn", "count", viability, neither, false, "applications and tests that ended by the firm's choice or end", counted<&Counts::withdrawn>},
        {"suspended", "count", viability, neither, false, "pilots suspended for harm", counted<&Counts::suspended>},
        {"live_tests", "count", viability, neither, false, "tests under way, mean over months", live_tests, live_tests_in_month},
        {"queue_wait_months", "month", viability, less, false, "mean months from filing to decision, over applications and authorisations decided", queue_wait_months},
        {"waiting_cases", "count", viability, less, false, "cases that wait for an officer at the horizon", waiting_cases, waiting_cases_in_month},
    };
}
// clang-format on

}  // namespace leeway
