#include "cli/winners.hpp"

#include "analysis/winners.hpp"
#include "analysis/winners_json.hpp"
#include "analysis/winners_text.hpp"
#include "cli/answer.hpp"

namespace leeway {

int winners_command(const WinnersOptions& options) {
    const auto ask = [&](const Results& results) {
        return find_winners(results, {options.baseline, options.same_percent / 100});
    };
    return give_answer<WinnersAnswer>(options, ask, {winners_text, winners_json, winners_csv});
}

}  // namespace leeway
