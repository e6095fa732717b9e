// Collects columns of one kind of entity; the value of each type is put into words here.
#pragma once

#include <array>
#include <cstdlib>
#include <cstring>
#include <type_traits>

#include "core/text.hpp"
#include "world/columns.hpp"

namespace leeway {

/// The words for the values of an enumeration, in their order; empty for other types.
template <class T>
inline constexpr std::array<std::string_view, 0> state_words{};
template <>
inline constexpr std::array<std::string_view, stage_count> state_words<Stage>{
    "ahead",     "declined", "idea",     "applying",   "lab",          "pilot",
    "preparing", "filing",   "approved", "authorised", "unauthorised", "withdrawn"};
template <>
inline constexpr std::array<std::string_view, route_count> state_words<Route>{"authorise", "sandbox", "unauthorised",
                                                                              "relocate",  "wait",    "abandon"};
template <>
inline constexpr std::array<std::string_view, 5> state_words<FirmStatus>{"ahead", "alive", "failed", "relocated",
                                                                         "abandoned"};
template <>
inline constexpr auto state_words<FirmKind> = firm_kind_names;
template <>
inline constexpr std::array<std::string_view, decision_count> state_words<Decision>{
    "never applied", "admitted", "rejected", "held out", "ineligible"};
template <>
inline constexpr std::array<std::string_view, lesson_count> state_words<Lesson>{"authorised", "admitted", "graduated",
                                                                                "caught"};
template <>
inline constexpr std::array<std::string_view, 3> state_words<CaseKind>{"application", "authorisation", "enforcement"};
template <>
inline constexpr std::array<std::string_view, harm_stage_count> state_words<HarmStage>{"lab", "pilot", "authorised",
                                                                                       "unauthorised"};
inline constexpr std::array<std::string_view, feature_count> feature_words{"autonomy", "data sensitivity", "opacity",
                                                                           "novelty"};

/// The word for a value of an enumeration.
template <class T>
std::string in_words(T value) {
    return std::string(state_words<T>[static_cast<std::size_t>(value)]);
}

/// A value of type T, which stands at `bytes`, in words.
template <class T>
std::string word_of(const std::byte* bytes) {
    T value;
    std::memcpy(&value, bytes, sizeof value);
    if constexpr (std::is_enum_v<T>)
        return in_words(value);
    else if constexpr (std::is_same_v<T, bool>)
        return value ? "yes" : "no";
    else if constexpr (std::is_floating_point_v<T>)
        return number_text(static_cast<double>(value));
    else
        return std::is_same_v<T, std::int32_t> && std::abs(static_cast<std::int64_t>(value)) == never
                   ? "never"
                   : std::to_string(value);
}

/// The columns of one entity, or of all entities of a kind.
class ColumnList {
  public:
    /// All services, firms or citizens, numbered by themselves.
    ColumnList(std::vector<Column>& columns, Entity entity, Numbering by)
        : columns_(columns), entity_(entity), by_(by) {}
    /// One sandbox, regulator or jurisdiction, or the world.
    ColumnList(std::vector<Column>& columns, Entity entity, std::size_t owner, std::string place)
        : columns_(columns), entity_(entity), owner_(owner), place_(std::move(place)) {}

    /// `count` values from `first` on, `step` bytes apart.
    template <class T>
    void add(std::string name, const T* first, std::size_t count, std::size_t step, Numbering by) {
        columns_.push_back({entity_, owner_, place_, std::move(name), by, reinterpret_cast<const std::byte*>(first),
                            count, sizeof(T), step, word_of<T>});
    }
    template <class T>
    void add(std::string name, const std::vector<T>& values, Numbering by) {
        add(std::move(name), values.data(), values.size(), sizeof(T), by);
    }
    template <class T>
    void add(std::string name, const std::vector<T>& values) {
        add(std::move(name), values, by_);
    }
    template <class T>
    void add(std::string name, const T& value) {
        add(std::move(name), &value, 1, sizeof(T), Numbering::nothing);
    }

    /// One member of every record of a list; the bytes between members mean nothing and are not compared.
    template <class Record, class T>
    void add(std::string name, const std::vector<Record>& records, T Record::*member, Numbering by) {
        const T* first = records.empty() ? nullptr : &(records.front().*member);
        add(std::move(name), first, records.size(), sizeof(Record), by);
    }

    /// The features of every record of a list.
    template <class Record>
    void add_features(const std::string& prefix, const std::vector<Record>& records, const Features* first) {
        for (std::size_t k = 0; k < feature_count; ++k)
            add(prefix + std::string(feature_words[k]), first ? &(*first)[k] : nullptr, records.size(), sizeof(Record),
                by_);
    }

    /// A record that holds nothing but doubles, under the names of its members in their order.
    template <class Record, std::size_t size>
    void add(const std::string& prefix, const std::array<std::string_view, size>& names, const Record& record) {
        static_assert(sizeof(Record) == size * sizeof(double) && std::is_standard_layout_v<Record>);
        const auto* values = reinterpret_cast<const double*>(&record);
        for (std::size_t i = 0; i < size; ++i) add(prefix + std::string(names[i]), values[i]);
    }

  private:
    std::vector<Column>& columns_;
    Entity entity_;
    std::size_t owner_ = 0;
    std::string place_;
    Numbering by_ = Numbering::nothing;
};

/// Services, firms and citizens.
void list_services(std::vector<Column>& columns, const Products& products);
void list_firms(std::vector<Column>& columns, const Firms& firms);
void list_citizens(std::vector<Column>& columns, const Scenario& scenario, const Citizens& citizens);

/// A jurisdiction with its sandboxes and regulators.
void list_jurisdiction(std::vector<Column>& columns, const Scenario& scenario, const Jurisdiction& here,
                       std::size_t number);

/// What is counted and paid in a jurisdiction.
void list_flows(ColumnList& list, const Counts& counts, const Money& money);

/// What belongs to nobody: the harm ledger, harms not yet noticed, this month's outcomes and sums.
void list_sums(std::vector<Column>& columns, const World& world);

}  // namespace leeway
