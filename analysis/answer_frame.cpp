#include "analysis/answer_frame.hpp"

#include <nlohmann/json.hpp>

#include "analysis/layout.hpp"
#include "analysis/limits.hpp"
#include "analysis/worlds.hpp"
#include "core/text.hpp"

namespace leeway {

AnswerFrame answer_frame(const Results& results, const MeanEstimator& estimator) {
    return {results.provenance.title, results.provenance.results_hash, unit_noun(results),
            interval_words(results, estimator), limits_of_the_experiment(results, estimator)};
}

std::string opening_text(const AnswerFrame& frame, bool colour) {
    return frame.title.empty() ? "" : wrapped(painted(bold, printable(frame.title), colour));
}

std::string closing_text(const AnswerFrame& frame) {
    std::string text;
    for (const std::string& limit : frame.limits) text += wrapped(printable(limit), "! ");
    return text + "results hash: " + printable(frame.results_hash) + "\n";
}

nlohmann::json frame_json(const AnswerFrame& frame) {
    return {{"results_hash", frame.results_hash},
            {"sampling_unit", frame.unit_noun},
            {"interval_method", frame.interval_method},
            {"confidence", confidence},
            {"limits", frame.limits}};
}

}  // namespace leeway
