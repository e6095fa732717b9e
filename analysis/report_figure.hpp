// Charts and tables as the page shows them: a finding as the title, the chart, its numbers, and where they come from,
// side by side as tabs where scripts run and one below the other where they do not.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/html.hpp"
#include "analysis/report_context.hpp"

namespace leeway {

/// A name and what it stands for, in a list of facts.
Html fact(const std::string& name, const Html& value);

/// One chart of the page.
struct ReportFigure {
    std::string name;     ///< of its exports; unique in the page
    std::string finding;  ///< the title
    Html chart, table, caption;
};

/// The figure with its tabs. `name` is its identity in the page.
Html figure_of(const ReportContext& page, const ReportFigure& figure);

/// A heading of a column. `columns` names what its cells give to a CSV file, one for each of their values; without them
/// a cell gives its text under `heading`.
Html column_heading(const Html& heading, const std::vector<std::string>& columns = {});
Html column_heading(std::string_view heading, const std::vector<std::string>& columns = {});

/// A cell that shows `content` and gives `values` to a CSV file, in full precision; the first sorts the table.
Html value_cell(const Html& content, const std::vector<double>& values);
Html value_cell(std::string_view content, const std::vector<double>& values);

/// A table that scrolls within the page, also by keyboard; `label` says what it is. Those with a `name` can be exported
/// under it, and sorted by their columns.
Html data_table(std::string_view label, std::string_view name, const Html& head, const Html& rows);

}  // namespace leeway
