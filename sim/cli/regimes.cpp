#include "cli/regimes.hpp"

#include "analysis/regimes.hpp"
#include "analysis/regimes_json.hpp"
#include "analysis/regimes_text.hpp"
#include "cli/answer.hpp"

namespace leeway {

int regimes_command(const RegimesOptions& options) {
    const auto ask = [&](const Results& results) { return find_regime_flips(results, options.metrics); };
    return give_answer<RegimesAnswer>(options, ask, {regimes_text, regimes_json, regimes_csv});
}

}  // namespace leeway
