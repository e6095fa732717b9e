#include "cli/value_of_information.hpp"

#include "analysis/information_forms.hpp"
#include "cli/answer.hpp"

namespace leeway {
namespace {

constexpr std::size_t many_worlds_to_smooth = 2000;  // beyond which fewer shuffles keep the answer quick

std::variant<InformationAnswer, std::string> ask_information(const InformationOptions& options,
                                                             const Results& results) {
    auto worth = worth_request(options, results);
    if (const auto* problem = std::get_if<std::string>(&worth)) return *problem;
    InformationRequest request{std::get<WorthRequest>(std::move(worth)), options.findings};
    if (results.worlds.size() > many_worlds_to_smooth) request.shuffles = 19;
    auto value = value_of_information(results, request);
    if (const auto* problem = std::get_if<std::string>(&value)) return *problem;
    return InformationAnswer{std::get<InformationValue>(std::move(value)), &results};
}

}  // namespace

int value_of_information_command(const InformationOptions& options) {
    const auto ask = [&](const Results& results) { return ask_information(options, results); };
    return give_answer<InformationAnswer>(options, ask, {information_text, information_json, information_csv});
}

}  // namespace leeway
