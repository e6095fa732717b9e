#include "analysis/mirror_json.hpp"

#include "analysis/csv_cells.hpp"
#include "analysis/json_numbers.hpp"
#include "analysis/mirror_text.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

using nlohmann::json;

json estimate_json(const MirrorEstimate& estimate) {
    return {{"method", estimate.method},
            {"found", interval_json(estimate.found)},
            {"error", interval_json(estimate.error)},
            {"selection", interval_json(estimate.selection)},
            {"interference", interval_json(estimate.interference)},
            {"runs", estimate.runs},
            {"pairs", estimate.pairs},
            {"share_with_right_sign", number_or_null(estimate.share_with_sign)}};
}

json effect_json(const MirrorEffect& effect) {
    json estimates = json::array();
    for (const MirrorEstimate& estimate : effect.estimates) estimates.push_back(estimate_json(estimate));
    return {{"effect", effect.name},
            {"unit", effect.unit},
            {"truth", interval_json(effect.truth)},
            {"estimates", estimates},
            {"sentence", effect.estimates.empty() ? json(nullptr) : json(mirror_sentence(effect))}};
}

json design_json(const MirrorDesign& design) {
    json effects = json::array(), totals = json::object();
    for (const MirrorEffect& effect : design.effects) effects.push_back(effect_json(effect));
    for (const ProgrammeTotal& total : design.totals)
        totals[std::string(total.metric->name)] = interval_json(total.change);
    return {{"name", design.name},
            {"baseline", design.baseline},
            {"placebo", design.placebo ? json(*design.placebo) : json(nullptr)},
            {"firms",
             {{"admitted", number_or_null(design.admitted)},
              {"rejected", number_or_null(design.rejected)},
              {"held_out", number_or_null(design.held_out)},
              {"outsiders", number_or_null(design.outsiders)},
              {"admitted_under_placebo", number_or_null(design.admitted_under_placebo)}}},
            {"effects", effects},
            {"programme_total", totals}};
}

std::string line_of(const MirrorDesign& design, const MirrorEffect& effect, const MirrorEstimate& estimate) {
    std::vector<std::string> cells{text_cell(design.name), text_cell(design.placebo.value_or("")),
                                   text_cell(effect.name), text_cell(effect.unit), text_cell(estimate.method)};
    for (const Interval& interval :
         {effect.truth, estimate.found, estimate.error, estimate.selection, estimate.interference}) {
        for (const double number : {interval.mean, interval.low, interval.high}) cells.push_back(number_cell(number));
    }
    cells.push_back(std::to_string(estimate.runs));
    cells.push_back(std::to_string(estimate.pairs));
    cells.push_back(number_cell(estimate.share_with_sign));
    return join(cells, ",") + "\r\n";
}

}  // namespace

json mirror_json(const MirrorAnswer& answer) {
    json designs = json::array();
    for (const MirrorDesign& design : answer.designs) designs.push_back(design_json(design));
    json document = frame_json(answer);
    document["designs"] = designs;
    return document;
}

std::string mirror_csv(const MirrorAnswer& answer) {
    std::string table =
        "design,placebo,effect,unit,method,truth,truth_low,truth_high,found,found_low,found_high,error,error_low,"
        "error_high,selection,selection_low,selection_high,interference,interference_low,interference_high,runs,pairs,"
        "share_with_right_sign\r\n";
    for (const MirrorDesign& design : answer.designs) {
        for (const MirrorEffect& effect : design.effects) {
            for (const MirrorEstimate& estimate : effect.estimates) table += line_of(design, effect, estimate);
        }
    }
    return table;
}

}  // namespace leeway
