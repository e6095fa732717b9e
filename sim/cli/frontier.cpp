#include "cli/frontier.hpp"

#include "analysis/frontier.hpp"
#include "analysis/frontier_json.hpp"
#include "analysis/frontier_text.hpp"
#include "cli/answer.hpp"

namespace leeway {

int frontier_command(const FrontierOptions& options) {
    const auto ask = [&](const Results& results) { return find_frontier(results, {options.baseline, options.rates}); };
    return give_answer<FrontierAnswer>(options, ask, {frontier_text, frontier_json, frontier_csv});
}

}  // namespace leeway
