#include "cli/sensitivity.hpp"

#include "analysis/sensitivity_forms.hpp"
#include "cli/answer.hpp"

namespace leeway {
namespace {

std::variant<SensitivityAnswer, std::string> ask_sensitivity(const SensitivityOptions& options,
                                                             const Results& results) {
    auto found = sensitivity(results, {options.metrics, options.baseline});
    if (const auto* problem = std::get_if<std::string>(&found)) return *problem;
    return SensitivityAnswer{std::get<Sensitivity>(std::move(found)), &results};
}

}  // namespace

int sensitivity_command(const SensitivityOptions& options) {
    const auto ask = [&](const Results& results) { return ask_sensitivity(options, results); };
    return give_answer<SensitivityAnswer>(options, ask, {sensitivity_text, sensitivity_json, sensitivity_csv});
}

}  // namespace leeway
