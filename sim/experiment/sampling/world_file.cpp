#include "experiment/sampling/world_file.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <limits>

#include "core/text.hpp"
#include "experiment/dotted_names.hpp"
#include "experiment/sampling/csv.hpp"
#include "experiment/toml_document.hpp"

namespace leeway {
namespace {

constexpr std::uintmax_t largest_world_file = 256 * 1024 * 1024;  // bytes; a million worlds of thirty numbers

bool is_whole(const FieldReference& value) { return std::holds_alternative<std::int64_t*>(value); }
bool is_number(const FieldReference& value) { return is_whole(value) || std::holds_alternative<double*>(value); }

/// A number in decimal notation; NaN when the text is none.
double parse_number(const std::string& text) {
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_read = failure == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
    return is_read ? number : std::numeric_limits<double>::quiet_NaN();
}

class WorldFileReader {
  public:
    WorldFileReader(std::string file, const FieldTable& model, Problems& problems)
        : file_(std::move(file)), model_(model), problems_(problems) {}

    WorldTable read(std::istream& stream) {
        std::string line;
        for (number_ = 1; std::getline(stream, line); ++number_) {
            line_ = csv_line(line, number_ == 1);
            if (line_.empty()) continue;
            const auto cells = split_csv(line_);
            if (table_.columns.empty())
                read_header(cells);
            else
                read_row(cells);
        }
        if (table_.rows.empty()) {
            const std::string message = "the file has no worlds; below a header of names, each row is a world";
            problems_.push_back(problem_at({file_, 1, 1, ""}, "", message));
        }
        return std::move(table_);
    }

  private:
    void read_header(const std::vector<CsvCell>& cells) {
        for (const CsvCell& cell : cells) {
            check_name(cell);
            table_.columns.push_back(cell.text);
        }
    }

    void check_name(const CsvCell& cell) {
        const auto fields = find_fields(model_, cell.text);
        const bool has_range = !fields.empty() && is_number(fields.front().value);
        bounds_.push_back(has_range ? std::optional(fields.front()) : std::nullopt);
        const std::string name = "\"" + cell.text + "\"";
        if (std::find(table_.columns.begin(), table_.columns.end(), cell.text) != table_.columns.end())
            object(cell, name + " heads two columns; keep one");
        else if (fields.empty())
            object(cell, name + " is no parameter of the scenario." + remedy_for_unknown(model_, cell.text));
        else if (!is_number(fields.front().value))
            object(cell, name + " is not a number; worlds differ in numbers only");
        else if (cell.text == "warm_up_months")
            object(cell, name + " is the same in all worlds of an experiment; leave the column out");
    }

    void read_row(const std::vector<CsvCell>& cells) {
        if (cells.size() != table_.columns.size())
            return object(cells.front(), "this row has " + std::to_string(cells.size()) + " cells and the header " +
                                             std::to_string(table_.columns.size()) + "; every parameter needs a value");
        std::vector<double> row;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            row.push_back(parse_number(cells[column].text));
            check_cell(cells[column], column, row.back());
        }
        table_.rows.push_back(std::move(row));
    }

    void check_cell(const CsvCell& cell, std::size_t column, double number) {
        const auto& bound = bounds_[column];
        if (!bound) return;
        const std::string named = table_.columns[column] + " is \"" + cell.text + "\"; ";
        if (std::isnan(number))
            object(cell, named + "it takes a number such as 0.25");
        else if (is_whole(bound->value) && number != std::floor(number))
            object(cell, named + "it takes a whole number");
        else if (number < bound->field.low || number > bound->field.high)
            object(cell, named + "the value lies in [" + number_text(bound->field.low) + ", " +
                             number_text(bound->field.high) + "]");
    }

    void object(const CsvCell& cell, const std::string& message) {
        problems_.push_back(problem_at({file_, number_, cell.column, line_}, "", message));
    }

    std::string file_;
    const FieldTable& model_;
    Problems& problems_;
    WorldTable table_;
    std::vector<std::optional<FieldEntry>> bounds_;  ///< by column; nothing where the name will not do
    std::string line_;                               ///< the line under way
    int number_ = 0;                                 ///< and its number
};

}  // namespace

std::optional<WorldTable> read_world_file(const std::filesystem::path& path, const FieldTable& model,
                                          Problems& problems) {
    const std::string file = shown(path);
    std::error_code failed;
    std::ifstream stream(path, std::ios::binary);
    if (!stream || !std::filesystem::is_regular_file(path, failed)) {
        problems.push_back({file, 0, 0, "", "there is no such file, or it cannot be opened; check the path", ""});
        return std::nullopt;
    }
    if (std::filesystem::file_size(path, failed) > largest_world_file) {
        problems.push_back({file, 0, 0, "", "the file is larger than 256 MiB; split its worlds over experiments", ""});
        return std::nullopt;
    }
    const std::size_t before = problems.size();
    WorldTable table = WorldFileReader(file, model, problems).read(stream);
    return problems.size() == before ? std::optional(std::move(table)) : std::nullopt;
}

}  // namespace leeway
