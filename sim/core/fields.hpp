// The one shape: a plain struct lists its fields with unit, range, source and meaning, and everything
// else (reading TOML, bounds, `describe`, the dictionary, HDF5 attributes, sweepable names) follows from that list.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace leeway {

/// A unit as it is written into files; no unit may read as a duration in days or seconds to a netCDF reader.
struct Unit {
    std::string_view text;

    static const Unit none, share, count, person, per_million_people, month, per_month, per_year, money, money_thousand,
        money_per_month, money_per_user_month, officer_hours, officer_hours_per_month, harm_per_user_month, user_month,
        ratio, log_rate, probability, harm_per_1000_user_months, severity_per_1000_people_years;
};
inline constexpr Unit Unit::none{""};
inline constexpr Unit Unit::share{"1"};
inline constexpr Unit Unit::count{"count"};
inline constexpr Unit Unit::person{"person"};
inline constexpr Unit Unit::per_million_people{"per million people"};
inline constexpr Unit Unit::month{"month"};
inline constexpr Unit Unit::per_month{"per month"};
inline constexpr Unit Unit::per_year{"per year"};
inline constexpr Unit Unit::money{"currency"};
inline constexpr Unit Unit::money_thousand{"thousand currency"};
inline constexpr Unit Unit::money_per_month{"thousand currency per month"};
inline constexpr Unit Unit::money_per_user_month{"currency per user-month"};
inline constexpr Unit Unit::officer_hours{"officer hours"};
inline constexpr Unit Unit::officer_hours_per_month{"officer hours per month"};
inline constexpr Unit Unit::harm_per_user_month{"harm per user-month"};
inline constexpr Unit Unit::user_month{"user-month"};
inline constexpr Unit Unit::ratio{"ratio"};
inline constexpr Unit Unit::log_rate{"log rate"};
inline constexpr Unit Unit::probability{"probability"};
inline constexpr Unit Unit::harm_per_1000_user_months{"harm per 1000 user-months"};
inline constexpr Unit Unit::severity_per_1000_people_years{"severity per 1000 people-years"};

/// What a reader must know of one field. `low` and `high` bound numbers (and the entries of number lists), ends
/// included.
struct Field {
    std::string_view name;
    Unit unit;
    double low;
    double high;
    std::string_view source;
    std::string_view meaning;
};

/// The words by which an enumeration is written in files, in the order of its values; specialised beside each
/// enumeration.
template <class Choice>
inline constexpr std::array<std::string_view, 0> choice_names{};

template <class T>
concept ChoiceType = std::is_enum_v<T> && std::is_same_v<std::underlying_type_t<T>, std::uint8_t>;

/// A field that holds one of a few words.
struct ChoiceReference {
    std::uint8_t* value;
    std::span<const std::string_view> names;
};

using FieldReference = std::variant<double*, std::int64_t*, bool*, std::string*, ChoiceReference, std::vector<double>*,
                                    std::vector<std::string>*>;

/// One field of an object, under its dotted name.
struct FieldEntry {
    std::string name;
    Field field;
    FieldReference value;
};

struct FieldTable;

/// A list of structs (an array of tables in TOML).
struct ListEntry {
    std::string name;
    std::string_view meaning;
    std::size_t least, most;
    std::function<std::size_t()> size;
    std::function<void(std::size_t)> resize;
    std::function<FieldTable(std::size_t, const std::string&)> element_under;

    /// The name of the i-th entry, such as "sectors[2]".
    std::string element_name(std::size_t index) const { return name + "[" + std::to_string(index) + "]"; }
    /// The fields of the i-th entry, under its name.
    FieldTable element(std::size_t index) const;
    /// Whether a single table may stand for a list of one: the list is never empty.
    bool may_be_one_table() const { return least == 1; }
};

/// A named group of fields (a table in TOML).
struct GroupEntry {
    std::string name;
    std::string_view meaning;
};

/// Every field of an object, flat, in the order of its visitor.
struct FieldTable {
    std::vector<FieldEntry> fields;
    std::vector<ListEntry> lists;
    std::vector<GroupEntry> groups;
};

inline FieldTable ListEntry::element(std::size_t index) const { return element_under(index, element_name(index)); }

template <class T>
FieldTable field_table(T& object, const std::string& prefix = {});

/// The visitor that fills a FieldTable: the only template between a struct and everything that reads its fields.
class FieldCollector {
  public:
    FieldCollector(FieldTable& table, std::string prefix) : table_(table), prefix_(std::move(prefix)) {}

    template <class T>
    void operator()(T& value, const Field& field) {
        if constexpr (ChoiceType<T>) {
            add(field, ChoiceReference{reinterpret_cast<std::uint8_t*>(&value), choice_names<T>});
        } else {
            add(field, &value);
        }
    }

    /// A nested struct: its fields stand under `name`.
    template <class Group>
    void operator()(Group& group, std::string_view name, std::string_view meaning) {
        table_.groups.push_back({path(name), meaning});
        FieldCollector inner(table_, path(name));
        group.fields(inner);
    }

    /// A list of structs with between `least` and `most` entries.
    template <class Item>
    void operator()(std::vector<Item>& list, std::string_view name, std::size_t least, std::size_t most,
                    std::string_view meaning) {
        table_.lists.push_back(
            {path(name), meaning, least, most, [&list] { return list.size(); },
             [&list](std::size_t size) { list.resize(size); },
             [&list](std::size_t index, const std::string& entry) { return field_table(list[index], entry); }});
    }

  private:
    std::string path(std::string_view name) const {
        return prefix_.empty() ? std::string(name) : prefix_ + "." + std::string(name);
    }
    void add(const Field& field, FieldReference value) { table_.fields.push_back({path(field.name), field, value}); }

    FieldTable& table_;
    std::string prefix_;
};

/// Lists the fields of `object` under `prefix`; the table refers to the object, which must outlive it.
template <class T>
FieldTable field_table(T& object, const std::string& prefix) {
    FieldTable table;
    FieldCollector collector(table, prefix);
    object.fields(collector);
    return table;
}

/// Something wrong with a configuration as a whole, said of the field `key`.
struct Complaint {
    std::string key;
    std::string message;
};

}  // namespace leeway
