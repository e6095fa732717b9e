// How outcomes are read off a recording: sums over cells of the harm ledger and over users, ratios, and differences
// between the end and month 0. Unless said otherwise they concern the governed jurisdiction's citizens.
#pragma once

#include <functional>
#include <limits>
#include <vector>

#include "core/results.hpp"
#include "metrics/metric_table.hpp"
#include "metrics/recording.hpp"

namespace leeway {

inline constexpr ResultAxis innovation = ResultAxis::innovation, harm_axis = ResultAxis::harm,
                            viability = ResultAxis::viability, trust_axis = ResultAxis::trust,
                            inclusion = ResultAxis::inclusion, learning = ResultAxis::learning;
inline constexpr std::string_view per_citizen_years = "severity per 1000 citizen-years",
                                  per_user_months = "severity per 1000 user-months";
inline constexpr Better more = Better::more, less = Better::less, neither = Better::neither;

/// Missing where the denominator is not positive.
double ratio(double numerator, double denominator);

double since_start(const Recording& run, double Counts::*count);
double since_start(const Recording& run, double Money::*flow);
double since_start(const Recording& run, double JurisdictionSnapshot::*level);

template <auto Member>
double counted(const Recording& run) {
    return since_start(run, Member);
}

template <auto Member>
double counted_in(const Recording& run, std::size_t j) {
    return run.snapshots[j + 1].counts.*Member - run.snapshots[j].counts.*Member;
}

/// Which cells of the harm ledger are summed.
using CellFilter = std::function<bool(const HarmPlace& place)>;
CellFilter any_cell(const Recording& run);  ///< of the governed jurisdiction
CellFilter in_stage(const Recording& run, HarmStage stage);
CellFilter in_segment(std::size_t segment);
CellFilter in_sector(const Recording& run, std::size_t sector);
CellFilter in_cause(const Recording& run, std::size_t cause);
CellFilter in_jurisdiction(const Recording& run, std::size_t jurisdiction);

/// Sum of a member over the chosen cells, from month 0 to the end.
double harm(const Recording& run, double HarmCell::*member, const CellFilter& chosen);

/// Which groups' users are summed, in which sectors.
using UserFilter = std::function<bool(std::size_t sector, std::size_t group)>;
UserFilter any_user(const Recording& run);  ///< of the governed jurisdiction
UserFilter users_in_segment(std::size_t segment);
UserFilter users_in_sector(const Recording& run, std::size_t sector);
UserFilter users_in_jurisdiction(const Recording& run, std::size_t jurisdiction);

/// Sum of a column [sector * groups + group] over the chosen users.
double users(const Recording& run, const std::vector<double>& column, const UserFilter& chosen);

/// Active user-months of the chosen users from month 0 to the end.
double user_months(const Recording& run, const UserFilter& chosen);

/// Persons of one jurisdiction.
double persons_in_jurisdiction(const Recording& run, std::size_t jurisdiction);
/// Persons of the governed jurisdiction.
double population(const Recording& run);

/// Whether a group belongs to a segment with vulnerability above 1.
bool is_vulnerable(const Recording& run, std::size_t group);

// The rows of the metric table, by axis.
std::vector<Metric> innovation_metrics();
std::vector<Metric> harm_metrics();
std::vector<Metric> viability_metrics();
std::vector<Metric> sandbox_metrics();
std::vector<Metric> trust_metrics();
std::vector<Metric> inclusion_metrics();
std::vector<Metric> learning_metrics();
std::vector<Metric> evaluation_metrics();
std::vector<Metric> party_metrics();

}  // namespace leeway
