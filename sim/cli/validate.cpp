#include "cli/validate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/messages.hpp"
#include "cli/progress.hpp"
#include "cli/scorecard_output.hpp"
#include "cli/stored.hpp"
#include "core/text.hpp"
#include "experiment/locations.hpp"
#include "experiment/validity/closed_forms.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/known_gaps.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

constexpr const char* reference_scenario = "uk-fintech";

bool is_wanted(const ValidateOptions& options, const std::string& id) {
    return options.rows.empty() || std::find(options.rows.begin(), options.rows.end(), id) != options.rows.end();
}

/// The rows that are asked for; the first id that no row has is a problem.
template <class Item>
std::vector<Item> wanted(const ValidateOptions& options, const std::vector<Item>& all) {
    std::vector<Item> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                 [&](const Item& item) { return is_wanted(options, item.id); });
    return some;
}

std::optional<std::string> unknown_row(const ValidateOptions& options) {
    std::vector<std::string> known;
    for (const Fact& fact : all_facts()) known.push_back(fact.id);
    for (const ClosedForm& form : closed_forms()) known.push_back(form.id);
    for (const std::string& id : options.rows) {
        if (std::find(known.begin(), known.end(), id) == known.end())
            return fmt::format("\"{}\" is no row of the scorecard. It has: {}.{}", id, join(known),
                               suggestion(id, known));
    }
    return std::nullopt;
}

/// Why there is nothing to score: a scenario that is not there, or rows without a mechanism to switch off.
std::optional<std::string> nothing_to_score(const ValidateOptions& options) {
    const Locations locations = find_locations(".");
    if (!options.scenario.empty() && !find_scenario(locations, options.scenario, "."))
        return unknown_scenario(locations, options.scenario);
    if (options.off && wanted(options, all_facts()).empty())
        return "a closed form has no mechanism that could be switched off; leave --off out.";
    return std::nullopt;
}

/// A scenario, in worlds of its priors or, with a file, in those.
struct Subject {
    std::string scenario;
    fs::path worlds{};
};

std::string text(const Subject& subject) {
    return subject.scenario + (subject.worlds.empty() ? "" : ", " + subject.worlds.filename().string());
}

/// Every scenario that ships, and the worlds that its calibration kept.
std::vector<Subject> all_subjects() {
    std::vector<Subject> all;
    for (const NamedFile& file : scenarios(find_locations("."))) {
        all.push_back({file.name});
        const fs::path kept = file.path.parent_path() / "ensemble.csv";
        std::error_code ignored;
        if (fs::exists(kept, ignored)) all.push_back({file.name, kept});
    }
    return all;
}

std::vector<Subject> subjects(const ValidateOptions& options) {
    const bool all = options.markdown && options.scenario.empty() && options.worlds.empty();
    if (all) return all_subjects();
    return {{options.scenario.empty() ? reference_scenario : options.scenario, options.worlds}};
}

std::optional<Scorecard> score(const ValidateOptions& options, const Subject& subject,
                               const std::vector<ScoreRow>& forms, Problems& problems) {
    const std::string& scenario = subject.scenario;
    TrialSize size;
    if (options.replicates > 0) size.replicates = options.replicates;
    if (!subject.worlds.empty()) size.worlds = worlds_of_trials(scenario, subject.worlds, problems);
    if (!problems.empty()) return std::nullopt;
    const std::vector<Fact> facts = wanted(options, all_facts());
    const KnownGaps known = read_known_gaps(scenario, all_facts(), problems);
    size.settings = known.settings;
    Progress progress(static_cast<std::size_t>(size.replicates), Progress::style_of(options.progress, false));
    auto rows =
        score_facts(scenario, facts, size, options.off, problems, [&](std::size_t done) { progress.update(done); });
    progress.finish();
    if (!rows || !problems.empty()) return std::nullopt;
    explain_rows(*rows, known);
    rows->insert(rows->end(), forms.begin(), forms.end());
    const std::string worlds = subject.worlds.filename().string();
    return Scorecard{scenario,    worlds,    join(known.settings), size.replicates,
                     size.months, size.seed, options.off,          std::move(*rows)};
}

void print(const ValidateOptions& options, const std::vector<Scorecard>& cards) {
    if (options.json)
        print_json(scorecard_json(cards.front()));
    else if (options.markdown)
        fmt::print("{}", scorecard_markdown(cards));
    else
        fmt::print("{}", scorecard_text(cards.front(), is_colourful()));
}

int score_all(const ValidateOptions& options) {
    std::vector<ScoreRow> forms;
    if (!options.off) {
        for (const ClosedForm& form : wanted(options, closed_forms())) forms.push_back(judge(form));
    }
    std::vector<Scorecard> cards;
    const std::vector<Subject> all = subjects(options);
    for (const Subject& subject : all) {
        if (all.size() > 1 && options.progress != "none")
            fmt::print(stderr, "{} ({} of {})\n", text(subject), cards.size() + 1, all.size());
        Problems problems;
        auto card = score(options, subject, forms, problems);
        if (!card) return refuse(problems);
        cards.push_back(std::move(*card));
    }
    print(options, cards);
    const bool failed =
        std::any_of(cards.begin(), cards.end(), [](const Scorecard& card) { return has_failed(card.rows); });
    return failed && !options.off ? exit_run_failed : exit_done;
}

}  // namespace

int validate_command(const ValidateOptions& options) {
    if (const auto problem = unknown_row(options)) return fail(*problem, exit_bad_input);
    if (const auto problem = nothing_to_score(options)) return fail(*problem, exit_bad_input);
    try {
        return score_all(options);
    } catch (const std::exception& problem) {
        return fail(fmt::format("a run of the scorecard failed: {}", problem.what()), exit_run_failed);
    }
}

}  // namespace leeway
