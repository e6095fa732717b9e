#include "analysis/result_tables.hpp"

#include <algorithm>

#include "analysis/csv_cells.hpp"
#include "analysis/worlds.hpp"
#include "core/text.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {
namespace {

using Cells = std::vector<std::string>;

std::string csv_line(const Cells& cells) { return join(cells, ",") + "\r\n"; }

/// Calls `visit(design, world, replicate)` for every run, in the order of the files.
template <class Visit>
void for_each_run(const Results& results, Visit visit) {
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        for (std::size_t world = 0; world < results.worlds.size(); ++world) {
            for (std::size_t replicate = 0; replicate < results.replicates.size(); ++replicate)
                visit(design, world, replicate);
        }
    }
}

Cells run_cells(const Results& results, std::size_t design, std::size_t world, std::size_t replicate) {
    return {text_cell(results.designs[design]), std::to_string(results.worlds[world]),
            std::to_string(results.replicates[replicate])};
}

void add_names(Cells& head, const std::vector<OutcomeArray>& outcomes) {
    for (const OutcomeArray& outcome : outcomes) head.push_back(text_cell(outcome.name));
}

std::string_view status_word(RunStatus status) {
    return status == RunStatus::done ? "done" : status == RunStatus::failed ? "failed" : "pending";
}

/// One row per run.
std::string runs_text(const Results& results) {
    Cells head{"design", "world", "replicate", "status", "failure"};
    add_names(head, results.outcomes);
    std::string text = csv_line(head);
    for_each_run(results, [&](std::size_t design, std::size_t world, std::size_t replicate) {
        const std::size_t run = results.run_index(design, world, replicate);
        Cells cells = run_cells(results, design, world, replicate);
        cells.emplace_back(status_word(results.status[run]));
        cells.push_back(run < results.failure.size() ? text_cell(results.failure[run]) : "");
        for (const OutcomeArray& outcome : results.outcomes)
            cells.push_back(number_cell(run_value(results, outcome, design, world, replicate)));
        text += csv_line(cells);
    });
    return text;
}

/// One row per run and part (a segment, a sector, a month); `labels` are finished cells, one per part.
std::string parts_text(const Results& results, const std::vector<OutcomeArray>& outcomes, const std::string& part,
                       const Cells& labels) {
    Cells head{"design", "world", "replicate", part};
    add_names(head, outcomes);
    std::string text = csv_line(head);
    for_each_run(results, [&](std::size_t design, std::size_t world, std::size_t replicate) {
        for (std::size_t inner = 0; inner < labels.size(); ++inner) {
            Cells cells = run_cells(results, design, world, replicate);
            cells.push_back(labels[inner]);
            for (const OutcomeArray& outcome : outcomes)
                cells.push_back(number_cell(run_value(results, outcome, design, world, replicate, inner)));
            text += csv_line(cells);
        }
    });
    return text;
}

/// One row per design, quantile and month.
std::string quantiles_text(const Results& results) {
    Cells head{"design", "quantile", "month"};
    for (const SeriesQuantiles& series : results.quantiles_by_month) head.push_back(text_cell(series.name));
    std::string text = csv_line(head);
    const std::size_t months = results.months.size(), shares = results.quantiles.size();
    for (std::size_t row = 0; row < results.designs.size() * shares * months; ++row) {
        Cells cells{text_cell(results.designs[row / (shares * months)]),
                    number_cell(results.quantiles[row / months % shares]),
                    std::to_string(results.months[row % months])};
        for (const SeriesQuantiles& series : results.quantiles_by_month)
            cells.push_back(number_cell(series.values[row]));
        text += csv_line(cells);
    }
    return text;
}

std::string lever_cell(const LeverColumn& lever, std::size_t design) {
    if (const auto* numbers = std::get_if<std::vector<double>>(&lever.values)) return number_cell(numbers->at(design));
    if (const auto* flags = std::get_if<std::vector<std::int8_t>>(&lever.values))
        return flags->at(design) < 0 ? "" : std::to_string(flags->at(design));
    return text_cell(std::get<std::vector<std::string>>(lever.values).at(design));
}

