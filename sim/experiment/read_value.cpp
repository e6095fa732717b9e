#include "experiment/read_value.hpp"

#include <algorithm>
#include <cmath>

#include "core/text.hpp"
#include "experiment/write_toml.hpp"

namespace leeway {
namespace {

std::string range_text(const Field& field) {
    return "[" + number_text(field.low) + ", " + number_text(field.high) + "]";
}

std::string noun(const Field& field) {
    if (field.unit.text == Unit::share.text) return "a share";
    if (field.unit.text == Unit::probability.text) return "a probability";
    return "the value";
}

bool in_range(double number, const Field& field) { return number >= field.low && number <= field.high; }

/// Reads one field; each overload of `read` takes the kind of value that the field holds.
class ValueReader {
  public:
    ValueReader(const FieldEntry& entry, const toml::node& node, const Reading& reading)
        : entry_(entry), node_(node), reading_(reading) {}

    void operator()(double* target) const {
        if (const auto number = number_in_range(node_, entry_.name)) *target = *number;
    }

    void operator()(std::int64_t* target) const {
        const auto* whole = node_.as_integer();
        if (whole == nullptr) return expected(node_, "a whole number in " + range_text(entry_.field));
        if (!in_range(static_cast<double>(whole->get()), entry_.field)) return out_of_range(node_, entry_.name);
        *target = whole->get();
    }

    void operator()(bool* target) const {
        if (const auto* flag = node_.as_boolean())
            *target = flag->get();
        else
            expected(node_, "true or false");
    }

    void operator()(std::string* target) const {
        if (const auto* words = node_.as_string())
            *target = words->get();
        else
            expected(node_, "text in quotes");
    }

    void operator()(const ChoiceReference& target) const {
        const auto* word = node_.as_string();
        const std::string words = join(target.names);
        if (word == nullptr) return expected(node_, "one of the words " + words);
        const auto found = std::find(target.names.begin(), target.names.end(), word->get());
        if (found != target.names.end()) {
            *target.value = static_cast<std::uint8_t>(found - target.names.begin());
            return;
        }
        const std::vector<std::string> candidates(target.names.begin(), target.names.end());
        object(node_, entry_.name + " is " + value_text(node_) + "; it is one of " + words + "." +
                          suggestion(word->get(), candidates));
    }

    void operator()(std::vector<double>* target) const {
        const auto* array = node_.as_array();
        if (array == nullptr) return expected(node_, "a list of numbers such as [1, 2]");
        target->clear();
        for (std::size_t i = 0; i < array->size(); ++i) {
            const std::string name = entry_.name + "[" + std::to_string(i) + "]";
            if (const auto number = number_in_range((*array)[i], name)) target->push_back(*number);
        }
    }

    void operator()(std::vector<std::string>* target) const {
        const auto* array = node_.as_array();
        if (array == nullptr) return expected(node_, "a list of texts such as [\"a\", \"b\"]");
        target->clear();
        for (std::size_t i = 0; i < array->size(); ++i) {
            const toml::node& item = (*array)[i];
            reading_.places[entry_.name + "[" + std::to_string(i) + "]"] = reading_.document.place(item);
            if (const auto* words = item.as_string())
                target->push_back(words->get());
            else
                expected(item, "text in quotes as each entry");
        }
    }

  private:
    std::optional<double> number_in_range(const toml::node& node, const std::string& name) const {
        const auto number = node.is_number() ? node.value<double>() : std::nullopt;
        if (!number || !std::isfinite(*number)) {
            expected(node, "a finite number in " + range_text(entry_.field));
            return std::nullopt;
        }
        if (in_range(*number, entry_.field)) return number;
        out_of_range(node, name);
        return std::nullopt;
    }

    void object(const toml::node& node, std::string message) const {
        if (!entry_.field.meaning.empty()) message += " Meaning: " + std::string(entry_.field.meaning) + ".";
        reading_.problems.push_back(problem_at(reading_.document.place(node), entry_.name, std::move(message)));
    }

    void expected(const toml::node& node, const std::string& what) const {
        object(node, entry_.name + " is " + value_text(node) + "; it takes " + what + ".");
    }

    void out_of_range(const toml::node& node, const std::string& name) const {
        object(node, name + " is " + value_text(node) + "; " + noun(entry_.field) + " lies in " +
                         range_text(entry_.field) + ".");
    }

    const FieldEntry& entry_;
    const toml::node& node_;
    const Reading& reading_;
};

}  // namespace

std::string value_text(const toml::node& node) {
    if (const auto* words = node.as_string()) {
        constexpr std::size_t longest = 60;
        const std::string& all = words->get();
        return "\"" + (all.size() <= longest ? all : all.substr(0, longest) + "...") + "\"";
    }
    if (const auto* whole = node.as_integer()) return std::to_string(whole->get());
    if (const auto* number = node.as_floating_point()) {
        double copy = number->get();
        return value_toml(&copy);
    }
    if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
    if (node.is_array()) return "a list";
    if (node.is_table()) return "a table";
    return "a date or time";
}

void read_value(const FieldEntry& entry, const toml::node& node, const Reading& reading) {
    reading.places[entry.name] = reading.document.place(node);
    std::visit(ValueReader(entry, node, reading), entry.value);
}

}  // namespace leeway
