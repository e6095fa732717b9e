#include "analysis/winners_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/layout.hpp"
#include "analysis/numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

constexpr std::size_t tables_abreast = 3, longest_unit = 20;

bool fits_heading(const std::string& unit) { return unit.size() <= longest_unit; }

std::string heading(const PartyTable& table) {
    const std::string unit = number_format(*table.metric).difference_unit;
    return readable(table.metric->name) + (!unit.empty() && fits_heading(unit) ? " [" + unit + "]" : "");
}

/// Units too long for a heading: "Units: net benefit in thousand currency per 1,000 people a year."
std::string long_units(const WinnersAnswer& answer) {
    std::vector<std::string> parts;
    if (answer.designs.empty()) return {};
    for (const PartyTable& table : answer.designs.front().tables) {
        const std::string unit = number_format(*table.metric).difference_unit;
        std::string part = readable(table.metric->name) + " in " + unit;
        if (!fits_heading(unit) && std::find(parts.begin(), parts.end(), part) == parts.end())
            parts.push_back(std::move(part));
    }
    return parts.empty() ? "" : wrapped("Units: " + listed(parts) + ".");
}

int decimals_of(const PartyTable& table) {
    double scale = 0;
    for (const PartyChange& party : table.parties) scale = std::max(scale, largest({party.change.mean}));
    return decimals_for(number_format(*table.metric).factor * scale, 2);
}

std::string cell(const PartyTable& table, std::size_t place) {
    const PartyChange& party = table.parties[place];
    return fmt::format("{} {}",
                       plain_signed(number_format(*table.metric).factor * party.change.mean, decimals_of(table)),
                       text(party.verdict));
}

/// Tables of one section beside each other.
std::string abreast(const std::vector<const PartyTable*>& tables, bool colour) {
    std::vector<std::vector<std::string>> rows{{""}};
    for (const PartyTable* table : tables) rows.front().push_back(heading(*table));
    for (std::size_t place = 0; place < tables.front()->parties.size(); ++place) {
        std::vector<std::string> cells{printable(tables.front()->parties[place].party)};
        for (const PartyTable* table : tables) cells.push_back(cell(*table, place));
        rows.push_back(std::move(cells));
    }
    return aligned(rows, colour);
}

std::string section_text(const std::vector<const PartyTable*>& tables, bool colour) {
    std::string text = painted(bold, tables.front()->section, colour) + "\n";
    for (std::size_t begin = 0; begin < tables.size(); begin += tables_abreast) {
        const auto first = tables.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = tables.begin() + static_cast<std::ptrdiff_t>(std::min(begin + tables_abreast, tables.size()));
        text += abreast({first, last}, colour);
    }
    return text + "\n";
}

std::string design_text(const WinnersDesign& design, bool colour) {
    std::string text =
        painted(bold, printable(fmt::format("{} against {}", design.name, design.baseline)), colour) + "\n";
    for (const PartyTable& table : design.tables) {
        if (table.section == "citizens by segment" && !table.sums)
            text += wrapped(printable(winners_sentence(design, table)), "* ");
    }
    text += "\n";
    for (std::size_t begin = 0; begin < design.tables.size();) {
        std::vector<const PartyTable*> section;
        std::size_t end = begin;
        for (; end < design.tables.size() && design.tables[end].section == design.tables[begin].section; ++end)
            section.push_back(&design.tables[end]);
        text += section_text(section, colour);
        begin = end;
    }
    return text;
}

}  // namespace

std::string winners_sentence(const WinnersDesign& design, const PartyTable& table) {
    std::vector<std::string> parts;
    for (const Verdict verdict : {Verdict::better, Verdict::worse, Verdict::more, Verdict::less, Verdict::same,
                                  Verdict::unclear, Verdict::unknown}) {
        std::vector<std::string> names;
        for (const PartyChange& party : table.parties) {
            const bool is_whole = &party == &table.parties.back() && party.party == "all";
            if (party.verdict == verdict && !is_whole) names.push_back(party.party);
        }
        if (!names.empty()) parts.push_back(fmt::format("{} for {}", text(verdict), listed(names)));
    }
    return fmt::format("By {} `{}` is {}.", readable(table.metric->name), design.name, join(parts, "; "));
}

std::string winners_text(const WinnersAnswer& answer, bool colour) {
    std::string text = opening_text(answer, colour);
    text += wrapped("Who is better off, worse off, the same. Every number is a difference from the baseline.") + "\n";
    for (const WinnersDesign& design : answer.designs) text += design_text(design, colour);
    text += long_units(answer) +
            wrapped(fmt::format(
                "\"The same\": the 95 % interval of the mean change ({}) lies within {} % of what the party has "
                "under the baseline (`--same` sets it: a convention, not a finding). Better and worse: it lies "
                "beyond. Not clear: neither. Each verdict is at 95 %, not all of them at once. Shares of {}s that "
                "are better, the same and worse are in --json and "
                "--csv.",
                answer.interval_method, plain_number(100 * answer.same_share, 1), answer.unit_noun));
    return text + closing_text(answer);
}

}  // namespace leeway
