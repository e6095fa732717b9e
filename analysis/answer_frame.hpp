// What answers from stored results have in common: whose they are, how sure they are, and how far they carry.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "analysis/interval.hpp"
#include "core/results.hpp"

namespace leeway {

struct AnswerFrame {
    std::string title, results_hash;
    std::string unit_noun;        ///< of what the intervals speak: "world", "replicate"
    std::string interval_method;  ///< how they were made, in words
    std::vector<std::string> limits;
};

/// The frame of an answer from these results, with the limits of their experiment.
AnswerFrame answer_frame(const Results& results, const MeanEstimator& estimator);

/// The title as the first lines of a text.
std::string opening_text(const AnswerFrame& frame, bool colour);

/// The limits and the hash as its last lines.
std::string closing_text(const AnswerFrame& frame);

/// {"results_hash", "sampling_unit", "interval_method", "confidence", "limits": []}.
nlohmann::json frame_json(const AnswerFrame& frame);

}  // namespace leeway
