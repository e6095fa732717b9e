#include "store/run_layout.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

namespace leeway {
namespace {

static_assert(std::endian::native == std::endian::little, "stored numbers are little-endian");

constexpr std::string_view lever_kind = "lever";

std::size_t bytes_of_bits(std::size_t bits) { return (bits + 7) / 8; }

/// Writes a number and goes behind it.
template <class Number>
void append(std::byte*& place, Number number) {
    std::memcpy(place, &number, sizeof number);
    place += sizeof number;
}

template <class Number>
Number number_at(const std::byte* place) {
    Number number;
    std::memcpy(&number, place, sizeof number);
    return number;
}

/// The words of a line between tabs.
std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    for (std::size_t tab = line.find('\t'); tab != line.npos; tab = line.find('\t')) {
        words.push_back(line.substr(0, tab));
        line.remove_prefix(tab + 1);
    }
    words.push_back(line);
    return words;
}

bool add_line(RunLayout& layout, std::string_view line) {
    const auto words = words_of(line);
    if (words.size() == 2 && words[0] == lever_kind) {
        layout.levers.emplace_back(words[1]);
        return true;
    }
    const auto kind = std::find_if(array_kinds.begin(), array_kinds.end(),
                                   [&](const ArrayKind& known) { return known.name == words[0]; });
    if (words.size() != 3 || kind == array_kinds.end()) return false;
    RunLayout::Array array{std::string(words[0]), std::string(words[1]), 0, kind->single_precision};
    const auto [end, error] = std::from_chars(words[2].data(), words[2].data() + words[2].size(), array.inner);
    layout.arrays.push_back(std::move(array));
    return error == std::errc() && end == words[2].data() + words[2].size();
}

}  // namespace

std::size_t RunLayout::size() const {
    std::size_t size = bytes_of_bits(levers.size());
    for (const Array& array : arrays) size += array.size();
    return size;
}

RunLayout layout_of(const Results& results) {
    RunLayout layout;
    for (const ArrayKind& kind : array_kinds) {
        for (const OutcomeArray& array : results.*kind.arrays)
            layout.arrays.push_back({std::string(kind.name), array.name, array.inner, kind.single_precision});
    }
    for (const LeverColumn& lever : results.levers) layout.levers.push_back(lever.name);
    return layout;
}

std::string text_of(const RunLayout& layout) {
    std::string text;
    for (const RunLayout::Array& array : layout.arrays)
        text += array.kind + '\t' + array.name + '\t' + std::to_string(array.inner) + '\n';
    for (const std::string& lever : layout.levers) text += std::string(lever_kind) + '\t' + lever + '\n';
    return text;
}

std::optional<RunLayout> layout_from(std::string_view text) {
    RunLayout layout;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (!add_line(layout, line)) return std::nullopt;
    }
    return layout;
}

void pack(const FinishedRun& run, const RunLayout& layout, std::vector<std::byte>& bytes) {
    bytes.assign(layout.size(), std::byte{0});
    std::byte* place = bytes.data();
    auto number = run.numbers.begin();
    for (const RunLayout::Array& array : layout.arrays) {
        for (const auto end = number + static_cast<std::ptrdiff_t>(array.inner); number != end; ++number) {
            if (array.single_precision)
                append(place, static_cast<float>(*number));
            else
                append(place, *number);
        }
    }
    for (std::size_t lever = 0; lever < run.acted.size(); ++lever) {
        if (run.acted[lever]) place[lever / 8] |= std::byte{1} << (lever % 8);
    }
}

RunUnpacker::RunUnpacker(const RunLayout& stored, const RunLayout& wanted) : size_(stored.size()) {
    for (const RunLayout::Array& array : wanted.arrays) {
        std::size_t offset = 0;
        const auto same = std::find_if(stored.arrays.begin(), stored.arrays.end(), [&](const RunLayout::Array& other) {
            if (other.kind == array.kind && other.name == array.name && other.inner == array.inner) return true;
            offset += other.size();
            return false;
        });
        is_complete_ = is_complete_ && same != stored.arrays.end();
        sources_.push_back({offset, array.inner, array.single_precision});
    }
    first_lever_ = size_ - bytes_of_bits(stored.levers.size());
    for (const std::string& lever : wanted.levers) {
        const auto same = std::find(stored.levers.begin(), stored.levers.end(), lever);
        levers_.push_back(same == stored.levers.end() ? std::nullopt
                                                      : std::optional<std::size_t>(same - stored.levers.begin()));
    }
}

bool RunUnpacker::unpack(std::span<const std::byte> bytes, FinishedRun& run) const {
    if (bytes.size() != size_ || !is_complete_) return false;
    run.numbers.clear();
    for (const Source& source : sources_) {
        const std::byte* place = bytes.data() + source.offset;
        for (std::size_t i = 0; i < source.inner; ++i) {
            run.numbers.push_back(source.single_precision ? number_at<float>(place + i * sizeof(float))
                                                          : number_at<double>(place + i * sizeof(double)));
        }
    }
    run.acted.clear();
    for (const auto& lever : levers_) {
        const std::byte bit = std::byte{1} << (lever.value_or(0) % 8);
        run.acted.push_back(lever && (bytes[first_lever_ + *lever / 8] & bit) != std::byte{0});
    }
    return true;
}

std::int64_t checksum(std::span<const std::byte> bytes) {
    std::uint64_t state = bytes.size();
    while (!bytes.empty()) {
        std::uint64_t word = 0;
        const std::size_t taken = std::min(bytes.size(), sizeof word);
        std::memcpy(&word, bytes.data(), taken);
        state = std::rotl(state ^ word, 29) * 0x100000001b3ULL;  // a bijection, so that no changed word cancels out
        bytes = bytes.subspan(taken);
    }
    return static_cast<std::int64_t>(state);
}

}  // namespace leeway
