// Exports hold the stored numbers, run nothing in a spreadsheet, describe themselves, and replace nothing unasked.
#include "cli/export.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "analysis/csv_cells.hpp"
#include "analysis/result_tables.hpp"
#include "analysis/ro_crate.hpp"
#include "catch.hpp"
#include "cli/messages.hpp"
#include "core/text.hpp"
#include "experiment/digest.hpp"
#include "store/results_file.hpp"
#include "store_sample.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

std::string table_of(const Results& results, const std::string& file) {
    for (const ResultTable& table : result_tables(results)) {
        if (table.file == file) return table.text;
    }
    return {};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

fs::path stored_in(const ScratchFolder& folder) {
    const fs::path path = folder / "made-up.h5";
    REQUIRE(write_results(synthetic::results({3, 3, 2, 13, 3}), path) == std::nullopt);
    return path;
}

}  // namespace

TEST_CASE("a cell is quoted where it must be and never a formula", "[export]") {
    CHECK(text_cell("plain") == "plain");
    CHECK(text_cell("=1+1") == "'=1+1");
    CHECK(text_cell("-cmd") == "'-cmd");
    CHECK(text_cell("\tx") == "'\tx");
    CHECK(text_cell("a,\"b\"") == "\"a,\"\"b\"\"\"");
    CHECK(text_cell("@a\r\nb") == "\"'@a\r\nb\"");
    CHECK(number_cell(-0.1) == "-0.1");
    CHECK(number_cell(missing_value).empty());
}

TEST_CASE("the tables hold every stored number once", "[export]") {
    Results results = synthetic::results({3, 4, 2, 13, 3});
    results.status[1] = RunStatus::failed;
    results.failure[1] = "=boom";
    const std::vector<std::string> runs = lines_of(table_of(results, "runs.csv"));
    REQUIRE(runs.size() == 1 + results.runs());
    CHECK(runs[0].starts_with("design,world,replicate,status,failure,uptake,"));
    CHECK(runs[1].starts_with(results.designs[0] + ",0,0,done,," + number_text(results.outcomes[0].values[0]) + ","));
    CHECK(runs[2].starts_with(results.designs[0] + ",0,1,failed,'=boom,,"));
    CHECK(lines_of(table_of(results, "by_segment.csv")).size() == 1 + results.runs() * results.segments.size());
    const std::vector<std::string> months = lines_of(table_of(results, "by_month.csv"));
    CHECK(months.size() == 1 + results.runs() * results.months.size());
    CHECK(months[1].starts_with(results.designs[0] + ",0,0,-3," + number_text(results.by_month[0].values[0]) + ","));
    CHECK(lines_of(table_of(results, "worlds.csv")).size() == 1 + results.worlds.size());
    CHECK(lines_of(table_of(results, "designs.csv"))[2].starts_with("cohort,0,"));
    CHECK(
        table_of(results, "columns.csv").find("worlds.csv,harm.rate,harm per user-month,uncertain parameter,assumed") !=
        std::string::npos);
}

TEST_CASE("quantiles are exported by design, quantile and month", "[export]") {
    Results results = synthetic::results({2, 2, 1, 2, 0});
    results.by_month.clear();
    results.quantiles = {0.5, 0.9};
    results.quantiles_by_month = {{"uptake", {1, 2, 3, 4, 5, 6, 7, 8}}};
    CHECK(lines_of(table_of(results, "quantiles_by_month.csv")) ==
          std::vector<std::string>{"design,quantile,month,uptake", "status-quo,0.5,0,1", "status-quo,0.5,1,2",
                                   "status-quo,0.9,0,3", "status-quo,0.9,1,4", "cohort,0.5,0,5", "cohort,0.5,1,6",
                                   "cohort,0.9,0,7", "cohort,0.9,1,8"});
}

TEST_CASE("the research object describes each file, and every reference leads somewhere", "[export]") {
    const std::vector<CrateFile> files{{"a.csv", "A table", "text/csv", 3, "00"}, {"b.h5", "All", "x/y", 4, "11"}};
    const nlohmann::json crate = ro_crate_metadata(synthetic::results(), files, "");
    CHECK(crate["@context"] == "https://w3id.org/ro/crate/1.1/context");
    std::set<std::string> known;
    for (const auto& entity : crate["@graph"]) {
        CHECK(entity.contains("@type"));
        CHECK(known.insert(entity["@id"]).second);
    }
    const auto& descriptor = crate["@graph"][0];
    CHECK(descriptor["@id"] == "ro-crate-metadata.json");
    CHECK(descriptor["conformsTo"]["@id"] == "https://w3id.org/ro/crate/1.1");
    CHECK(descriptor["about"]["@id"] == "./");
    const auto& root = crate["@graph"][1];
    for (const char* property : {"name", "description", "datePublished", "license", "hasPart"})
        CHECK(root.contains(property));
    CHECK(root["datePublished"] == "2026-01-01");
    CHECK(root["hasPart"].size() == files.size());
    for (const auto& entity : crate["@graph"]) {
        for (const auto& [property, value] : entity.items()) {
            const nlohmann::json all = value.is_array() ? value : nlohmann::json::array({value});
            for (const auto& each : all) {
                if (each.is_object() && property != "conformsTo") CHECK(known.contains(each["@id"]));
            }
        }
    }
    const nlohmann::json licensed = ro_crate_metadata(synthetic::results(), files, "https://example.org/licence");
    CHECK(licensed["@graph"][1]["license"]["@id"] == "https://example.org/licence");
}

TEST_CASE("an export writes its files and replaces nothing unasked", "[export]") {
    const ScratchFolder folder;
    const fs::path results = stored_in(folder), tables = folder / "tables", crate = folder / "crate";
    CHECK(export_command({results, {}, {}, "", false}) == exit_bad_input);
    CHECK(export_command({folder / "missing.h5", tables, {}, "", false}) == exit_bad_input);
    CHECK(export_command({results, tables, crate, "MIT", false}) == exit_done);
    CHECK(read_bytes(tables / "runs.csv") == table_of(synthetic::results({3, 3, 2, 13, 3}), "runs.csv"));
    CHECK(read_bytes(crate / "results.h5") == read_bytes(results));
    const auto metadata = nlohmann::json::parse(read_bytes(crate / crate_metadata_file));
    for (const auto& part : metadata["@graph"][1]["hasPart"]) {
        const std::string name = part["@id"];
        const auto described = std::find_if(metadata["@graph"].begin(), metadata["@graph"].end(),
                                            [&](const auto& entity) { return entity["@id"] == name; });
        REQUIRE(described != metadata["@graph"].end());
        CHECK((*described)["sha256"] == sha256(read_bytes(crate / name)));
    }
    write_bytes(tables / "runs.csv", "mine");
    CHECK(export_command({results, tables, {}, "", false}) == exit_bad_input);
    CHECK(read_bytes(tables / "runs.csv") == "mine");
    CHECK(export_command({results, tables, {}, "", true}) == exit_done);
    CHECK(read_bytes(tables / "runs.csv") != "mine");
    CHECK(export_command({results, results, {}, "", true}) == exit_bad_input);
}

}  // namespace leeway
