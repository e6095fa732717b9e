#include "experiment/until.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/best_design.hpp"
#include "analysis/fixed_width.hpp"
#include "core/text.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {
namespace {

/// Looks once, after a complete round.
class Look {
  public:
    Look(const Plan& plan, std::int64_t done, const RunValue& value)
        : plan_(plan),
          until_(plan.experiment.until),
          done_(done),
          means_(means_over_worlds(value, plan.designs.size(), plan.worlds.size(), static_cast<std::size_t>(done))) {}

    RoundPlan judge() {
        const bool is_known = until_.best ? judge_best_design() : judge_half_widths();
        const bool is_last = is_known || done_ >= until_.max;
        round_.replicates = is_last ? done_ : std::min(done_ + until_.round, until_.max);
        if (is_last) round_.expected = done_;
        round_.precision += left_out_text();
        return std::move(round_);
    }

  private:
    bool judge_half_widths() {
        const auto first = static_cast<std::size_t>(until_.round);
        const WidthAnswer answer =
            judge_width(means_, plan_.baseline_of, {until_.half_width, until_.confidence, first});
        round_.half_width = answer.half_widths;
        expect(answer.replicates_needed);
        double widest = 0;
        for (const double width : answer.half_widths) widest = std::isnan(width) ? widest : std::max(widest, width);
        round_.precision = fmt::format(
            "contrasts of {} are known within {:.3g} (asked: {:.3g}) with confidence {}, as "
            "means over {}, after {} replicates",
            until_.metric, widest, until_.half_width, until_.confidence, worlds_text(), done_);
        if (!answer.reached && done_ >= until_.max)
            round_.precision += fmt::format(", the most; about {:.0f} would be needed", answer.replicates_needed);
        return answer.reached;
    }

    /// The best of each regime, the allowed error shared among regimes.
    bool judge_best_design() {
        const auto groups = regimes();
        const double error = (1 - until_.probability) / static_cast<double>(groups.size());
        const bool more = find_metric(until_.metric)->better == Better::more;
        const BestGoal goal{until_.indifference, 1 - error, static_cast<std::size_t>(until_.round), more};
        round_.is_best.assign(plan_.designs.size(), 0);
        bool all_decided = true;
        double most = 0;
        std::vector<std::string> sentences;
        for (const auto& group : groups) {
            const BestAnswer answer = judge_best(means_, group, goal);
            if (answer.decided) round_.is_best[answer.best] = 1;
            all_decided = all_decided && answer.decided;
            most = std::max(most, answer.most_replicates);
            sentences.push_back(best_text(answer));
        }
        expect(most);
        round_.precision = fmt::format("{}; as means over {}, after {} replicates{}", join(sentences, "; "),
                                       worlds_text(), done_, all_decided || done_ < until_.max ? "" : ", the most");
        return all_decided;
    }

    /// The design points of each regime of adaptation.
    std::vector<std::vector<std::size_t>> regimes() const {
        std::vector<std::vector<std::size_t>> groups;
        for (std::size_t baseline = 0; baseline < plan_.designs.size(); ++baseline) {
            std::vector<std::size_t> group;
            for (std::size_t design = 0; design < plan_.designs.size(); ++design) {
                if (plan_.baseline_of[design] == baseline) group.push_back(design);
            }
            if (!group.empty()) groups.push_back(std::move(group));
        }
        return groups;
    }

    std::string best_text(const BestAnswer& answer) const {
        const std::string& best = plan_.designs[answer.best].name;
        if (answer.decided)
            return fmt::format("{} is best by {} (named with probability {} if it leads by {:.3g} or more)", best,
                               until_.metric, until_.probability, until_.indifference);
        std::vector<std::string> names;
        for (const std::size_t design : answer.contenders) names.push_back(plan_.designs[design].name);
        return fmt::format("the best by {} is open among {} (differences of {:.3g} or more count); {} leads",
                           until_.metric, join(names), until_.indifference, best);
    }

    std::string worlds_text() const {
        return plan_.worlds.size() == 1 ? "this world" : fmt::format("these {} worlds", plan_.worlds.size());
    }

    std::string left_out_text() const {
        if (means_.left_out == 0) return "";
        return fmt::format("; {} of {} pairs of a world and a replicate are left out, because a design has no value",
                           means_.left_out, plan_.worlds.size() * static_cast<std::size_t>(done_));
    }

    void expect(double replicates) {
        const auto most = static_cast<double>(until_.max), least = static_cast<double>(done_);
        round_.expected = static_cast<std::int64_t>(std::clamp(replicates, least, most));
    }

    const Plan& plan_;
    const Until& until_;
    std::int64_t done_;
    ReplicateMeans means_;
    RoundPlan round_;
};

}  // namespace

RoundPlan next_replicates(const Plan& plan, std::int64_t done, const RunValue& value) {
    const Until& until = plan.experiment.until;
    RoundPlan first;
    first.expected = plan.experiment.replicates;
    first.replicates = until.is_asked() ? until.round : plan.experiment.replicates;
    const bool looks = until.is_asked() && done > 0;
    return looks ? Look(plan, done, value).judge() : first;
}

void note_precision(const RoundPlan& last, Results& results) {
    results.precision = last.precision;
    results.half_width = last.half_width;
    results.is_best = last.is_best;
}

std::string why_no_shards(const Plan& plan) {
    if (!plan.experiment.until.is_asked()) return "";
    return "--shard does not go with replicates = {until = ...}: whether another round is needed can only be said "
           "after "
           "all runs of the last one. Give a number, such as --replicates 40, or run without --shard.";
}

}  // namespace leeway
