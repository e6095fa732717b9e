#include "analysis/comparison_csv.hpp"

#include <algorithm>
#include <vector>

#include "analysis/csv_cells.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

std::string line_of(const DesignComparison& design, const std::string& baseline, const OutcomeContrast& outcome) {
    const Summary &level = outcome.level, &contrast = outcome.contrast;
    std::vector<std::string> cells{text_cell(design.name), text_cell(baseline), text_cell(outcome.metric->name),
                                   text_cell(outcome.metric->unit), text_cell(text(outcome.metric->axis))};
    for (const double number :
         {level.mean.mean, level.mean.low, level.mean.high, level.p05, level.p50, level.p95, contrast.mean.mean,
          contrast.mean.low, contrast.mean.high, contrast.p05, contrast.p50, contrast.p95, outcome.share_better}) {
        cells.push_back(number_cell(number));
    }
    cells.push_back(std::to_string(contrast.units));
    cells.push_back(std::to_string(outcome.missing_pairs));
    cells.push_back(number_cell(outcome.luck_saving));
    return join(cells, ",") + "\r\n";
}

}  // namespace

std::string_view comparison_csv_header() {
    return "design,baseline,outcome,unit,axis,mean,low,high,p05,p50,p95,contrast,contrast_low,contrast_high,contrast_"
           "p05,"
           "contrast_p50,contrast_p95,share_better,contrast_units,missing_pairs,luck_saving";
}

std::string comparison_csv(const Comparison& comparison) {
    std::string table = std::string(comparison_csv_header()) + "\r\n";
    const auto& shown = comparison.shown;
    for (const DesignComparison& design : comparison.designs) {
        const auto same = std::find_if(comparison.designs.begin(), comparison.designs.end(),
                                       [&](const DesignComparison& other) { return other.design == design.baseline; });
        for (const OutcomeContrast& outcome : design.outcomes) {
            const bool wanted =
                comparison.all_outcomes || std::find(shown.begin(), shown.end(), outcome.metric) != shown.end();
            if (wanted) table += line_of(design, same->name, outcome);
        }
    }
    return table;
}

}  // namespace leeway
