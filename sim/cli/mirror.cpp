#include "cli/mirror.hpp"

#include "analysis/mirror.hpp"
#include "analysis/mirror_json.hpp"
#include "analysis/mirror_text.hpp"
#include "cli/answer.hpp"

namespace leeway {

int mirror_command(const AnswerOptions& options) {
    const auto ask = [&](const Results& results) { return hold_up_mirror(results, options.baseline); };
    return give_answer<MirrorAnswer>(options, ask, {mirror_text, mirror_json, mirror_csv});
}

}  // namespace leeway
