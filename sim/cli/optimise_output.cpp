#include "cli/optimise_output.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "analysis/csv_cells.hpp"
#include "analysis/json_numbers.hpp"
#include "analysis/layout.hpp"
#include "analysis/numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string with_interval(const Interval& interval, double factor) {
    const int decimals = decimals_for(factor * largest({interval.mean, interval.low, interval.high}), 2);
    const std::string mean = plain_signed(factor * interval.mean, decimals);
    if (!std::isfinite(interval.low)) return mean;
    return fmt::format("{} ({} to {})", mean, plain_signed(factor * interval.low, decimals),
                       plain_signed(factor * interval.high, decimals));
}

std::string shared_text(const Findings& findings) {
    std::vector<std::string> same, differing;
    for (const FoundValues& each : findings.values)
        (each.values.size() == 1 ? same : differing).push_back(each.lever + " = " + join(each.values, " or "));
    std::string text;
    if (!same.empty()) text += wrapped("All of them share " + listed(same) + ".", "* ");
    if (!differing.empty()) text += wrapped("They differ in " + listed(differing) + ".", "* ");
    return text;
}

/// The found designs whose changes may both be none.
std::string doubts_text(const Findings& findings) {
    std::vector<std::string> doubtful;
    for (const FoundDesign& each : findings.designs)
        if (!leaves_zero_out(each.uptake) && !leaves_zero_out(each.harm)) doubtful.push_back(each.name);
    if (doubtful.empty()) return {};
    return wrapped(
        fmt::format("What {} {} may be luck alone: run more worlds or replicates before you prefer {} to the baseline.",
                    listed(doubtful), doubtful.size() == 1 ? "changes" : "change",
                    doubtful.size() == 1 ? "it" : "one of them"),
        "! ");
}

}  // namespace

std::string findings_text(const Plan& plan, const Findings& findings, const fs::path& folder, bool colour) {
    const std::string& baseline = plan.designs[plan.baseline].name;
    std::string text =
        wrapped(fmt::format("{} of {} design points tried; {} looked efficient, and {} of them still {} when "
                            "judged by luck that the search had not seen.",
                            findings.tried, findings.all, findings.promising, findings.designs.size(),
                            findings.designs.size() == 1 ? "does" : "do"),
                "* ");
    if (findings.designs.empty())
        return text + wrapped(fmt::format("None is worth proposing: each has less uptake at no less harm than `{}`, or "
                                          "no more uptake at more harm, or a run that failed.",
                                          baseline),
                              "* ");
    if (findings.designs.size() > 1) text += shared_text(findings);
    std::vector<std::vector<std::string>> rows{{"file", "uptake [points]", "harm", "design"}};
    for (const FoundDesign& each : findings.designs)
        rows.push_back({each.name + ".toml", with_interval(each.uptake, 100), with_interval(each.harm, 1),
                        printable(plan.designs[each.design].name)});
    text += "\n" + aligned(rows, colour) + "\n";
    text += wrapped(
        fmt::format("Changes against `{}`: mean over {} and {} fresh {} each, with the 95 % t interval over worlds. "
                    "Harm: severity-weighted harms per 1,000 citizens a year. More uptake for more harm is a "
                    "trade, which nobody can calculate for you.",
                    baseline, counted(plan.worlds.size(), "world"), plan.experiment.replicates,
                    plan.experiment.replicates == 1 ? "replicate" : "replicates"));
    text += doubts_text(findings);
    if (findings.tried < findings.all)
        text += wrapped("The search tried a part of the designs: others may be as good. More --generations try more.",
                        "! ");
    return text + fmt::format("designs: {}\n", printable(folder.string()));
}

json findings_json(const Plan& plan, const Findings& findings) {
    json designs = json::array(), values = json::object();
    for (const FoundDesign& each : findings.designs)
        designs.push_back({{"name", each.name},
                           {"point", plan.designs[each.design].name},
                           {"uptake", interval_json(each.uptake)},
                           {"harm", interval_json(each.harm)}});
    for (const FoundValues& each : findings.values) values[each.lever] = each.values;
    return {{"baseline", plan.designs[plan.baseline].name},
            {"tried", findings.tried},
            {"points", findings.all},
            {"promising", findings.promising},
            {"designs", designs},
            {"values", values}};
}

std::string findings_csv(const Plan& plan, const Findings& findings) {
    std::string table = "name,point,uptake_difference,uptake_low,uptake_high,harm_difference,harm_low,harm_high\r\n";
    for (const FoundDesign& each : findings.designs) {
        table += text_cell(each.name) + "," + text_cell(plan.designs[each.design].name);
        for (const Interval* interval : {&each.uptake, &each.harm}) {
            for (const double number : {interval->mean, interval->low, interval->high})
                table += "," + number_cell(number);
        }
        table += "\r\n";
    }
    return table;
}

}  // namespace leeway
