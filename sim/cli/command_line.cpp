#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cli/commands.hpp"
#include "cli/messages.hpp"
#include "cli/shell_words.hpp"
#include "cli/stored.hpp"
#include "cli/version.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

/// The command line as results remember it, and as a shell takes it again.
std::string joined(int count, const char* const* words) {
    std::string line = "leeway";
    for (int i = 1; i < count; ++i) line += " " + shell_word(words[i]);
    return line;
}

/// What is wrong with the first word, if it is no option and no command.
std::optional<std::string> unknown_command(const CLI::App& app, int count, const char* const* words) {
    if (count < 2 || words[1][0] == '-') return std::nullopt;
    std::vector<std::string> known;
    for (const CLI::App* command : app.get_subcommands({})) known.push_back(command->get_name());
    if (std::find(known.begin(), known.end(), words[1]) != known.end()) return std::nullopt;
    return fmt::format("there is no command \"{}\".{} leeway --help lists them.", printable(words[1]),
                       suggestion(words[1], known));
}

}  // namespace

int command_line(int count, const char* const* words) {
    CLI::App app{"Leeway simulates regulatory sandboxes: which design, for whom, at what price."};
    app.set_version_flag("--version", version_text() + ", " + compiler_text());
    app.require_subcommand(1);
    std::vector<Command> commands = experiment_commands(app, joined(count, words));
    for (Command& command : answer_commands(app)) commands.push_back(std::move(command));
    if (const auto mistake = unknown_command(app, count, words)) return fail(*mistake, exit_bad_input);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_done : exit_bad_input;
    }
    const auto typed =
        std::find_if(commands.begin(), commands.end(), [](const Command& command) { return command.line->parsed(); });
    return typed->carry_out();
}

}  // namespace leeway
