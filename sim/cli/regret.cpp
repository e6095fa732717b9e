#include "cli/regret.hpp"

#include <charconv>
#include <cmath>

#include "analysis/regret_forms.hpp"
#include "cli/answer.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

/// Adds METRIC=VALUE to the limits, or says why it is none.
std::optional<std::string> add_limits(const std::vector<std::string>& typed, bool at_least,
                                      std::vector<Limit>& limits) {
    for (const std::string& text : typed) {
        const std::size_t equal = text.find('=');
        double bound = missing_value;
        const char* end = text.data() + text.size();
        const bool has_value = equal != std::string::npos;
        const bool is_number = has_value && std::from_chars(text.data() + equal + 1, end, bound).ptr == end;
        if (!is_number || !std::isfinite(bound))
            return fmt::format("\"{}\" is no limit: write METRIC=VALUE, such as uptake=0.2.", printable(text));
        limits.push_back({text.substr(0, equal), bound, at_least});
    }
    return std::nullopt;
}

std::variant<RegretAnswer, std::string> ask_regret(const RegretOptions& options, const Results& results) {
    RegretRequest request;
    request.tail = options.tail;
    for (const bool at_least : {true, false}) {
        const auto problem = add_limits(at_least ? options.at_least : options.at_most, at_least, request.limits);
        if (problem) return *problem;
    }
    auto worth = worth_request(options, results);
    if (const auto* problem = std::get_if<std::string>(&worth)) return *problem;
    request.worth = std::get<WorthRequest>(std::move(worth));
    auto table = regret_table(results, request);
    if (const auto* problem = std::get_if<std::string>(&table)) return *problem;
    return RegretAnswer{std::get<RegretTable>(std::move(table)), &results, options.worlds};
}

}  // namespace

int regret_command(const RegretOptions& options) {
    const auto ask = [&](const Results& results) { return ask_regret(options, results); };
    return give_answer<RegretAnswer>(options, ask, {regret_text, regret_json, regret_csv});
}

}  // namespace leeway
