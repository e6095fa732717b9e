#include "cli/compare.hpp"

#include "analysis/comparison.hpp"
#include "analysis/comparison_csv.hpp"
#include "analysis/comparison_json.hpp"
#include "analysis/comparison_text.hpp"
#include "cli/answer.hpp"

namespace leeway {

int compare_command(const CompareOptions& options) {
    const auto ask = [&](const Results& results) { return compare(results, {options.baseline, options.metrics}); };
    return give_answer<Comparison>(options, ask, {comparison_text, comparison_json, comparison_csv});
}

}  // namespace leeway
