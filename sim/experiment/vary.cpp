#include "experiment/vary.hpp"

#include "core/text.hpp"
#include "experiment/dotted_names.hpp"
#include "experiment/read_value.hpp"
#include "experiment/regimes.hpp"
#include "experiment/write_toml.hpp"

namespace leeway {
namespace {

/// A value as a label shows it: words without quotes, those of a list joined by "+".
struct LabelText {
    std::string operator()(const double* number) const { return number_text(*number); }
    std::string operator()(const std::int64_t* whole) const { return std::to_string(*whole); }
    std::string operator()(const bool* flag) const { return *flag ? "true" : "false"; }
    std::string operator()(const std::string* word) const { return *word; }
    std::string operator()(const ChoiceReference& choice) const { return std::string(choice.names[*choice.value]); }
    std::string operator()(const std::vector<std::string>* words) const { return join(*words, "+"); }
    std::string operator()(const std::vector<double>* numbers) const {
        std::vector<std::string> words;
        for (const double number : *numbers) words.push_back(number_text(number));
        return join(words, "+");
    }
};

/// Every design with every combination, the baseline as it is.
DesignPoints sweep_designs(const std::vector<NamedDesign>& designs, std::size_t baseline, const Sweep& sweep) {
    DesignPoints points;
    const auto combinations = static_cast<std::size_t>(sweep.combinations());
    for (std::size_t d = 0; d < designs.size(); ++d) {
        if (d == baseline) points.baseline = points.designs.size();
        const bool varies = !sweep.levers.empty() && is_swept(d, designs.size(), baseline);
        if (d == baseline || !varies) points.designs.push_back(designs[d]);
        Places aside;
        for (std::size_t combination = 0; varies && combination < combinations; ++combination)
            points.designs.push_back(sweep_point(designs[d], sweep, combination, aside));
    }
    return points;
}

}  // namespace

bool is_swept(std::size_t design, std::size_t designs, std::size_t baseline) {
    return design != baseline || designs == 1;
}

std::size_t first_swept(std::size_t designs, std::size_t baseline) { return is_swept(0, designs, baseline) ? 0 : 1; }

std::string label_text(const FieldReference& value) { return std::visit(LabelText(), value); }

FieldReference set_lever(Design& design, const SweptLever& lever, const toml::node& value, Places& places,
                         Problems& problems) {
    const auto fields = find_fields(field_table(design), lever.name);
    for (const FieldEntry& entry : fields) {
        FieldEntry as_written = entry;
        as_written.name = lever.name;
        read_value(as_written, value, {lever.document, problems, places});
        places[entry.name] = lever.document.place(value);
    }
    return fields.front().value;
}

NamedDesign sweep_point(const NamedDesign& named, const Sweep& sweep, std::size_t combination, Places& places) {
    NamedDesign point = named;
    Problems aside;  // values have been checked
    std::vector<std::string> settings;
    for (std::size_t i = 0; i < sweep.levers.size(); ++i) {
        const SweptLever& lever = sweep.levers[i];
        const auto value = set_lever(point.design, lever, sweep.value(combination, i), places, aside);
        settings.push_back(lever.name + "=" + label_text(value));
    }
    point.name = point.base = named.base + "[" + join(settings, ",") + "]";
    return point;
}

DesignPoints design_points(const std::vector<NamedDesign>& designs, std::size_t baseline, const Sweep& sweep,
                           const std::vector<Adaptation>& regimes) {
    const DesignPoints swept = sweep_designs(designs, baseline, sweep);
    return {cross_with_regimes(swept.designs, regimes), swept.baseline * regimes.size(),
            baseline_of_each(swept.designs.size(), regimes.size(), swept.baseline)};
}

std::string sweep_toml(const Layered& layered, const std::string& prefix) {
    std::string text;
    Design scratch = layered.designs[first_swept(layered.designs.size(), layered.baseline)].design;
    for (const SweptLever& lever : layered.sweep.levers) {
        std::string values;
        Places places;
        Problems aside;
        for (const toml::node& value : lever.values())
            values += (values.empty() ? "" : ", ") + value_toml(set_lever(scratch, lever, value, places, aside));
        text += prefix + ".vary." + toml_text(lever.name) + " = [" + values + "]\n";
    }
    return text;
}

}  // namespace leeway
