#include "experiment/sweep.hpp"

#include <algorithm>

#include "experiment/read_value.hpp"

namespace leeway {
namespace {

class SweepReader {
  public:
    SweepReader(const TomlDocument& document, Sweep& sweep, Problems& problems)
        : document_(document), sweep_(sweep), problems_(problems) {}

    /// Takes a list of values, or all lists in a table, whose levers start with `name`.
    void take(toml::node& node, const std::string& name) {
        if (auto* table = node.as_table(); table != nullptr && !table->empty()) {
            for (auto&& [key, inner] : *table)
                take(inner, name.empty() ? std::string(key.str()) : name + "." + std::string(key.str()));
            return;
        }
        auto* values = node.as_array();
        if (values == nullptr || values->empty()) return object(node, name);
        put({name, {document_.file, document_.lines, {}}}, std::move(*values));
    }

  private:
    void put(SweptLever lever, toml::array values) {
        lever.document.table.insert("values", std::move(values));
        auto& levers = sweep_.levers;
        const auto at =
            std::lower_bound(levers.begin(), levers.end(), lever.name,
                             [](const SweptLever& one, const std::string& name) { return one.name < name; });
        if (at != levers.end() && at->name == lever.name)
            *at = std::move(lever);
        else
            levers.insert(at, std::move(lever));
    }

    void object(const toml::node& node, const std::string& name) {
        const std::string key = name.empty() ? "vary" : "vary." + name;
        const bool is_empty = node.is_array() || node.is_table();
        const std::string is = is_empty ? "empty" : value_text(node);
        const std::string remedy = name.empty() ? "; write [vary], and below it \"sandbox.places\" = [5, 10, 20]."
                                                : "; it takes a list of values, such as [5, 10, 20].";
        problems_.push_back(problem_at(document_.place(node), key, key + " is " + is + remedy));
    }

    const TomlDocument& document_;
    Sweep& sweep_;
    Problems& problems_;
};

}  // namespace

double Sweep::combinations() const {
    double count = 1;
    for (const SweptLever& lever : levers) count *= static_cast<double>(lever.values().size());
    return count;
}

const toml::node& Sweep::value(std::size_t combination, std::size_t lever) const {
    for (std::size_t faster = levers.size() - 1; faster > lever; --faster)
        combination /= levers[faster].values().size();
    const toml::array& values = levers[lever].values();
    return values[combination % values.size()];
}

void take_sweep(TomlDocument& document, Sweep& sweep, Problems& problems) {
    constexpr std::string_view start = "vary.";
    SweepReader reader(document, sweep, problems);
    std::vector<std::string> taken;
    for (auto&& [key, node] : document.table) {
        const std::string name(key.str());
        if (name != "vary" && !name.starts_with(start)) continue;
        reader.take(node, name == "vary" ? "" : name.substr(start.size()));
        taken.push_back(name);
    }
    for (const std::string& name : taken) document.table.erase(name);
}

}  // namespace leeway
