#include "cli/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/messages.hpp"
#include "cli/stored.hpp"
#include "core/text.hpp"
#include "experiment/retell.hpp"

namespace leeway {
namespace {

std::optional<std::size_t> find_design(const Results& results, const std::string& name) {
    const auto found = std::find(results.designs.begin(), results.designs.end(), name);
    if (found == results.designs.end()) return std::nullopt;
    return static_cast<std::size_t>(found - results.designs.begin());
}

std::string unknown_design(const Results& results, const std::string& name) {
    return fmt::format("\"{}\" is no design of these results. They hold: {}.{}", name, join(results.designs),
                       suggestion(name, results.designs));
}

std::string outside(const char* what, std::int64_t asked, std::size_t count) {
    return fmt::format("there is no {0} {1}; these results have {2}, counted from 0: choose 0 to {3}", what, asked,
                       count, count - 1);
}

bool is_within(std::int64_t asked, std::size_t count) { return asked >= 0 && asked < static_cast<std::int64_t>(count); }

/// What a phase of the month does, for a reader who meets its name.
std::string_view meaning_of(std::string_view phase) {
    if (phase == "enter")
        return "whether ideas are taken up follows the value of their best route, which the designs change";
    if (phase == "choose_route")
        return "firms weigh their routes to market, whose costs, delays and chances the designs change";
    if (phase == "regulate") return "officers, intakes and gates work by the rules of each design";
    if (phase == "launch")
        return "firms set their mitigation effort by the liability that each design leaves with them";
    if (phase == "adopt") return "citizens meet other services, or other limits on them";
    if (phase == "harm") return "harm follows the provisions, safeguards and supervision in force";
    if (phase == "react") return "victims complain, trust moves, news spreads";
    if (phase == "learn") return "firms and regulators learn from what each design lets them see";
    if (phase == "finance") return "firms pay and earn by the rules of each design";
    return "provisions move as each design lets evidence become rules";
}

nlohmann::json as_json(const Divergence& found) {
    nlohmann::json told{
        {"diverges", true},       {"month", found.month},   {"phase", found.phase},          {"entity", found.entity},
        {"id", found.id},         {"column", found.column}, {"design", found.here},          {"against", found.there},
        {"others", found.others}, {"levers", found.levers}, {"why", meaning_of(found.phase)}};
    if (found.firm) told["firm"] = *found.firm;
    return told;
}

void print_divergence(const Divergence& found, const std::string& design, const std::string& against) {
    fmt::print("`{}` and `{}` first part in month {}, in the phase {}:\n", design, against, found.month, found.phase);
    const std::string whose = found.firm ? fmt::format(" of firm {}", *found.firm) : "";
    fmt::print("  {} {}{}, {}: {} under `{}`, {} under `{}`", found.entity, found.id, whose, found.column, found.here,
               design, found.there, against);
    if (found.others > 0) fmt::print(" (and {} more)", found.others);
    fmt::print("\n  Why: {}.\n", meaning_of(found.phase));
    if (found.levers.empty()) return;
    fmt::print("\nLevers in which they differ:\n");
    for (const std::string& lever : found.levers) fmt::print("  {}\n", lever);
}

int explain_divergence(const Plan& plan, const Results& results, const RunPlace& place, std::size_t against,
                       bool json) {
    const auto found = first_divergence(plan, place, against);
    const std::string &one = results.designs[place.design], &other = results.designs[against];
    if (json)
        print_json(found ? as_json(*found) : nlohmann::json{{"diverges", false}});
    else if (found)
        print_divergence(*found, one, other);
    else
        fmt::print("`{}` and `{}` never part in world {}, replicate {}: they are the same, bit by bit.\n", one, other,
                   place.world, place.replicate);
    return exit_done;
}

int tell(const std::vector<StoryEvent>& story, const std::string& who, const char* remedy, bool json) {
    if (story.empty()) return fail(fmt::format("{} never took part in this run; {}", who, remedy), exit_bad_input);
    if (json) {
        nlohmann::json events = nlohmann::json::array();
        for (const StoryEvent& event : story) events.push_back({{"month", event.month}, {"what", event.what}});
        print_json(events);
        return exit_done;
    }
    fmt::print("The story of {} (months before 0 are the warm-up):\n", who);
    for (const StoryEvent& event : story) fmt::print("  month {:>4}  {}\n", event.month, event.what);
    return exit_done;
}

int answer(const ExplainOptions& options, const Plan& plan, const Results& results, const RunPlace& place,
           std::size_t against) {
    if (options.firm)
        return tell(story_of_firm(plan, place, static_cast<std::uint32_t>(*options.firm)),
                    fmt::format("firm {}", *options.firm),
                    "a firm has the number of its first idea, and ideas that are not taken up found no firm",
                    options.json);
    if (options.citizen)
        return tell(story_of_citizen(plan, place, static_cast<std::uint32_t>(*options.citizen)),
                    fmt::format("citizen {}", *options.citizen), "citizens are numbered from 0 to citizens.count - 1",
                    options.json);
    return explain_divergence(plan, results, place, against, options.json);
}

}  // namespace

int explain_command(const ExplainOptions& options) {
    const auto opened = open_results(options.results);
    if (const auto* problem = std::get_if<std::string>(&opened)) return fail(*problem, exit_bad_input);
    const auto& results = std::get<Results>(opened);
    const std::string& other = options.against.empty() ? results.baseline : options.against;
    const auto design = find_design(results, options.design), against = find_design(results, other);
    if (!design) return fail(unknown_design(results, options.design), exit_bad_input);
    if (!against) return fail(unknown_design(results, other), exit_bad_input);
    if (!is_within(options.world, results.worlds.size()))
        return fail(outside("world", options.world, results.worlds.size()), exit_bad_input);
    if (!is_within(options.replicate, results.replicates.size()))
        return fail(outside("replicate", options.replicate, results.replicates.size()), exit_bad_input);
    Problems problems;
    const auto plan = plan_of_configuration(results.provenance.configuration, problems);
    if (!plan) {
        refuse(problems);
        return fail(
            "the configuration in these results is not one that this version can run; use the version that "
            "made them (their attribute \"source\")",
            exit_bad_input);
    }
    const RunPlace place{*design, static_cast<std::size_t>(options.world), static_cast<std::size_t>(options.replicate)};
    if (!gives_stored_outcomes(*plan, results, place))
        fmt::print(stderr,
                   "leeway: warning: this version gives other outcomes than the stored ones; what follows is "
                   "true of this version, not of the results. Run the experiment again to make both agree.\n");
    return answer(options, *plan, results, place, *against);
}

}  // namespace leeway
