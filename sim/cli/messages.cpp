#include "cli/messages.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "core/text.hpp"

namespace leeway {

int refuse(const Problems& problems) {
    fmt::print(stderr, "{}", text(problems));
    if (problems.size() > 1) fmt::print(stderr, "{} problems; nothing was run\n", problems.size());
    return exit_bad_input;
}

nlohmann::json problems_json(const Problems& problems) {
    auto list = nlohmann::json::array();
    for (const Problem& problem : problems) {
        list.push_back({{"file", problem.file},
                        {"line", problem.line},
                        {"column", problem.column},
                        {"key", problem.key},
                        {"message", printable(problem.message)}});
    }
    return list;
}

void print_json(const nlohmann::json& document) {
    fmt::print("{}\n", document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

bool is_colourful() {
    const char* plain = std::getenv("NO_COLOR");
    return (plain == nullptr || *plain == '\0') && isatty(STDOUT_FILENO) != 0;
}

}  // namespace leeway
