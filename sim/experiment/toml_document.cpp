#include "experiment/toml_document.hpp"

#include <fstream>
#include <sstream>
#include <system_error>

#include "core/text.hpp"
#include "experiment/toml_scan.hpp"

namespace leeway {
namespace {

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Place place_in(const std::string& file, const std::vector<std::string>& lines, int line, int column) {
    const bool known = line >= 1 && static_cast<std::size_t>(line) <= lines.size();
    return {file, line, column, known ? lines[static_cast<std::size_t>(line) - 1] : ""};
}

/// What toml++ says, and for the one case that its words leave open, the remedy.
std::string syntax_message(std::string_view description) {
    std::string message = "the file is not valid TOML: " + std::string(description);
    if (description.find("redefine") != std::string_view::npos)
        message += ". A name stands once in a file: remove one of the two";
    return message;
}

/// At most one byte more than the largest file that is read.
std::string read_bytes(std::istream& stream) {
    std::string bytes(largest_file + 1, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

}  // namespace

Place TomlDocument::place(const toml::source_region& region) const {
    if (lines.empty()) return {file, 0, 0, ""};
    return place_in(file, lines, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column));
}

HeldValue find_value(TomlDocument& document, const std::string& group, const std::string& key) {
    toml::table* inner = group.empty() ? nullptr : document.table[group].as_table();
    if (inner != nullptr && inner->contains(key)) return {inner, key};
    return {&document.table, group.empty() ? key : group + "." + key};
}

std::optional<TomlDocument> parse_document(const std::string& file, std::string_view text, Problems& problems) {
    std::vector<std::string> lines = split_lines(text);
    if (lines.empty()) lines.emplace_back();
    if (const auto finding = scan_toml(text)) {
        problems.push_back(problem_at(place_in(file, lines, finding->line, finding->column), "", finding->message));
        return std::nullopt;
    }
    try {
        return TomlDocument{file, std::move(lines), toml::parse(text)};
    } catch (const toml::parse_error& error) {
        const auto at = error.source().begin;
        const Place place = place_in(file, lines, static_cast<int>(at.line), static_cast<int>(at.column));
        problems.push_back(problem_at(place, "", syntax_message(error.description())));
        return std::nullopt;
    }
}

std::optional<TomlDocument> read_document(const std::filesystem::path& path, Problems& problems) {
    const std::string file = shown(path);
    std::error_code failed;
    const bool exists = std::filesystem::exists(path, failed);
    if (exists && !std::filesystem::is_regular_file(path, failed)) {
        problems.push_back({file, 0, 0, "", "this is not a file; name a TOML file", ""});
        return std::nullopt;
    }
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        const std::string why =
            exists ? "the file cannot be opened; check its permissions" : "there is no such file; check the path";
        problems.push_back({file, 0, 0, "", why, ""});
        return std::nullopt;
    }
    return parse_document(file, read_bytes(stream), problems);
}

std::optional<TomlDocument> parse_setting(std::string_view setting, Problems& problems) {
    const std::string file = "--set " + std::string(setting);
    const std::size_t equals = setting.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        problems.push_back({file, 0, 0, "", "a setting has the form key=value, such as citizens.count=5000", ""});
        return std::nullopt;
    }
    const std::string key(setting.substr(0, equals));
    const std::string value(setting.substr(equals + 1));
    Problems ignored;
    auto parsed = parse_document(file, "value = " + value + "\n", ignored);
    TomlDocument document{file, {}, {}};
    if (parsed && parsed->table.size() == 1)
        document.table.insert(key, std::move(*parsed->table.get("value")));
    else
        document.table.insert(key, value);
    return document;
}

std::string shown(const std::filesystem::path& path) {
    std::error_code failed;
    const auto here = std::filesystem::current_path(failed);
    if (failed || !path.is_absolute()) return path.lexically_normal().string();
    const auto relative = path.lexically_normal().lexically_relative(here);
    const bool below = !relative.empty() && *relative.begin() != "..";
    return below ? relative.string() : path.lexically_normal().string();
}

}  // namespace leeway
