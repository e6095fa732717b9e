#include "analysis/discovery_forms.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/csv_cells.hpp"
#include "analysis/json_numbers.hpp"
#include "analysis/layout.hpp"
#include "analysis/numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

using nlohmann::json;

constexpr std::string_view box_notes =
    "Boxes by patient rule induction (Friedman and Fisher 1999; Bryant and Lempert 2010). Density: share of the box's "
    "worlds "
    "in which the design fails. Coverage: share of all its failures that lie in the box. Quasi-p: how often chance "
    "gives so "
    "dense a box without this restriction; ends of ranges above 0.05 were dropped. The search tries many boxes, so a "
    "small "
    "quasi-p alone proves nothing: trust a box that shuffled worlds hardly ever match. `leeway describe NAME` says "
    "what a "
    "parameter is.";

const std::string& parameter_of(const DiscoveryAnswer& answer, const Restriction& restriction) {
    return answer.results->parameters[answer.discovery.parameters[restriction.parameter]];
}

std::string p_text(double p) { return p < 0.001 ? "< 0.001" : fmt::format("{:.3f}", p); }

std::string end_text(double end, const char* open) {
    return std::isfinite(end) ? fmt::format("{:.4g}", end) : std::string(open);
}

std::string box_text(const DiscoveryAnswer& answer, std::size_t number, bool colour) {
    const DiscoveredBox& box = answer.discovery.boxes[number];
    const FoundBox& found = box.found;
    std::string text = painted(bold, fmt::format("box {}", number + 1), colour) + "\n";
    text += wrapped(
        fmt::format("density {:.0f} %: fails in {} of its {}; coverage {:.0f} % of all failures; chance finds as "
                    "good a box in {:.1f} % of shuffles",
                    100 * found.count.density(), found.count.hits, counted(found.count.points, "world"),
                    100 * found.coverage, 100 * box.chance),
        "  ");
    std::vector<std::vector<std::string>> rows{{"parameter", "from", "to", "unit", "quasi-p"}};
    for (const Restriction& restriction : found.restrictions) {
        const std::size_t parameter = answer.discovery.parameters[restriction.parameter];
        rows.push_back({printable(parameter_of(answer, restriction)), end_text(restriction.low, "lowest"),
                        end_text(restriction.high, "highest"), printable(answer.results->parameter_units[parameter]),
                        p_text(restriction.quasi_p)});
    }
    return text + aligned(rows, colour) + "\n";
}

json end_json(double end) { return number_or_null(end); }

json box_json(const DiscoveryAnswer& answer, const DiscoveredBox& box) {
    json restrictions = json::array(), worlds = json::array();
    for (const Restriction& each : box.found.restrictions)
        restrictions.push_back({{"parameter", parameter_of(answer, each)},
                                {"low", end_json(each.low)},
                                {"high", end_json(each.high)},
                                {"quasi_p", each.quasi_p}});
    for (const std::size_t world : box.worlds) worlds.push_back(answer.results->worlds[world]);
    return {{"restrictions", restrictions},
            {"density", box.found.count.density()},
            {"coverage", box.found.coverage},
            {"worlds_inside", box.found.count.points},
            {"failures_inside", box.found.count.hits},
            {"chance", box.chance},
            {"worlds", worlds}};
}

std::vector<std::string> csv_row(const DiscoveryAnswer& answer, std::size_t world) {
    const Results& results = *answer.results;
    const std::vector<std::size_t>& failed = answer.discovery.failed;
    std::size_t box = 0;
    for (std::size_t i = answer.discovery.boxes.size(); i-- > 0;) {
        const std::vector<std::size_t>& inside = answer.discovery.boxes[i].worlds;
        if (std::binary_search(inside.begin(), inside.end(), world)) box = i + 1;
    }
    std::vector<std::string> cells{std::to_string(results.worlds[world]),
                                   std::binary_search(failed.begin(), failed.end(), world) ? "1" : "0",
                                   std::to_string(box)};
    const std::size_t count = results.parameters.size();
    for (std::size_t p = 0; p < count; ++p) cells.push_back(number_cell(results.world_parameter[world * count + p]));
    return cells;
}

}  // namespace

std::string discovery_text(const DiscoveryAnswer& answer, bool colour) {
    std::string text = wrapped(printable(answer.discovery.sentence), "* ") + "\n";
    for (std::size_t number = 0; number < answer.discovery.boxes.size(); ++number)
        text += box_text(answer, number, colour);
    if (!answer.discovery.boxes.empty()) text += wrapped(box_notes);
    for (const std::string& limit : answer.discovery.limits) text += wrapped(printable(limit), "! ");
    return text + "results hash: " + printable(answer.results->provenance.results_hash) + "\n";
}

json discovery_json(const DiscoveryAnswer& answer) {
    json boxes = json::array(), failed = json::array();
    for (const DiscoveredBox& box : answer.discovery.boxes) boxes.push_back(box_json(answer, box));
    for (const std::size_t world : answer.discovery.failed) failed.push_back(answer.results->worlds[world]);
    return {{"results_hash", answer.results->provenance.results_hash},
            {"metric", answer.discovery.metric->name},
            {"rule", answer.discovery.rule_words},
            {"least", answer.discovery.least},
            {"most", answer.discovery.most},
            {"worlds", answer.discovery.worlds.size()},
            {"failed", failed},
            {"boxes", boxes},
            {"sentence", answer.discovery.sentence},
            {"limits", answer.discovery.limits}};
}

std::string discovery_csv(const DiscoveryAnswer& answer) {
    std::vector<std::string> headings{"world", "fails", "box"};
    for (const std::string& parameter : answer.results->parameters) headings.push_back(text_cell(parameter));
    std::string table = join(headings, ",") + "\r\n";
    for (const std::size_t world : answer.discovery.worlds) table += join(csv_row(answer, world), ",") + "\r\n";
    return table;
}

}  // namespace leeway
