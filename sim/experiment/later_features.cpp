#include "experiment/later_features.hpp"

#include <algorithm>
#include <array>

namespace leeway {
namespace {

/// A value inside an experiment: the table that holds it, and its key there.
struct Held {
    toml::table* table;
    std::string key;
    toml::node* node() const { return table->get(key); }
};

/// Finds `group.key` as a nested key, or as the one dotted key that a setting of the command line is.
Held find(TomlDocument& document, const std::string& group, const std::string& key) {
    const std::string dotted = group.empty() ? key : group + "." + key;
    toml::table* inner = group.empty() ? nullptr : document.table[group].as_table();
    if (inner != nullptr && inner->contains(key)) return {inner, key};
    return {&document.table, dotted};
}

bool is_later_sampling(const toml::node& node) {
    constexpr std::array<std::string_view, 4> words{"grid", "sobol", "morris", "file"};
    const auto* word = node.as_string();
    return word != nullptr && std::find(words.begin(), words.end(), word->get()) != words.end();
}

}  // namespace

void refuse_later_features(TomlDocument& document, Problems& problems) {
    const auto refuse = [&](const std::string& group, const std::string& key, auto applies,
                            const std::string& message) {
        const Held held = find(document, group, key);
        if (held.node() == nullptr || !applies(*held.node())) return;
        const std::string name = group.empty() ? key : group + "." + key;
        problems.push_back(problem_at(document.place(*held.node()), name, name + ": " + message));
        held.table->erase(held.key);
    };
    const auto always = [](const toml::node&) { return true; };
    const auto is_table = [](const toml::node& node) { return node.is_table(); };
    const auto is_list = [](const toml::node& node) { return node.is_array(); };
    refuse("", "vary", always,
           "swept levers are read by a later version; write one design file per point and list them in designs");
    refuse("", "replicates", is_table,
           "the form {until = ...} is read by a later version; give a number of replicates");
    refuse("worlds", "sampling", is_later_sampling,
           "this sampling is not offered by this version; use \"point\" or \"latin-hypercube\"");
    const std::string one_regime =
        "a list of regimes is read by a later version; give true or false, and run one experiment per regime";
    refuse("adaptation", "firms", is_list, one_regime);
    refuse("adaptation", "regulators", is_list, one_regime);
}

}  // namespace leeway
