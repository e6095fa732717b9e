#include "experiment/later_features.hpp"

#include <algorithm>
#include <array>

namespace leeway {
namespace {

bool is_later_sampling(const toml::node& node) {
    constexpr std::array<std::string_view, 4> words{"grid", "sobol", "morris", "file"};
    const auto* word = node.as_string();
    return word != nullptr && std::find(words.begin(), words.end(), word->get()) != words.end();
}

}  // namespace

void refuse_later_features(TomlDocument& document, Problems& problems) {
    const auto refuse = [&](const std::string& group, const std::string& key, auto applies,
                            const std::string& message) {
        const HeldValue held = find_value(document, group, key);
        if (held.node() == nullptr || !applies(*held.node())) return;
        const std::string name = group.empty() ? key : group + "." + key;
        problems.push_back(problem_at(document.place(*held.node()), name, name + ": " + message));
        held.erase();
    };
    const auto always = [](const toml::node&) { return true; };
    const auto is_table = [](const toml::node& node) { return node.is_table(); };
    refuse("", "vary", always,
           "swept levers are read by a later version; write one design file per point and list them in designs");
    refuse("", "replicates", is_table,
           "the form {until = ...} is read by a later version; give a number of replicates");
    refuse("worlds", "sampling", is_later_sampling,
           "this sampling is not offered by this version; use \"point\" or \"latin-hypercube\"");
}

}  // namespace leeway
