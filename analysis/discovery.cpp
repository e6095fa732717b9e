#include "analysis/discovery.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/contrasts.hpp"
#include "analysis/designs.hpp"
#include "analysis/limits.hpp"
#include "analysis/numbers.hpp"
#include "analysis/world_parameters.hpp"
#include "analysis/worlds.hpp"
#include "analysis/worth.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

constexpr double surely_a_box = 0.05;  // chance below which a box is taken for one
constexpr std::size_t few_failures = 10;

/// What a rule looks at, found in the results.
struct Judgement {
    const OutcomeArray* outcome = nullptr;
    const Metric* metric = nullptr;
    std::size_t design = 0, baseline = 0;
    bool relative = false;
    std::optional<double> above, below;

    bool fails(double value) const { return (above && value > *above) || (below && value < *below); }
};

std::variant<Judgement, std::string> find_rule(const Results& results, const FailureRule& rule) {
    Judgement judgement;
    const auto design = design_named(results, rule.design);
    if (const auto* problem = std::get_if<std::string>(&design)) return *problem;
    const auto outcome = stored_outcome(results, rule.metric);
    if (const auto* problem = std::get_if<std::string>(&outcome)) return *problem;
    const auto baseline = design_named(results, rule.baseline.value_or(results.baseline));
    if (const auto* problem = std::get_if<std::string>(&baseline)) return *problem;
    judgement.design = std::get<std::size_t>(design);
    judgement.outcome = std::get<const OutcomeArray*>(outcome);
    judgement.metric = find_metric(rule.metric);
    judgement.baseline = matching_baseline(results, judgement.design, std::get<std::size_t>(baseline));
    judgement.above = rule.above;
    judgement.below = rule.below;
    judgement.relative = rule.relative;
    if (rule.above || rule.below) return judgement;
    if (judgement.metric->better == Better::neither)
        return fmt::format("Of {} neither more nor less is a failure. Say which is: --above X or --below X.",
                           rule.metric);
    judgement.relative = true;
    (judgement.metric->better == Better::more ? judgement.below : judgement.above) = 0;
    return judgement;
}

std::string words_of(const Results& results, const Judgement& judgement) {
    std::vector<std::string> ends;
    for (const auto& [end, word] : {std::pair(judgement.above, "above"), std::pair(judgement.below, "below")}) {
        if (!end) continue;
        const std::string& baseline = results.designs[judgement.baseline];
        if (judgement.relative && *end == 0)
            ends.push_back(fmt::format("{} that of `{}`", word, baseline));
        else if (judgement.relative)
            ends.push_back(fmt::format("more than {} {} that of `{}`", number_text(std::abs(*end)), word, baseline));
        else
            ends.push_back(fmt::format("{} {}", word, number_text(*end)));
    }
    return fmt::format("{} of `{}` is {}", readable(judgement.metric->name), results.designs[judgement.design],
                       join(ends, " or "));
}

/// The mean over replicates of what the rule looks at.
double value_in(const Results& results, const Judgement& judgement, std::size_t world) {
    std::vector<double> values;
    for (std::size_t r = 0; r < results.replicates.size(); ++r) {
        const double value = run_value(results, *judgement.outcome, judgement.design, world, r);
        const double other =
            judgement.relative ? run_value(results, *judgement.outcome, judgement.baseline, world, r) : 0;
        values.push_back(value - other);
    }
    return finite_mean(values);
}

PrimCases cases_of(const Results& results, const Discovery& discovery) {
    PrimCases cases;
    cases.points.resize(static_cast<Eigen::Index>(discovery.worlds.size()),
                        static_cast<Eigen::Index>(discovery.parameters.size()));
    for (std::size_t i = 0; i < discovery.worlds.size(); ++i) {
        for (std::size_t p = 0; p < discovery.parameters.size(); ++p)
            cases.points(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(p)) =
                parameter_in(results, discovery.worlds[i], discovery.parameters[p]);
        cases.hits.push_back(std::binary_search(discovery.failed.begin(), discovery.failed.end(), discovery.worlds[i]));
    }
    return cases;
}

/// The cases outside a box; `worlds` shrinks with them.
PrimCases left_over(const PrimCases& cases, const ParameterBox& box, std::vector<std::size_t>& worlds) {
    PrimCases left;
    std::vector<Eigen::Index> rows;
    std::vector<std::size_t> still;
    for (std::size_t i = 0; i < cases.hits.size(); ++i) {
        if (box.holds(cases.points, static_cast<Eigen::Index>(i))) continue;
        rows.push_back(static_cast<Eigen::Index>(i));
        left.hits.push_back(cases.hits[i]);
        still.push_back(worlds[i]);
    }
    left.points = cases.points(rows, Eigen::all);
    worlds = std::move(still);
    return left;
}

