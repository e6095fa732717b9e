#include "experiment/lever_columns.hpp"

#include <algorithm>
#include <optional>
#include <variant>

#include "core/text.hpp"

namespace leeway {
namespace {

using LeverValue = std::variant<double, std::int8_t, std::string>;

struct ReadLever {
    LeverValue operator()(const double* number) const { return *number; }
    LeverValue operator()(const std::int64_t* number) const { return static_cast<double>(*number); }
    LeverValue operator()(const bool* flag) const { return static_cast<std::int8_t>(*flag); }
    LeverValue operator()(const std::string* text) const { return *text; }
    LeverValue operator()(const ChoiceReference& choice) const { return std::string(choice.names[*choice.value]); }
    LeverValue operator()(const std::vector<std::string>* words) const { return join(*words); }
    LeverValue operator()(const std::vector<double>*) const { return std::string(); }
};

LeverValue value_of(const FieldEntry& entry) { return std::visit(ReadLever(), entry.value); }

/// What stands where there is no single value.
struct MissingLike {
    LeverValue operator()(double) const { return missing_value; }
    LeverValue operator()(std::int8_t) const { return std::int8_t{-1}; }
    LeverValue operator()(const std::string&) const { return std::string(); }
};

/// The value that all sandboxes share; of words that differ, all of them.
LeverValue common_value(const std::vector<LeverValue>& values) {
    const bool agree = std::all_of(values.begin(), values.end(), [&](const auto& v) { return v == values.front(); });
    if (agree) return values.front();
    if (!std::holds_alternative<std::string>(values.front())) return std::visit(MissingLike(), values.front());
    std::vector<std::string> words;
    for (const LeverValue& value : values) words.push_back(std::get<std::string>(value));
    return join(words, " / ");
}

class ColumnBuilder {
  public:
    explicit ColumnBuilder(std::vector<Design>& designs) : designs_(designs) {}

    std::vector<LeverColumn> build() {
        add_shared_sandbox_levers();
        add_other_levers();
        for (const std::string& name : names_of_several_sandboxes()) add_sandbox(name);
        add_changes();
        return std::move(columns_);
    }

  private:
    void add_column(const std::string& name, const Field& field, const std::vector<LeverValue>& values) {
        LeverColumn column{name, std::string(field.unit.text), std::string(field.meaning), {}};
        std::visit(
            [&](const auto& first) {
                using Value = std::decay_t<decltype(first)>;
                std::vector<Value> typed;
                for (const LeverValue& value : values) typed.push_back(std::get<Value>(value));
                column.values = std::move(typed);
            },
            values.front());
        columns_.push_back(std::move(column));
    }

    void add_shared_sandbox_levers() {
        SandboxLevers any;
        for (const FieldEntry& lever : field_table(any, "sandbox").fields) {
            if (lever.name == "sandbox.name") continue;
            std::vector<LeverValue> values;
            for (Design& design : designs_) values.push_back(common_value(values_in(design, lever.field.name)));
            add_column(lever.name, lever.field, values);
        }
    }

    static std::vector<LeverValue> values_in(Design& design, std::string_view lever) {
        std::vector<LeverValue> values;
        for (SandboxLevers& sandbox : design.sandbox) values.push_back(*value_in(sandbox, lever));
        return values;
    }

    static std::optional<LeverValue> value_in(SandboxLevers& sandbox, std::string_view lever) {
        for (const FieldEntry& entry : field_table(sandbox).fields) {
            if (entry.field.name == lever) return value_of(entry);
        }
        return std::nullopt;
    }

    /// Name, description and source of a design are no levers.
    void add_other_levers() {
        std::vector<FieldTable> tables;
        for (Design& design : designs_) tables.push_back(field_table(design));
        for (std::size_t lever = 0; lever < tables.front().fields.size(); ++lever) {
            const FieldEntry& entry = tables.front().fields[lever];
            if (entry.name.find('.') == std::string::npos) continue;
            std::vector<LeverValue> values;
            for (const FieldTable& table : tables) values.push_back(value_of(table.fields[lever]));
            add_column(entry.name, entry.field, values);
        }
    }

    std::vector<std::string> names_of_several_sandboxes() const {
        std::vector<std::string> names;
        for (const Design& design : designs_) {
            if (design.sandbox.size() < 2) continue;
            for (const SandboxLevers& sandbox : design.sandbox) {
                if (std::find(names.begin(), names.end(), sandbox.name) == names.end()) names.push_back(sandbox.name);
            }
        }
        return names;
    }

    void add_sandbox(const std::string& name) {
        SandboxLevers any;
        for (const FieldEntry& lever : field_table(any, "sandbox[" + name + "]").fields) {
            if (lever.field.name == "name") continue;
            std::vector<LeverValue> values;
            for (Design& design : designs_) values.push_back(value_in_sandbox(design, name, lever));
            add_column(lever.name, lever.field, values);
        }
    }

    static LeverValue value_in_sandbox(Design& design, const std::string& name, const FieldEntry& lever) {
        for (SandboxLevers& sandbox : design.sandbox) {
            const bool is_named = design.sandbox.size() > 1 && sandbox.name == name;
            if (is_named) return *value_in(sandbox, lever.field.name);
        }
        return std::visit(MissingLike(), value_of(lever));
    }

    void add_changes() {
        std::vector<LeverValue> values;
        for (const Design& design : designs_) values.emplace_back(text_of(design.changes));
        add_column("changes", {"changes", Unit::none, 0, 0, "design", "levers over time"}, values);
    }

    static std::string text_of(const std::vector<Change>& changes) {
        std::vector<std::string> lines;
        for (const Change& change : changes) lines.push_back(text_of(change));
        return join(lines, "; ");
    }

    static std::string text_of(const Change& change) {
        std::string text = change.lever + " = " + (change.word.empty() ? number_text(change.value) : change.word);
        if (change.when != Condition::date) {
            const auto condition = choice_names<Condition>[static_cast<std::size_t>(change.when)];
            text += " when " + std::string(condition) + " " + number_text(change.threshold);
        }
        text += " from month " + std::to_string(change.month);
        return change.lasts == 0 ? text : text + " for " + std::to_string(change.lasts) + " months";
    }

    std::vector<Design>& designs_;
    std::vector<LeverColumn> columns_;
};

}  // namespace

std::vector<LeverColumn> lever_columns(std::vector<Design> designs) { return ColumnBuilder(designs).build(); }

}  // namespace leeway
