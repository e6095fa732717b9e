// What every section of the report is made from.
#pragma once

#include <string>

#include "analysis/comparison.hpp"
#include "analysis/report_strings.hpp"
#include "analysis/scorecard_file.hpp"
#include "core/results.hpp"

namespace leeway {

/// The results, their comparison (of the same baseline), the language, the command that makes the page again, and what
/// is known of the world's validity.
struct ReportContext {
    const Results& results;
    const Comparison& comparison;
    const ReportStrings& words;
    std::string rebuild;
    const StoredScorecard& scorecard;
};

}  // namespace leeway
