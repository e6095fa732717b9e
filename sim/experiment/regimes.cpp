#include "experiment/regimes.hpp"

#include <algorithm>

#include "experiment/read_value.hpp"

namespace leeway {
namespace {

/// The values of a list of true and false, each at most once; empty, and one more problem, when it is none.
std::vector<bool> read_regimes(const toml::array& array, const std::string& name, const Place& place,
                               Problems& problems) {
    std::vector<bool> values;
    for (const toml::node& item : array) {
        const auto* flag = item.as_boolean();
        if (flag == nullptr || std::find(values.begin(), values.end(), flag->get()) != values.end()) {
            values.clear();
            break;
        }
        values.push_back(flag->get());
    }
    if (values.empty()) {
        problems.push_back(problem_at(place, name, name + " takes true, false, or the list of both, [true, false]."));
    }
    return values;
}

void take_list(TomlDocument& document, const std::string& key, std::vector<bool>& list, Problems& problems) {
    const HeldValue held = find_value(document, "adaptation", key);
    if (held.node() == nullptr) return;
    list.clear();
    const auto* array = held.node()->as_array();
    if (array == nullptr) return;
    list = read_regimes(*array, "adaptation." + key, document.place(*array), problems);
    held.erase();
}

std::vector<bool> values_of(const std::vector<bool>& list, bool single) {
    return list.empty() ? std::vector<bool>{single} : list;
}

const char* word(bool flag) { return flag ? "true" : "false"; }

std::string list_toml(const std::vector<bool>& list, const std::string& name) {
    if (list.empty()) return "";
    std::string text = name + " = [";
    for (std::size_t i = 0; i < list.size(); ++i) text += std::string(i == 0 ? "" : ", ") + word(list[i]);
    return text + "]\n";
}

}  // namespace

void take_regimes(TomlDocument& document, RegimeLists& lists, Problems& problems) {
    take_list(document, "firms", lists.firms, problems);
    take_list(document, "regulators", lists.regulators, problems);
}

std::vector<Adaptation> regimes_of(const RegimeLists& lists, const Adaptation& model) {
    std::vector<Adaptation> regimes;
    for (const bool firms : values_of(lists.firms, model.firms)) {
        for (const bool regulators : values_of(lists.regulators, model.regulators))
            regimes.push_back({firms, regulators});
    }
    return regimes;
}

std::string regime_label(const std::string& design, const Adaptation& regime) {
    const bool is_swept = design.ends_with(']');
    const std::string start = is_swept ? design.substr(0, design.size() - 1) + "," : design + "[";
    return start + "adaptation.firms=" + word(regime.firms) + ",adaptation.regulators=" + word(regime.regulators) + "]";
}

std::vector<NamedDesign> cross_with_regimes(const std::vector<NamedDesign>& designs,
                                            const std::vector<Adaptation>& regimes) {
    std::vector<NamedDesign> points;
    for (const NamedDesign& design : designs) {
        for (const Adaptation& regime : regimes) {
            NamedDesign point = design;
            point.adaptation = regime;
            if (regimes.size() > 1) point.name = regime_label(design.base, regime);
            points.push_back(std::move(point));
        }
    }
    return points;
}

std::vector<std::size_t> baseline_of_each(std::size_t designs, std::size_t regimes, std::size_t baseline) {
    std::vector<std::size_t> baselines;
    for (std::size_t point = 0; point < designs * regimes; ++point)
        baselines.push_back(baseline * regimes + point % regimes);
    return baselines;
}

std::string regimes_toml(const RegimeLists& lists, const std::string& prefix) {
    return list_toml(lists.firms, prefix + ".adaptation.firms") +
           list_toml(lists.regulators, prefix + ".adaptation.regulators");
}

}  // namespace leeway
