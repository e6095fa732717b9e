#include "bench/table.hpp"

#include <fmt/format.h>

#include <utility>

namespace leeway::bench {
namespace {

std::string in_words(const std::optional<Bar>& bar, const std::string& unit) {
    return bar ? fmt::format("{} {:.3g} {}", bar->at_least ? "≥" : "≤", bar->value, unit) : "";
}

std::string in_words(const std::optional<bool>& reached) { return !reached ? "" : *reached ? "yes" : "no"; }

}  // namespace

std::optional<bool> Row::reached() const {
    if (!bar) return {};
    return bar->at_least ? measured >= bar->value : measured <= bar->value;
}

void Table::add(std::string work, std::string quantity, double measured, std::string unit, std::optional<Bar> bar) {
    rows.push_back({std::move(work), std::move(quantity), measured, std::move(unit), bar});
}

std::string Table::text(const Origin& origin) const {
    std::string text = fmt::format("{}, {}\n{}, {} cores, {:.0f} GiB, {}\n\n", origin.version, origin.compiler,
                                   origin.processor, origin.cores, origin.memory_gib, origin.date);
    const auto line = [&](auto&&... cells) { text += fmt::format("{:<32}{:<44}{:>20}{:>18}  {}\n", cells...); };
    line("work", "quantity", "measured", "bar", "reached");
    for (const Row& row : rows)
        line(row.work, row.quantity, fmt::format("{:.3g} {}", row.measured, row.unit), in_words(row.bar, row.unit),
             in_words(row.reached()));
    return text;
}

nlohmann::ordered_json Table::json(const Origin& origin) const {
    nlohmann::ordered_json document;
    document["origin"] = {{"version", origin.version},       {"compiler", origin.compiler},
                          {"processor", origin.processor},   {"cores", origin.cores},
                          {"memory_gib", origin.memory_gib}, {"date", origin.date}};
    document["rows"] = nlohmann::ordered_json::array();
    for (const Row& row : rows) {
        nlohmann::ordered_json entry = {
            {"work", row.work}, {"quantity", row.quantity}, {"measured", row.measured}, {"unit", row.unit}};
        if (row.bar) entry["bar"] = {{row.bar->at_least ? "at_least" : "at_most", row.bar->value}};
        if (row.bar) entry["reached"] = *row.reached();
        document["rows"].push_back(entry);
    }
    return document;
}

}  // namespace leeway::bench
