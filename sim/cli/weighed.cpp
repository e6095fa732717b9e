#include "cli/weighed.hpp"

#include "core/problems.hpp"
#include "experiment/retell.hpp"

namespace leeway {

std::variant<WorthRequest, std::string> worth_request(const WeighOptions& options, const Results& results) {
    WorthRequest request{options.metric, {}, options.baseline, options.designs};
    if (!options.value_of_harm) return request;
    Problems problems;
    const auto plan = plan_of_results(results, problems);
    if (!plan)
        return "The value of a harm with which net_benefit was stored cannot be read, so it cannot be replaced: " +
               problems.front().message;
    request.harm_value = HarmValue{*options.value_of_harm, plan->model.scenario.liability.harm_value};
    return request;
}

}  // namespace leeway
