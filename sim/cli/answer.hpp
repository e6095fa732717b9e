// What every command that answers from stored results has in common: read, ask, write the table, print text or JSON.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>

#include "cli/answer_options.hpp"
#include "cli/messages.hpp"
#include "cli/stored.hpp"

namespace leeway {

/// How an answer is put: as text for people, for programs, and as a table whose first line says whose it is.
template <class Answer>
struct AnswerForms {
    std::string (*text)(const Answer& answer, bool colour);
    nlohmann::json (*json)(const Answer& answer);
    std::string (*csv)(const Answer& answer);
};

/// Reads the results, asks `ask(results)` (an answer, or why there is none) and puts the answer in the forms that were
/// asked for. Returns the exit code: 0 done, 2 bad input, 3 could not write.
template <class Answer, class Ask>
int give_answer(const AnswerOptions& options, const Ask& ask, const AnswerForms<Answer>& forms) {
    const auto results = open_results(options.results);
    if (const auto* problem = std::get_if<std::string>(&results)) return fail(*problem, exit_bad_input);
    const std::variant<Answer, std::string> given = ask(std::get<Results>(results));
    if (const auto* problem = std::get_if<std::string>(&given)) return fail(*problem, exit_bad_input);
    const Answer& answer = std::get<Answer>(given);
    if (options.csv) {
        const int code = write_table(forms.csv(answer), *options.csv);
        if (code != exit_done) return code;
    }
    if (options.json) {
        print_json(forms.json(answer));
    } else {
        fmt::print("{}", forms.text(answer, is_colourful()));
    }
    return exit_done;
}

}  // namespace leeway