std::string designs_text(const Results& results) {
    Cells head{"design", "is_baseline", "text"};
    for (const LeverColumn& lever : results.levers) head.push_back(text_cell(lever.name));
    std::string text = csv_line(head);
    for (std::size_t design = 0; design < results.designs.size(); ++design) {
        Cells cells{text_cell(results.designs[design]), results.designs[design] == results.baseline ? "1" : "0",
                    design < results.design_texts.size() ? text_cell(results.design_texts[design]) : ""};
        for (const LeverColumn& lever : results.levers) cells.push_back(lever_cell(lever, design));
        text += csv_line(cells);
    }
    return text;
}

std::string worlds_text(const Results& results) {
    Cells head{"world"};
    for (const std::string& parameter : results.parameters) head.push_back(text_cell(parameter));
    std::string text = csv_line(head);
    for (std::size_t world = 0; world < results.worlds.size(); ++world) {
        Cells cells{std::to_string(results.worlds[world])};
        for (std::size_t parameter = 0; parameter < results.parameters.size(); ++parameter)
            cells.push_back(number_cell(results.world_parameter[world * results.parameters.size() + parameter]));
        text += csv_line(cells);
    }
    return text;
}

void describe_outcomes(std::string& text, const std::string& file, const std::vector<OutcomeArray>& outcomes) {
    for (const OutcomeArray& outcome : outcomes) {
        const Metric* metric = find_metric(outcome.name);
        text += csv_line({text_cell(file), text_cell(outcome.name), metric == nullptr ? "" : text_cell(metric->unit),
                          metric == nullptr ? "" : text_cell(metric->long_name), ""});
    }
}

/// What every column of numbers is.
std::string columns_text(const Results& results) {
    std::string text = csv_line({"file", "column", "unit", "meaning", "source"});
    describe_outcomes(text, "runs.csv", results.outcomes);
    describe_outcomes(text, "by_segment.csv", results.by_segment);
    describe_outcomes(text, "by_sector.csv", results.by_sector);
    describe_outcomes(text, "by_jurisdiction.csv", results.by_jurisdiction);
    describe_outcomes(text, "by_month.csv", results.by_month);
    for (const LeverColumn& lever : results.levers)
        text += csv_line({"designs.csv", text_cell(lever.name), text_cell(lever.unit), text_cell(lever.meaning), ""});
    for (std::size_t parameter = 0; parameter < results.parameters.size(); ++parameter)
        text += csv_line({"worlds.csv", text_cell(results.parameters[parameter]),
                          text_cell(results.parameter_units[parameter]), "uncertain parameter",
                          text_cell(results.parameter_sources[parameter])});
    return text;
}

Cells text_cells(const std::vector<std::string>& names) {
    Cells cells;
    for (const std::string& name : names) cells.push_back(text_cell(name));
    return cells;
}

Cells month_cells(const Results& results) {
    Cells cells;
    for (const std::int64_t month : results.months) cells.push_back(std::to_string(month));
    return cells;
}

}  // namespace

std::vector<ResultTable> result_tables(const Results& results) {
    std::vector<ResultTable> tables{{"runs.csv", "Outcomes, one row per run", runs_text(results)},
                                    {"designs.csv", "Levers, one row per design", designs_text(results)},
                                    {"columns.csv", "Unit, meaning and source of every column", columns_text(results)}};
    if (!results.parameters.empty())
        tables.push_back({"worlds.csv", "Uncertain parameters, one row per world", worlds_text(results)});
    const auto add_parts = [&](const std::vector<OutcomeArray>& outcomes, const std::string& part,
                               const Cells& labels) {
        if (outcomes.empty()) return;
        tables.push_back({"by_" + part + ".csv", "Outcomes, one row per run and " + part,
                          parts_text(results, outcomes, part, labels)});
    };
    add_parts(results.by_segment, "segment", text_cells(results.segments));
    add_parts(results.by_sector, "sector", text_cells(results.sectors));
    add_parts(results.by_jurisdiction, "jurisdiction", text_cells(results.jurisdictions));
    add_parts(results.by_month, "month", month_cells(results));
    if (!results.quantiles_by_month.empty())
        tables.push_back({"quantiles_by_month.csv", "Quantiles over all runs, one row per design, quantile and month",
                          quantiles_text(results)});
    return tables;
}

}  // namespace leeway
