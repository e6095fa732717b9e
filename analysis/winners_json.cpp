#include "analysis/winners_json.hpp"

#include "analysis/csv_cells.hpp"
#include "analysis/json_numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

using nlohmann::json;

json party_json(const PartyChange& party) {
    return {{"party", party.party},
            {"level", interval_json(party.level)},
            {"change", interval_json(party.change)},
            {"zone", number_or_null(party.zone)},
            {"share_better", number_or_null(party.better)},
            {"share_same", number_or_null(party.same)},
            {"share_worse", number_or_null(party.worse)},
            {"verdict", text(party.verdict)}};
}

json table_json(const PartyTable& table) {
    json parties = json::array();
    for (const PartyChange& party : table.parties) parties.push_back(party_json(party));
    return {{"section", table.section},
            {"outcome", table.metric->name},
            {"unit", table.metric->unit},
            {"parts_sum_to_all", table.sums},
            {"largest_mismatch", table.sums ? json(table.mismatch) : json(nullptr)},
            {"parties", parties}};
}

std::string line_of(const WinnersDesign& design, const PartyTable& table, const PartyChange& party) {
    std::vector<std::string> cells{text_cell(design.name),        text_cell(design.baseline),
                                   text_cell(table.section),      text_cell(party.party),
                                   text_cell(table.metric->name), text_cell(table.metric->unit)};
    for (const double number : {party.level.mean, party.change.mean, party.change.low, party.change.high, party.zone,
                                party.better, party.same, party.worse})
        cells.push_back(number_cell(number));
    cells.emplace_back(text(party.verdict));
    return join(cells, ",") + "\r\n";
}

}  // namespace

json winners_json(const WinnersAnswer& answer) {
    json designs = json::array();
    for (const WinnersDesign& design : answer.designs) {
        json tables = json::array();
        for (const PartyTable& table : design.tables) tables.push_back(table_json(table));
        designs.push_back({{"name", design.name}, {"baseline", design.baseline}, {"tables", tables}});
    }
    json document = frame_json(answer);
    document["same_share"] = answer.same_share;
    document["designs"] = designs;
    return document;
}

std::string winners_csv(const WinnersAnswer& answer) {
    std::string table =
        "design,baseline,section,party,outcome,unit,baseline_level,change,low,high,zone,share_better,share_same,"
        "share_worse,verdict\r\n";
    for (const WinnersDesign& design : answer.designs) {
        for (const PartyTable& parties : design.tables) {
            for (const PartyChange& party : parties.parties) table += line_of(design, parties, party);
        }
    }
    return table;
}

}  // namespace leeway
