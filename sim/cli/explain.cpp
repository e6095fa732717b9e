#include "cli/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <nlohmann/json.hpp>

#include "analysis/numbers.hpp"
#include "cli/messages.hpp"
#include "cli/stored.hpp"
#include "core/text.hpp"
#include "experiment/retell.hpp"

namespace leeway {
namespace {

using Json = nlohmann::json;

/// The runs that are asked about, after all names and numbers have been found in the results.
struct Question {
    const Results& results;
    const Plan& plan;
    RunPlace place;
    std::size_t against;
    bool json, reproduced;

    const std::string& design() const { return results.designs[place.design]; }
    const std::string& other() const { return results.designs[against]; }
};

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
    return fmt::format("there is no {0} {1}; there are {2}, counted from 0: choose 0 to {3}", what, asked, count,
                       count - 1);
}

bool is_within(std::int64_t asked, std::size_t count) { return asked >= 0 && asked < static_cast<std::int64_t>(count); }

/// Why designs part in a phase of the month, for a reader who meets its name.
std::string_view why(std::string_view phase) {
    if (phase == levers_phase) return "a change of levers over time comes into force under one of them";
    if (phase == "enter") return "an idea is taken up by the value of its best route, and the designs change routes";
    if (phase == "choose_route")
        return "firms weigh their routes to market, and the designs change what these cost, how long they take and "
               "what "
               "chances they have";
    if (phase == "regulate") return "officers, intakes and gates work by the rules of each design";
    if (phase == "launch") return "firms set their effort against harm by the liability that each design leaves them";
    if (phase == "adopt") return "citizens meet other services, or other limits on their number";
    if (phase == "harm") return "harm follows the provisions, safeguards and supervision in force";
    if (phase == "react") return "complaints, redress and news follow the safeguards and transparency of each design";
    if (phase == "learn") return "firms and regulators learn from what each design lets them see";
    if (phase == "finance") return "firms pay and earn by the rules of each design";
    return "provisions move as each design lets evidence become rules";
}

/// "8 services, 1 firm".
std::string differing(const Divergence& found) {
    std::vector<std::string> parts;
    for (const auto& [entity, count] : found.differs) {
        if (entity == Entity::world) continue;
        parts.push_back(counted(count, text(entity)));
    }
    return parts.empty() ? "sums over all of them" : listed(parts);
}

Json as_json(const Question& question, const Divergence& found) {
    Json differences = Json::array(), differs = Json::object();
    for (const Difference& each : found.differences)
        differences.push_back({{"column", each.property}, {"design", each.here}, {"against", each.there}});
    for (const auto& [entity, count] : found.differs) differs[std::string(text(entity))] = count;
    const Difference& first = found.differences.front();
    Json told{{"diverges", true},         {"month", found.month},
              {"phase", found.phase},     {"entity", text(found.entity)},
              {"id", found.id},           {"name", found.who},
              {"column", first.property}, {"design", first.here},
              {"against", first.there},   {"differences", differences},
              {"differs", differs},       {"levers", found.levers},
              {"why", why(found.phase)},  {"reproduced", question.reproduced}};
    if (found.firm) told["firm"] = *found.firm;
    return told;
}

void print_divergence(const Question& question, const Divergence& found) {
    constexpr std::size_t most = 6;
    const std::string &one = question.design(), &other = question.other();
    fmt::print("`{}` and `{}` first part in month {}, in the phase {}.\n\n", one, other, found.month, found.phase);
    fmt::print("{}:\n", found.who);
    for (std::size_t i = 0; i < std::min(most, found.differences.size()); ++i) {
        const Difference& each = found.differences[i];
        fmt::print("  {}: {} under `{}`, {} under `{}`\n", each.property, each.here, one, each.there, other);
    }
    if (found.differences.size() > most) fmt::print("  and {} more (--json)\n", found.differences.size() - most);
    fmt::print("\nWhy: {}.\nThat phase changed: {}.\n", why(found.phase), differing(found));
    if (found.levers.empty()) return;
    fmt::print("\nLevers in which they differ:\n");
    for (const std::string& lever : found.levers) fmt::print("  {}\n", lever);
}

int explain_divergence(const Question& question) {
    const auto found = first_divergence(question.plan, question.place, question.against);
    if (question.json)
        print_json(found ? as_json(question, *found) : Json{{"diverges", false}, {"reproduced", question.reproduced}});
    else if (found)
        print_divergence(question, *found);
    else
        fmt::print("`{}` and `{}` never part in world {}, replicate {}: they are the same, bit by bit.\n",
                   question.design(), question.other(), question.place.world, question.place.replicate);
    return exit_done;
}

void print_story(const Question& question, const std::string& who, const Story& story) {
    fmt::print("The story of {} under `{}` in world {}, replicate {} (months before 0 are the warm-up):\n\n", who,
               question.design(), question.place.world, question.place.replicate);
    for (const StoryEvent& event : story.events) fmt::print("  month {:>4}  {}\n", event.month, event.what);
}

int tell(const Question& question, const char* kind, std::int64_t id, const Story& story) {
    if (!is_within(id, story.known)) return fail(outside(kind, id, story.known), exit_bad_input);
    const std::string who = fmt::format("{} {}", kind, id);
    if (story.events.empty())
        return fail(who +
                        " does not exist in this run: firms have the number of their first idea, and this idea is "
                        "another firm's or comes after the last month. `leeway explain` without --firm names a "
                        "firm whose life the designs change",
                    exit_bad_input);
    if (!question.json) return print_story(question, who, story), exit_done;
    Json events = Json::array();
    for (const StoryEvent& event : story.events)
        events.push_back({{"month", event.month}, {"phase", event.phase}, {"what", event.what}});
    print_json({{kind, id}, {"design", question.design()}, {"events", events}, {"reproduced", question.reproduced}});
    return exit_done;
}

/// A number that no entity can have stands for numbers below 0, which a message then refuses.
std::size_t as_index(std::int64_t id) {
    return id < 0 ? std::numeric_limits<std::size_t>::max() : static_cast<std::size_t>(id);
}

int answer(const ExplainOptions& options, const Question& question) {
    if (options.firm)
        return tell(question, "firm", *options.firm,
                    story_of_firm(question.plan, question.place, as_index(*options.firm)));
    if (options.citizen)
        return tell(question, "citizen", *options.citizen,
                    story_of_citizen(question.plan, question.place, as_index(*options.citizen)));
    return explain_divergence(question);
}

int explain_runs(const ExplainOptions& options, const Results& results, const RunPlace& place, std::size_t against) {
    if (results.status[results.run_index(place.design, place.world, place.replicate)] != RunStatus::done)
        return fail(
            "this run is not done in these results, so nothing can be told of it; run the experiment to its end, "
            "or choose another --world or --replicate",
            exit_bad_input);
    Problems problems;
    const auto plan = plan_of_results(results, problems);
    if (!plan) return refuse(problems);
    const bool reproduced = gives_stored_outcomes(*plan, results, place);
    if (!reproduced)
        fmt::print(stderr,
                   "leeway: warning: this version gives other outcomes than the stored ones; what follows is "
                   "true of this version, not of the results. Run the experiment again to make both agree.\n");
    return answer(options, {results, *plan, place, against, options.json, reproduced});
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
    const RunPlace place{*design, static_cast<std::size_t>(options.world), static_cast<std::size_t>(options.replicate)};
    return explain_runs(options, results, place, *against);
}

}  // namespace leeway
