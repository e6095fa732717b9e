// The data of the evaluation mirror: what an evaluator sees of firms by the decision on their application.
#include "metrics/reading.hpp"

namespace leeway {
namespace {

template <Decision decision, double FollowUp::*member>
double followed(const Recording& run) {
    return run.follow_up[static_cast<std::size_t>(decision)].*member;
}
template <double FollowUp::*member>
double matched(const Recording& run) {
    return run.matched.*member;
}
double programme_estimate(const Recording& run) { return run.programme_estimate; }

}  // namespace

// One row per outcome, in columns.
// clang-format off
std::vector<Metric> evaluation_metrics() {
    return {
        {"mirror_admitted_firms", "count", learning, neither, false, "evaluation mirror: number of admitted firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::admitted, &FollowUp::firms>},
        {"mirror_admitted_raised_before", "thousand currency", learning, neither, false, "evaluation mirror: money raised before the decision, mean over admitted firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::admitted, &FollowUp::raised_before>},
        {"mirror_admitted_raised_after", "thousand currency", learning, neither, false, "evaluation mirror: money raised in 24 months, mean over admitted firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::admitted, &FollowUp::raised_after>},
        {"mirror_admitted_alive", "1", learning, neither, true, "evaluation mirror: share alive after 24 months of admitted firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::admitted, &FollowUp::alive>},
        {"mirror_admitted_launched", "1", learning, neither, true, "evaluation mirror: share launched within 24 months of admitted firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::admitted, &FollowUp::launched>},
        {"mirror_admitted_complaints", "count", learning, neither, false, "evaluation mirror: harms detected within 24 months, mean over admitted firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::admitted, &FollowUp::complaints>},
        {"mirror_rejected_firms", "count", learning, neither, false, "evaluation mirror: number of rejected but eligible firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::rejected, &FollowUp::firms>},
        {"mirror_rejected_raised_before", "thousand currency", learning, neither, false, "evaluation mirror: money raised before the decision, mean over rejected but eligible firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::rejected, &FollowUp::raised_before>},
        {"mirror_rejected_raised_after", "thousand currency", learning, neither, false, "evaluation mirror: money raised in 24 months, mean over rejected but eligible firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::rejected, &FollowUp::raised_after>},
        {"mirror_rejected_alive", "1", learning, neither, true, "evaluation mirror: share alive after 24 months of rejected but eligible firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::rejected, &FollowUp::alive>},
        {"mirror_rejected_launched", "1", learning, neither, true, "evaluation mirror: share launched within 24 months of rejected but eligible firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::rejected, &FollowUp::launched>},
        {"mirror_rejected_complaints", "count", learning, neither, false, "evaluation mirror: harms detected within 24 months, mean over rejected but eligible firms, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::rejected, &FollowUp::complaints>},
        {"mirror_held_out_firms", "count", learning, neither, false, "evaluation mirror: number of firms held out for comparison, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::held_out, &FollowUp::firms>},
        {"mirror_held_out_raised_before", "thousand currency", learning, neither, false, "evaluation mirror: money raised before the decision, mean over firms held out for comparison, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::held_out, &FollowUp::raised_before>},
        {"mirror_held_out_raised_after", "thousand currency", learning, neither, false, "evaluation mirror: money raised in 24 months, mean over firms held out for comparison, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::held_out, &FollowUp::raised_after>},
        {"mirror_held_out_alive", "1", learning, neither, true, "evaluation mirror: share alive after 24 months of firms held out for comparison, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::held_out, &FollowUp::alive>},
        {"mirror_held_out_launched", "1", learning, neither, true, "evaluation mirror: share launched within 24 months of firms held out for comparison, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::held_out, &FollowUp::launched>},
        {"mirror_held_out_complaints", "count", learning, neither, false, "evaluation mirror: harms detected within 24 months, mean over firms held out for comparison, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", followed<Decision::held_out, &FollowUp::complaints>},
        {"mirror_outsiders_firms", "count", learning, neither, false, "evaluation mirror: number of firms that never applied, from entry (new firms of the governed jurisdiction, followed to the end)", followed<Decision::never_applied, &FollowUp::firms>},
        {"mirror_outsiders_raised_before", "thousand currency", learning, neither, false, "evaluation mirror: money raised before the decision, mean over firms that never applied, from entry (new firms of the governed jurisdiction, followed to the end)", followed<Decision::never_applied, &FollowUp::raised_before>},
        {"mirror_outsiders_raised_after", "thousand currency", learning, neither, false, "evaluation mirror: money raised in 24 months, mean over firms that never applied, from entry (new firms of the governed jurisdiction, followed to the end)", followed<Decision::never_applied, &FollowUp::raised_after>},
        {"mirror_outsiders_alive", "1", learning, neither, true, "evaluation mirror: share alive after 24 months of firms that never applied, from entry (new firms of the governed jurisdiction, followed to the end)", followed<Decision::never_applied, &FollowUp::alive>},
        {"mirror_outsiders_launched", "1", learning, neither, true, "evaluation mirror: share launched within 24 months of firms that never applied, from entry (new firms of the governed jurisdiction, followed to the end)", followed<Decision::never_applied, &FollowUp::launched>},
        {"mirror_outsiders_complaints", "count", learning, neither, false, "evaluation mirror: harms detected within 24 months, mean over firms that never applied, from entry (new firms of the governed jurisdiction, followed to the end)", followed<Decision::never_applied, &FollowUp::complaints>},
        {"mirror_matched_pairs", "count", learning, neither, false, "evaluation mirror: admitted firms for whom a rejected one of the same sector is there to match, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", matched<&FollowUp::firms>},
        {"mirror_matched_raised_difference", "thousand currency", learning, neither, false, "evaluation mirror: money raised in 24 months, admitted firms less the rejected firm of the same sector closest in time of decision and money raised before, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", matched<&FollowUp::raised_after>},
        {"mirror_matched_alive_difference", "1", learning, neither, true, "evaluation mirror: share alive after 24 months, admitted firms less the rejected firm of the same sector closest in time of decision and money raised before, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", matched<&FollowUp::alive>},
        {"mirror_matched_launched_difference", "1", learning, neither, true, "evaluation mirror: share launched within 24 months, admitted firms less the rejected firm of the same sector closest in time of decision and money raised before, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", matched<&FollowUp::launched>},
        {"mirror_matched_complaints_difference", "count", learning, neither, false, "evaluation mirror: harms detected within 24 months, admitted firms less the rejected firm of the same sector closest in time of decision and money raised before, from the decision on their first application (new firms of the governed jurisdiction, followed to the end)", matched<&FollowUp::complaints>},
        {"programme_estimate", "thousand currency", learning, neither, false, "what the programme itself would find admission to add to the money that a firm raises in 24 months, by evaluation.method; missing without a method", programme_estimate},
    };
}
// clang-format on

}  // namespace leeway
