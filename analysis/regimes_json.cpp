#include "analysis/regimes_json.hpp"

#include "analysis/csv_cells.hpp"
#include "analysis/json_numbers.hpp"
#include "analysis/regimes_text.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

using nlohmann::json;

json regime_json(const Regime& regime) {
    return {{"firms", regime.firms}, {"regulators", regime.regulators}, {"words", words(regime)}};
}

json effect_json(const std::optional<Interval>& effect) { return effect ? interval_json(*effect) : json(nullptr); }

json moved_json(const RegimeFlip& flip) {
    json list = json::array();
    for (const MovedGap& moved : flip.moved) {
        list.push_back({{"outcome", moved.metric->name},
                        {"before", interval_json(moved.before)},
                        {"after", interval_json(moved.after)},
                        {"shift", interval_json(moved.shift)}});
    }
    return list;
}

json flip_json(const RegimesAnswer& answer, const RegimeRanking& ranking, const RegimeFlip& flip) {
    return {{"first", answer.designs[flip.first]},
            {"second", answer.designs[flip.second]},
            {"ahead_in", regime_json(answer.regimes[flip.ahead_in])},
            {"behind_in", regime_json(answer.regimes[flip.behind_in])},
            {"gap_ahead", interval_json(flip.gap_ahead)},
            {"gap_behind", interval_json(flip.gap_behind)},
            {"shift", interval_json(flip.shift)},
            {"clear", flip.is_clear},
            {"by_firms", effect_json(flip.by_firms)},
            {"by_regulators", effect_json(flip.by_regulators)},
            {"interaction", effect_json(flip.by_both)},
            {"moves_along", moved_json(flip)},
            {"sentence", flip_sentence(answer, ranking, flip)}};
}

json levels_json(const RegimesAnswer& answer, const RegimeRanking& ranking) {
    json regimes = json::array();
    for (std::size_t regime = 0; regime < answer.regimes.size(); ++regime) {
        json designs = json::array();
        for (std::size_t design = 0; design < answer.designs.size(); ++design) {
            const RegimeLevel& level = ranking.levels[regime][design];
            designs.push_back({{"name", answer.designs[design]},
                               {"place", level.place == 0 ? json(nullptr) : json(level.place)},
                               {"level", interval_json(level.mean)}});
        }
        regimes.push_back({{"regime", regime_json(answer.regimes[regime])}, {"designs", designs}});
    }
    return regimes;
}

json ranking_json(const RegimesAnswer& answer, const RegimeRanking& ranking) {
    json flips = json::array();
    bool clear = false;
    for (const RegimeFlip& flip : ranking.flips) {
        flips.push_back(flip_json(answer, ranking, flip));
        clear = clear || flip.is_clear;
    }
    return {{"outcome", ranking.metric->name},
            {"unit", ranking.metric->unit},
            {"flips_clearly", clear},
            {"is_complete", ranking.is_complete},
            {"best_changes", ranking.best_changes},
            {"regimes", levels_json(answer, ranking)},
            {"flips", flips},
            {"sentence", regime_sentence(answer, ranking)}};
}

}  // namespace

json regimes_json(const RegimesAnswer& answer) {
    json rankings = json::array();
    for (const RegimeRanking& ranking : answer.rankings) rankings.push_back(ranking_json(answer, ranking));
    json document = frame_json(answer);
    document["sentence"] = regimes_summary(answer);
    document["rankings"] = rankings;
    return document;
}

std::string regimes_csv(const RegimesAnswer& answer) {
    std::string table = "outcome,unit,firms_adapt,regulators_adapt,design,place,mean,low,high\r\n";
    for (const RegimeRanking& ranking : answer.rankings) {
        for (std::size_t regime = 0; regime < answer.regimes.size(); ++regime) {
            for (std::size_t design = 0; design < answer.designs.size(); ++design) {
                const RegimeLevel& level = ranking.levels[regime][design];
                const std::vector<std::string> cells{text_cell(ranking.metric->name),
                                                     text_cell(ranking.metric->unit),
                                                     answer.regimes[regime].firms ? "1" : "0",
                                                     answer.regimes[regime].regulators ? "1" : "0",
                                                     text_cell(answer.designs[design]),
                                                     level.place == 0 ? "" : std::to_string(level.place),
                                                     number_cell(level.mean.mean),
                                                     number_cell(level.mean.low),
                                                     number_cell(level.mean.high)};
                table += join(cells, ",") + "\r\n";
            }
        }
    }
    return table;
}

}  // namespace leeway
