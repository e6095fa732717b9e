// One function lists what is kept; a writer and a reader take it in the same order.
#include "store/frame_bytes.hpp"

#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#include "core/finished_run.hpp"
#include "store/results_layout.hpp"

namespace leeway {
namespace {

template <class Value>
concept Number = std::is_arithmetic_v<Value>;

class Writer {
  public:
    template <Number Value>
    void take(const Value& number) {
        const auto* place = reinterpret_cast<const std::byte*>(&number);
        bytes.insert(bytes.end(), place, place + sizeof number);
    }
    void take(const std::string& text) {
        take(std::uint64_t{text.size()});
        const auto* place = reinterpret_cast<const std::byte*>(text.data());
        bytes.insert(bytes.end(), place, place + text.size());
    }
    template <class Value, class Take>
    void take_list(const std::vector<Value>& list, Take&& take_entry) {
        take(std::uint64_t{list.size()});
        for (const Value& value : list) take_entry(value);
    }
    template <Number Value, class Take>
    void take_list(const std::vector<Value>& list, Take&&) {
        take(std::uint64_t{list.size()});
        const auto* place = reinterpret_cast<const std::byte*>(list.data());
        bytes.insert(bytes.end(), place, place + list.size() * sizeof(Value));
    }
    template <class... Values>
    void take_choice(const std::variant<std::vector<Values>...>& choice) {
        take(static_cast<std::uint8_t>(choice.index()));
        std::visit([&](const auto& list) { take_list(list, [&](const auto& value) { take(value); }); }, choice);
    }

    std::vector<std::byte> bytes;
};

/// What does not fit leaves `is_sound` false and everything else empty.
class Reader {
  public:
    explicit Reader(std::span<const std::byte> source) : bytes(source) {}

    template <Number Value>
    void take(Value& number) {
        if (has(sizeof number)) std::memcpy(&number, cut(sizeof number), sizeof number);
    }
    void take(std::string& text) {
        const std::uint64_t size = length();
        if (has(size)) text.assign(reinterpret_cast<const char*>(cut(size)), size);
    }
    template <class Value, class Take>
    void take_list(std::vector<Value>& list, Take&& take_entry) {
        const std::uint64_t size = length();
        for (std::uint64_t i = 0; i < size && is_sound; ++i) take_entry(list.emplace_back());
    }
    template <Number Value, class Take>
    void take_list(std::vector<Value>& list, Take&&) {
        const std::uint64_t size = length();
        if (!has(0) || size > bytes.size() / sizeof(Value)) return fail();
        list.resize(size);
        if (size > 0) std::memcpy(list.data(), cut(size * sizeof(Value)), size * sizeof(Value));
    }
    void take_choice(decltype(LeverColumn::values)& choice) {
        std::uint8_t index = 0;
        take(index);
        if (index == 0) choice = std::vector<double>();
        if (index == 1) choice = std::vector<std::int8_t>();
        if (index == 2) choice = std::vector<std::string>();
        is_sound = is_sound && index <= 2;
        std::visit([&](auto& list) { take_list(list, [&](auto& value) { take(value); }); }, choice);
    }

    std::span<const std::byte> bytes;
    bool is_sound = true;

  private:
    void fail() { is_sound = false; }
    bool has(std::uint64_t size) {
        is_sound = is_sound && size <= bytes.size();
        return is_sound;
    }
    const std::byte* cut(std::uint64_t size) {
        const std::byte* place = bytes.data();
        bytes = bytes.subspan(size);
        return place;
    }
    std::uint64_t length() {
        std::uint64_t size = 0;
        take(size);
        return is_sound ? size : 0;
    }
};

template <class Taker, class List>
void take_all(Taker& taker, List& list) {
    taker.take_list(list, [&](auto& value) { taker.take(value); });
}

template <class Taker, class Frame>
void take_labels(Taker& taker, Frame& results) {
    for (const auto& row : text_coordinates) take_all(taker, results.*row.labels);
    for (const auto& row : number_coordinates) take_all(taker, results.*row.labels);
    for (const auto& row : number_columns) {
        if (row.values != &Results::half_width) take_all(taker, results.*row.values);
    }
    for (const auto& row : index_columns) take_all(taker, results.*row.values);
    for (const auto& row : text_columns) {
        if (row.values != &Results::failure) take_all(taker, results.*row.values);
    }
    take_all(taker, results.quantiles);
}

template <class Taker, class Frame>
void take_frame(Taker& taker, Frame& results) {
    take_labels(taker, results);
    taker.take_list(results.levers, [&](auto& lever) {
        taker.take(lever.name);
        taker.take(lever.unit);
        taker.take(lever.meaning);
        taker.take_choice(lever.values);
    });
    for (const ArrayKind& kind : array_kinds) {
        taker.take_list(results.*kind.arrays, [&](auto& array) {
            taker.take(array.name);
            taker.take(array.inner);
        });
    }
    for (const auto& attribute : results_attributes) taker.take(results.*attribute.text);
    for (const auto& attribute : provenance_attributes) taker.take(results.provenance.*attribute.text);
    taker.take(results.provenance.seed);
    taker.take(results.population);
    taker.take(results.agents);
}

/// What follows the frame. Statuses are enumerations, which a reader checks.
template <class Taker, class Runs>
void take_runs(Taker& taker, Runs& results) {
    for (const ArrayKind& kind : array_kinds) {
        for (auto& array : results.*kind.arrays) take_all(taker, array.values);
    }
    take_all(taker, results.failure);
    take_all(taker, results.lever_bound);
    taker.take_list(results.quantiles_by_month, [&](auto& series) {
        taker.take(series.name);
        take_all(taker, series.values);
    });
    taker.take(results.precision);
    take_all(taker, results.half_width);
    for (const auto& row : flag_columns) take_all(taker, results.*row.values);
}

std::vector<std::int8_t> status_numbers(const Results& results) {
    std::vector<std::int8_t> numbers;
    for (const RunStatus status : results.status) numbers.push_back(static_cast<std::int8_t>(status));
    return numbers;
}

bool add_status(const std::vector<std::int8_t>& numbers, Results& results) {
    for (const std::int8_t number : numbers) {
        if (number < 0 || number > 2) return false;
        results.status.push_back(static_cast<RunStatus>(number));
    }
    return true;
}

}  // namespace

std::vector<std::byte> frame_bytes(const Results& results) {
    Writer writer;
    take_frame(writer, results);
    return std::move(writer.bytes);
}

std::optional<Results> frame_from(std::span<const std::byte> bytes) {
    Results results;
    Reader reader(bytes);
    take_frame(reader, results);
    if (!reader.is_sound || !reader.bytes.empty()) return std::nullopt;
    return results;
}

std::vector<std::byte> results_bytes(const Results& results) {
    Writer writer;
    take_frame(writer, results);
    take_runs(writer, results);
    const std::vector<std::int8_t> status = status_numbers(results);
    take_all(writer, status);
    return std::move(writer.bytes);
}

std::optional<Results> results_from(std::span<const std::byte> bytes) {
    Results results;
    std::vector<std::int8_t> status;
    Reader reader(bytes);
    take_frame(reader, results);
    take_runs(reader, results);
    take_all(reader, status);
    if (!reader.is_sound || !reader.bytes.empty() || !add_status(status, results)) return std::nullopt;
    return find_inconsistency(results) ? std::nullopt : std::optional(std::move(results));
}

}  // namespace leeway
