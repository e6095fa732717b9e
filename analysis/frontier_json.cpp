#include "analysis/frontier_json.hpp"

#include <cmath>

#include "analysis/csv_cells.hpp"
#include "analysis/frontier_text.hpp"
#include "analysis/json_numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

using nlohmann::json;

std::string_view word(Standing standing) {
    switch (standing) {
        case Standing::efficient:
            return "efficient";
        case Standing::extendedly_dominated:
            return "extendedly dominated";
        case Standing::dominated:
            return "dominated";
    }
    return "";
}

json numbers(const std::vector<double>& values) {
    json list = json::array();
    for (const double value : values) list.push_back(number_or_null(value));
    return list;
}

json design_json(const FrontierGroup& group, const FrontierDesign& design) {
    json by = json::array();
    for (const std::size_t other : design.dominated_by) by.push_back(group.designs[other].name);
    return {
        {"name", design.name},
        {"uptake_percent", interval_json(design.uptake)},
        {"harm_per_1000_citizen_years", interval_json(design.harm)},
        {"uptake_added_points", interval_json(design.uptake_added)},
        {"harm_added", interval_json(design.harm_added)},
        {"standing", word(design.standing)},
        {"dominated_by", by},
        {"dominated_share", number_or_null(design.dominated_share)},
        {"cloud", {{"uptake_added_points", numbers(design.uptake_cloud)}, {"harm_added", numbers(design.harm_cloud)}}}};
}

json curve_json(const FrontierGroup& group) {
    json curve = json::array();
    for (const AcceptabilityRow& row : group.curve) {
        json probability = json::object();
        for (std::size_t place = 0; place < row.probability.size(); ++place)
            probability[group.designs[place].name] = row.probability[place];
        curve.push_back({{"rate", number_or_null(row.rate)},
                         {"probability", probability},
                         {"preferred_on_average", group.designs[row.on_average].name}});
    }
    return curve;
}

json frontier_of(const FrontierGroup& group) {
    json frontier = json::array();
    for (std::size_t i = 0; i < group.frontier.designs.size(); ++i) {
        frontier.push_back({{"design", group.designs[group.frontier.designs[i]].name},
                            {"from_rate", i == 0 ? 0.0 : group.frontier.rates[i - 1]}});
    }
    return frontier;
}

json dominance_json(const FrontierGroup& group) {
    json shares = json::object();
    for (std::size_t a = 0; group.units > 1 && a < group.dominance.size(); ++a) {
        for (std::size_t b = 0; b < group.dominance.size(); ++b) {
            if (a != b) shares[group.designs[a].name][group.designs[b].name] = group.dominance[a][b];
        }
    }
    return shares;
}

json group_json(const FrontierAnswer& answer, const FrontierGroup& group) {
    json designs = json::array();
    for (const FrontierDesign& design : group.designs) designs.push_back(design_json(group, design));
    return {{"baseline", group.baseline},
            {"units", group.units},
            {"left_out", group.left_out},
            {"designs", designs},
            {"frontier", frontier_of(group)},
            {"dominance", dominance_json(group)},
            {"curve", curve_json(group)},
            {"sentences", group.units > 0 ? frontier_sentences(group, answer.unit_noun) : std::vector<std::string>()}};
}

std::string curve_line(const FrontierGroup& group, const AcceptabilityRow& row, std::size_t place) {
    const double share = row.probability.empty() ? missing_value : row.probability[place];
    const Interval interval = share_interval(share, group.units);
    const std::string rate = std::isinf(row.rate) ? "inf" : number_cell(row.rate);
    const std::vector<std::string> cells{text_cell(group.baseline),
                                         rate,
                                         text_cell(group.designs[place].name),
                                         number_cell(interval.mean),
                                         number_cell(interval.low),
                                         number_cell(interval.high),
                                         row.on_average == place ? "1" : "0"};
    return join(cells, ",") + "\r\n";
}

}  // namespace

json frontier_json(const FrontierAnswer& answer) {
    json groups = json::array();
    for (const FrontierGroup& group : answer.groups) groups.push_back(group_json(answer, group));
    json document = frame_json(answer);
    document["rate_unit"] =
        "severity-weighted harms per 1000 citizen-years for one percentage point of uptake; null: only uptake counts";
    document["groups"] = groups;
    return document;
}

std::string frontier_csv(const FrontierAnswer& answer) {
    std::string table = "baseline,rate,design,probability,probability_low,probability_high,preferred_on_average\r\n";
    for (const FrontierGroup& group : answer.groups) {
        for (const AcceptabilityRow& row : group.curve) {
            for (std::size_t place = 0; place < group.designs.size(); ++place) table += curve_line(group, row, place);
        }
    }
    return table;
}

}  // namespace leeway
