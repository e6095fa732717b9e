#include "cli/json_schema.hpp"

#include <nlohmann/json.hpp>
#include <string>

#include "experiment/layers.hpp"

namespace leeway {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson object_schema() {
    return {{"type", "object"}, {"properties", OrderedJson::object()}, {"additionalProperties", false}};
}

/// The type and the bounds of one kind of field.
struct TypeSchema {
    const Field& field;

    OrderedJson bounded(const char* type) const {
        return {{"type", type}, {"minimum", field.low}, {"maximum", field.high}};
    }
    OrderedJson operator()(const double*) const { return bounded("number"); }
    OrderedJson operator()(const std::int64_t*) const { return bounded("integer"); }
    OrderedJson operator()(const bool*) const { return {{"type", "boolean"}}; }
    OrderedJson operator()(const std::string*) const { return {{"type", "string"}}; }
    OrderedJson operator()(const ChoiceReference& choice) const { return {{"enum", choice.names}}; }
    OrderedJson operator()(const std::vector<double>*) const {
        return {{"type", "array"}, {"items", bounded("number")}};
    }
    OrderedJson operator()(const std::vector<std::string>*) const {
        return {{"type", "array"}, {"items", {{"type", "string"}}}};
    }
};

OrderedJson field_schema(const FieldEntry& entry) {
    OrderedJson schema = std::visit(TypeSchema{entry.field}, entry.value);
    std::string description(entry.field.meaning);
    if (!entry.field.unit.text.empty()) description += " [" + std::string(entry.field.unit.text) + "]";
    if (!entry.field.source.empty()) description += " (" + std::string(entry.field.source) + ")";
    schema["description"] = description;
    return schema;
}

/// The schema that stands at a dotted name below `root`; the tables on the way are made when they are missing.
OrderedJson& schema_at(OrderedJson& root, std::string_view name) {
    OrderedJson* at = &root;
    while (!name.empty()) {
        const std::size_t dot = std::min(name.find('.'), name.size());
        const std::string part(name.substr(0, dot));
        OrderedJson& properties = (*at)["properties"];
        if (!properties.contains(part)) properties[part] = object_schema();
        at = &properties[part];
        name.remove_prefix(std::min(dot + 1, name.size()));
    }
    return *at;
}

OrderedJson table_schema(const FieldTable& table, std::size_t prefix = 0);

/// A list of tables; one that is never empty may also be a single table.
OrderedJson list_schema(const ListEntry& list) {
    const OrderedJson entry = table_schema(list.element(0), list.element_name(0).size() + 1);  // and "."
    OrderedJson array{{"type", "array"}, {"minItems", list.least}, {"maxItems", list.most}, {"items", entry}};
    if (list.may_be_one_table()) return {{"description", list.meaning}, {"anyOf", {array, entry}}};
    array["description"] = list.meaning;
    return array;
}

/// The schema of a table of fields whose names start with `prefix` characters that the file does not repeat.
OrderedJson table_schema(const FieldTable& table, std::size_t prefix) {
    OrderedJson schema = object_schema();
    for (const GroupEntry& group : table.groups)
        schema_at(schema, std::string_view(group.name).substr(prefix))["description"] = group.meaning;
    for (const FieldEntry& entry : table.fields)
        schema_at(schema, std::string_view(entry.name).substr(prefix)) = field_schema(entry);
    for (const ListEntry& list : table.lists) {
        if (list.size() == 0) list.resize(1);
        schema_at(schema, std::string_view(list.name).substr(prefix)) = list_schema(list);
    }
    return schema;
}

OrderedJson scenario_schema() {
    ScenarioFile scenario;
    OrderedJson schema = table_schema(field_table(scenario));
    schema["required"] = {"name"};
    return schema;
}

OrderedJson design_schema() {
    Design design;
    OrderedJson schema = table_schema(field_table(design));
    schema["required"] = {"name"};
    return schema;
}

/// Each regime of adaptation may be a list of both, where a scenario has one value.
void allow_lists_of_regimes(OrderedJson& schema) {
    for (const char* name : {"adaptation.firms", "adaptation.regulators"}) {
        OrderedJson& at = schema_at(schema, name);
        const OrderedJson flag{{"type", "boolean"}};
        const OrderedJson both{{"type", "array"}, {"items", flag}, {"minItems", 1}, {"uniqueItems", true}};
        at = {{"description", at["description"]}, {"anyOf", {flag, both}}};
    }
}

/// `replicates` is a number or the table {until = ...}, whose fields stand below the same name.
void allow_until(OrderedJson& schema) {
    OrderedJson& at = schema_at(schema, "replicates");
    OrderedJson table = object_schema();
    table["properties"] = at["properties"];
    at.erase("properties");
    const OrderedJson number = at;
    at = {{"description", number["description"]}, {"anyOf", {number, table}}};
}

/// Any lever may be swept, by its dotted name or below the tables on the way.
void allow_sweeps(OrderedJson& schema) {
    schema["properties"]["vary"] = {{"type", "object"}, {"description", "swept levers, each with a list of values"}};
}

/// Quoted dotted names with an index, such as "sectors[payments].innovation", may stand beside the others.
OrderedJson experiment_schema() {
    Experiment experiment;
    Model model;
    Design design;
    OrderedJson schema = table_schema(settable(experiment, model, design));
    schema["required"] = {"scenario", "designs"};
    allow_lists_of_regimes(schema);
    allow_until(schema);
    allow_sweeps(schema);
    schema["patternProperties"] = {{"^[a-z_.]+(\\[[A-Za-z0-9._-]+\\])?\\.[a-z_.]+$", OrderedJson::object()}};
    return schema;
}

}  // namespace

nlohmann::ordered_json json_schema(std::string_view kind) {
    constexpr const char* draft = "https://json-schema.org/draft/2020-12/schema";
    OrderedJson schema{{"$schema", draft}};
    if (kind == "scenario") schema.update(scenario_schema());
    if (kind == "design") schema.update(design_schema());
    if (kind == "experiment") schema.update(experiment_schema());
    if (!kind.empty()) return schema;
    schema["anyOf"] = {{{"$ref", "#/$defs/scenario"}}, {{"$ref", "#/$defs/design"}}, {{"$ref", "#/$defs/experiment"}}};
    schema["$defs"] = {
        {"scenario", scenario_schema()}, {"design", design_schema()}, {"experiment", experiment_schema()}};
    return schema;
}

}  // namespace leeway
