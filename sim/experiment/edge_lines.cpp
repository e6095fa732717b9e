#include "experiment/edge_lines.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "core/text.hpp"

namespace leeway {
namespace {

constexpr std::size_t longest_line = 256, window_size = std::size_t{1} << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return text.substr(text.size());
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool begins_as_name(std::string_view cell) {
    return !cell.empty() &&
           (std::isalpha(static_cast<unsigned char>(cell[0])) != 0 || cell[0] == '"' || cell[0] == '_');
}

std::string quoted(std::string_view cell) {
    constexpr std::size_t longest = 40;
    return "\"" + std::string(cell.substr(0, longest)) + (cell.size() > longest ? "..." : "") + "\"";
}

}  // namespace

EdgeLines::EdgeLines(const std::filesystem::path& file, std::string name, std::uint32_t citizens, Problems& problems)
    : name_(std::move(name)),
      citizens_(citizens),
      problems_(problems),
      window_(window_size),
      buffer_(longest_line + 1) {
    stream_.rdbuf()->pubsetbuf(window_.data(), static_cast<std::streamsize>(window_.size()));
    stream_.open(file, std::ios::binary);
}

std::optional<Arc> EdgeLines::next() {
    while (!stopped_ && read_line()) {
        if (number_ == 1 && is_header()) continue;
        if (const auto tie = parse()) return tie;
    }
    return std::nullopt;
}

bool EdgeLines::read_line() {
    stream_.getline(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    const auto taken = static_cast<std::size_t>(stream_.gcount());
    if (taken == 0) return false;
    ++number_;
    const bool is_whole = stream_.good();
    line_ = {buffer_.data(), is_whole ? taken - 1 : taken};
    if (number_ == 1 && line_.starts_with(byte_order_mark)) line_.remove_prefix(byte_order_mark.size());
    if (line_.ends_with('\r')) line_.remove_suffix(1);
    if (is_whole || stream_.eof()) return true;
    object("the line has more than " + std::to_string(longest_line) +
           " characters; an edge list has two numbers a line, such as 0,1. Is this another file?");
    stopped_ = true;
    return false;
}

bool EdgeLines::is_header() const {
    const std::size_t comma = line_.find(',');
    return comma != std::string_view::npos && begins_as_name(without_blanks(line_.substr(0, comma))) &&
           begins_as_name(without_blanks(line_.substr(comma + 1)));
}

std::optional<Arc> EdgeLines::parse() {
    const std::size_t comma = line_.find(',');
    if (comma == std::string_view::npos || line_.find(',', comma + 1) != std::string_view::npos) {
        object("a line has two numbers of citizens with a comma between, such as 0,1");
        return std::nullopt;
    }
    const auto one = citizen(line_.substr(0, comma));
    const auto other = one ? citizen(line_.substr(comma + 1)) : std::nullopt;
    if (!other) return std::nullopt;
    if (*one == *other) {
        object("citizen " + std::to_string(*one) + " is tied to itself; remove the line");
        return std::nullopt;
    }
    return Arc{*one, *other};
}

std::optional<std::uint32_t> EdgeLines::citizen(std::string_view cell) {
    const std::string_view text = without_blanks(cell);
    const auto column = static_cast<std::size_t>(text.data() - line_.data()) + 1;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || end != text.data() + text.size()) {
        object(column, quoted(text) + " is no number of a citizen; it takes a whole number from 0 to " +
                           std::to_string(citizens_ - 1));
        return std::nullopt;
    }
    if (error != std::errc{} || number >= citizens_) {
        object(column, "there is no citizen " + std::string(text) + "; citizens.count is " + std::to_string(citizens_) +
                           ", so their numbers go from 0 to " + std::to_string(citizens_ - 1));
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(number);
}

void EdgeLines::object(std::size_t column, const std::string& message) {
    ++found_;
    stopped_ = found_ == most_problems;
    problems_.push_back({name_, number_, static_cast<int>(column), "",
                         stopped_ ? message + " (the rest of the file was not read)" : message, std::string(line_)});
}

}  // namespace leeway
