#include "experiment/toml_scan.hpp"

#include <algorithm>

namespace leeway {
namespace {

/// The length of the UTF-8 sequence at `text[at]`, or 0 where there is none (RFC 3629: no overlong forms, no
/// surrogates).
std::size_t utf8_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) > 0x9F;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool beyond = first == 0xF4 && byte(1) > 0x8F;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

/// Walks over the text character by character, counting lines and columns, and knows where strings and comments end.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::optional<ScanFinding> run() {
        while (!finding_ && at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '#')
                skip_comment();
            else if (c == '"' || c == '\'')
                skip_string(c);
            else
                take(c);
        }
        return finding_;
    }

  private:
    void object(std::string message) {
        if (!finding_) finding_ = ScanFinding{line_, column_, std::move(message)};
    }

    void advance() {
        if (text_[at_] == '\0') return object("the file holds a NUL byte; configuration is plain UTF-8 text");
        const std::size_t length = utf8_length(text_, at_);
        if (length == 0) return object("the bytes here are not valid UTF-8; save the file as UTF-8");
        if (text_[at_] == '\n') {
            ++line_;
            column_ = 1;
        } else {
            ++column_;
        }
        at_ += length;
    }

    bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }

    void skip_comment() {
        while (!finding_ && at_ < text_.size() && text_[at_] != '\n') advance();
    }

    /// A string ends at its own quote, or, unless it is of the three-quote kind, at the end of the line.
    void skip_string(char quote) {
        const std::string three(3, quote);
        const bool long_form = starts(three);
        for (int i = 0; i < (long_form ? 3 : 1); ++i) advance();
        while (!finding_ && at_ < text_.size()) {
            if (long_form ? starts(three) : text_[at_] == quote || text_[at_] == '\n') break;
            if (quote == '"' && text_[at_] == '\\' && at_ + 1 < text_.size()) advance();
            advance();
        }
        for (int i = 0; i < (long_form ? 3 : 1) && !finding_ && at_ < text_.size() && text_[at_] == quote; ++i)
            advance();
    }

    void take(char c) {
        constexpr std::string_view ends_key = "\n=[]{},";
        if (c == '[' || c == '{') ++depth_;
        if (c == ']' || c == '}') depth_ = std::max(0, depth_ - 1);
        if (c == '.') ++dots_;
        if (ends_key.find(c) != std::string_view::npos) dots_ = 0;
        if (depth_ > deepest_brackets)
            object("brackets nest deeper than 64 levels; no configuration needs more than 4");
        if (dots_ >= most_key_parts) object("a dotted name has more than 32 parts; no configuration needs more than 4");
        advance();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1, column_ = 1, depth_ = 0, dots_ = 0;
    std::optional<ScanFinding> finding_;
};

}  // namespace

std::optional<ScanFinding> scan_toml(std::string_view text) {
    if (text.size() > largest_file) {
        return ScanFinding{1, 1, "the file is larger than 1 MiB; configuration files are a few kilobytes"};
    }
    return Scanner(text).run();
}

}  // namespace leeway
