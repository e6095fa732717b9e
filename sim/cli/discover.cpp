#include "cli/discover.hpp"

#include "analysis/discovery_forms.hpp"
#include "cli/answer.hpp"

namespace leeway {
namespace {

constexpr std::size_t many_worlds_to_peel = 2000;  // beyond which fewer shuffles keep the answer quick

std::variant<DiscoveryAnswer, std::string> ask_discovery(const DiscoverOptions& options, const Results& results) {
    DiscoveryRequest request;
    request.rule = {options.design, options.metric, options.above, options.below, options.relative, options.baseline};
    request.prim.density = options.density;
    request.most_boxes = options.boxes;
    if (results.worlds.size() > many_worlds_to_peel) request.shuffles = 39;
    auto found = discover(results, request);
    if (const auto* problem = std::get_if<std::string>(&found)) return *problem;
    return DiscoveryAnswer{std::get<Discovery>(std::move(found)), &results};
}

}  // namespace

int discover_command(const DiscoverOptions& options) {
    const auto ask = [&](const Results& results) { return ask_discovery(options, results); };
    return give_answer<DiscoveryAnswer>(options, ask, {discovery_text, discovery_json, discovery_csv});
}

}  // namespace leeway
