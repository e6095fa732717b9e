// Everything that has a name: settings of an experiment, parameters of the model, levers of a design, rules and
// outcomes. `describe`, the dictionary in docs and the JSON Schema are written from this one list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace leeway {

/// What a reader must know of one name. Fields that do not apply to a kind are empty.
struct CatalogueEntry {
    std::string kind;  ///< setting, parameter, lever, rule, group or metric
    std::string name;
    std::string type;  ///< number, whole number, true or false, text, word, list of numbers, list of texts
    std::string unit;
    std::string range;  ///< "[0, 1]" or the words of a choice
    std::string value;  ///< the default, as TOML
    std::string source;
    std::string meaning;
};

/// Every entry; settings, then parameters, levers, rules, groups, metrics.
std::vector<CatalogueEntry> catalogue();

/// The entry of that name, or else the entries whose names lie under it ("citizens" for all of its parameters). The
/// entries of lists are found with and without their "[]": "sandbox.places".
std::vector<CatalogueEntry> matching(const std::vector<CatalogueEntry>& all, std::string_view name);

/// The name as users type it for every entry of a list: without "[]".
std::string without_brackets(std::string name);

}  // namespace leeway