void find_boxes(const Results& results, const DiscoveryRequest& request, Discovery& discovery) {
    std::vector<std::size_t> worlds = discovery.worlds;
    PrimCases cases = cases_of(results, discovery);
    const auto seed = static_cast<std::uint64_t>(results.provenance.seed);
    while (discovery.boxes.size() < request.most_boxes) {
        const auto hits = std::count(cases.hits.begin(), cases.hits.end(), true);
        if (hits == 0 || static_cast<std::size_t>(hits) == cases.hits.size()) return;
        DiscoveredBox box{find_box(cases, request.prim), 1, {}};
        if (box.found.restrictions.empty()) return;
        box.chance = chance_of_box(cases, request.prim, box.found.score, request.shuffles, seed);
        box.found.coverage = static_cast<double>(box.found.count.hits) / static_cast<double>(discovery.failed.size());
        if (box.chance > surely_a_box && !discovery.boxes.empty()) return;
        for (std::size_t i = 0; i < worlds.size(); ++i)
            if (box.found.box.holds(cases.points, static_cast<Eigen::Index>(i))) box.worlds.push_back(worlds[i]);
        cases = left_over(cases, box.found.box, worlds);
        discovery.boxes.push_back(std::move(box));
        if (discovery.boxes.back().chance > surely_a_box) return;
    }
}

std::string sentence_of(const Results& results, const Discovery& discovery) {
    const std::size_t failed = discovery.failed.size(), all = discovery.worlds.size();
    const std::string often = fmt::format("In {} of {} {}.", failed, counted(all, "world"), discovery.rule_words);
    if (failed == 0 || failed == all)
        return fmt::format(
            "{} It {} everywhere, so no parameter sets worlds apart. The number lies between {:.3g} and "
            "{:.3g}: a threshold between them would.",
            often, failed == 0 ? "holds" : "fails", discovery.least, discovery.most);
    if (discovery.boxes.empty()) return often + " No range of the uncertain parameters sets these worlds apart.";
    const DiscoveredBox& first = discovery.boxes.front();
    const std::string words = box_words(results, discovery, first.found);
    const BoxCount& count = first.found.count;
    if (first.chance > surely_a_box)
        return fmt::format(
            "{} The best box ({}) is no better than what chance finds in {:.0f} % of shuffles: do not "
            "rely on it; run more worlds.",
            often, words, 100 * first.chance);
    return fmt::format("{} It fails in {} of the {} with {}, which are {} of all {} in which it fails.", often,
                       count.hits, counted(count.points, "world"), words, count.hits, failed);
}

std::vector<std::string> limits_of(const Results& results, const Discovery& discovery) {
    std::vector<std::string> limits;
    const std::size_t succeeded = discovery.worlds.size() - discovery.failed.size();
    if (!discovery.boxes.empty() && std::min(discovery.failed.size(), succeeded) < few_failures)
        limits.push_back(
            fmt::format("It fails in {} and holds in {}: boxes from so few worlds are hints, not findings.",
                        counted(discovery.failed.size(), "world"), counted(succeeded, "world")));
    for (std::string& limit : limits_of_the_experiment(results, estimator_for(results)))
        limits.push_back(std::move(limit));
    return limits;
}

std::string end_text(double value) { return fmt::format("{:.3g}", value); }

}  // namespace

std::string box_words(const Results& results, const Discovery& discovery, const FoundBox& box) {
    std::vector<std::string> words;
    for (const Restriction& restriction : box.restrictions) {
        const std::string& name = results.parameters[discovery.parameters[restriction.parameter]];
        if (std::isinf(restriction.low))
            words.push_back(fmt::format("{} up to {}", name, end_text(restriction.high)));
        else if (std::isinf(restriction.high))
            words.push_back(fmt::format("{} from {}", name, end_text(restriction.low)));
        else
            words.push_back(fmt::format("{} {} to {}", name, end_text(restriction.low), end_text(restriction.high)));
    }
    return listed(words);
}

std::variant<Discovery, std::string> discover(const Results& results, const DiscoveryRequest& request) {
    const auto rule = find_rule(results, request.rule);
    if (const auto* problem = std::get_if<std::string>(&rule)) return *problem;
    const auto& judgement = std::get<Judgement>(rule);
    if (judgement.relative && judgement.design == judgement.baseline)
        return fmt::format("`{}` is the baseline and cannot differ from itself. Name another design, or a threshold.",
                           printable(request.rule.design));
    Discovery discovery;
    discovery.metric = judgement.metric;
    discovery.rule_words = words_of(results, judgement);
    for (std::size_t world = 0; world < results.worlds.size(); ++world) {
        const double value = value_in(results, judgement, world);
        if (!std::isfinite(value)) continue;
        discovery.least = discovery.worlds.empty() ? value : std::min(discovery.least, value);
        discovery.most = discovery.worlds.empty() ? value : std::max(discovery.most, value);
        discovery.worlds.push_back(world);
        if (judgement.fails(value)) discovery.failed.push_back(world);
    }
    if (discovery.worlds.size() < 2)
        return "Fewer than two worlds have a value. What is not known shows between worlds: run the experiment with "
               "more of them (worlds.count).";
    discovery.parameters = moving_parameters(results, discovery.worlds);
    if (discovery.parameters.empty())
        return "No uncertain parameter differs between these worlds, so nothing can set them apart.";
    find_boxes(results, request, discovery);
    discovery.sentence = sentence_of(results, discovery);
    discovery.limits = limits_of(results, discovery);
    return discovery;
}

}  // namespace leeway
