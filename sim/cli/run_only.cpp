#include "cli/run_only.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/messages.hpp"
#include "cli/shell_words.hpp"
#include "cli/stored.hpp"
#include "core/text.hpp"
#include "experiment/assemble_results.hpp"
#include "experiment/runner.hpp"

namespace leeway {
namespace {

struct Place {
    std::size_t design, world, replicate;
};

/// The number after the last colon, which is cut off.
std::optional<std::size_t> cut_number(std::string_view& text) {
    const std::size_t colon = text.rfind(':');
    if (colon == text.npos) return std::nullopt;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    text = text.substr(0, colon);
    return number;
}

std::optional<Place> place_of(std::string_view text, const Results& frame) {
    const auto replicate = cut_number(text);
    const auto world = cut_number(text);
    const auto design = std::find(frame.designs.begin(), frame.designs.end(), text);
    if (!replicate || !world || design == frame.designs.end()) return std::nullopt;
    if (*replicate >= frame.replicates.size() || *world >= frame.worlds.size()) return std::nullopt;
    return Place{static_cast<std::size_t>(design - frame.designs.begin()), *world, *replicate};
}

int report(const FinishedRun& run, const Results& frame) {
    if (run.status == RunStatus::failed) return fail("the run failed: " + run.failure, exit_run_failed);
    for (std::size_t i = 0; i < frame.outcomes.size(); ++i)
        fmt::print("{} {}\n", frame.outcomes[i].name, number_text(run.numbers[i]));
    return exit_done;
}

}  // namespace

int run_only(const Plan& plan, const RunOptions& options) {
    const Results frame = results_without_runs(plan);
    const auto place = place_of(*options.only, frame);
    if (!place) {
        return fail(
            fmt::format("--only {}: there is no such run; name one as DESIGN:WORLD:REPLICATE, with a design of {} "
                        "and numbers below {} and {}",
                        *options.only, join(frame.designs), frame.worlds.size(), frame.replicates.size()),
            exit_bad_input);
    }
    std::vector<FinishedRun> runs;
    RunControl control;
    control.is_wanted = [wanted = frame.run_index(place->design, place->world, place->replicate)](std::size_t run) {
        return run == wanted;
    };
    control.on_finished = [&](FinishedRun run) { runs.push_back(std::move(run)); };
    run_plan(plan, frame, control);
    return report(runs.front(), frame);
}

std::string command_for_only(const RunOptions& options, const std::string& design, std::size_t world,
                             std::size_t replicate) {
    std::string command = "leeway run " + shell_word(options.experiment.string());
    for (const std::string& setting : options.settings) command += " --set " + shell_word(setting);
    if (options.seed) command += fmt::format(" --seed {}", *options.seed);
    if (options.replicates) command += fmt::format(" --replicates {}", *options.replicates);
    return command + " --only " + shell_word(fmt::format("{}:{}:{}", design, world, replicate));
}

}  // namespace leeway
