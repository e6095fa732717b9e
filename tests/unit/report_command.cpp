// `leeway report` writes its page beside the results, and over nothing that is not its own.
#include <filesystem>

#include "analysis/report.hpp"
#include "catch.hpp"
#include "cli/messages.hpp"
#include "cli/report.hpp"
#include "store/results_file.hpp"
#include "store_sample.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

namespace fs = std::filesystem;

fs::path stored_in(const ScratchFolder& folder) {
    const fs::path path = folder / "made-up.h5";
    REQUIRE(write_results(synthetic::results({3, 3, 2, 13, 3}), path) == std::nullopt);
    return path;
}

}  // namespace

TEST_CASE("the report stands beside the results and may be written again", "[report]") {
    const ScratchFolder folder;
    const fs::path results = stored_in(folder), page = folder / "made-up.html";
    CHECK(report_command({results, {}, {}, false, {}}) == exit_done);
    CHECK(is_report(read_bytes(page)));
    CHECK(report_command({results, {}, "cohort", false, {}}) == exit_done);
    CHECK(read_bytes(page).find("against the baseline, cohort") != std::string::npos);
    CHECK(folder.file_count() == 2);
}

TEST_CASE("a folder with one results file is enough", "[report]") {
    const ScratchFolder folder;
    const fs::path results = stored_in(folder);
    CHECK(report_command({results.parent_path(), folder / "page.html", {}, false, {}}) == exit_done);
    CHECK(is_report(read_bytes(folder / "page.html")));
}

TEST_CASE("a file that is no report stays as it was without --force", "[report]") {
    const ScratchFolder folder;
    const fs::path results = stored_in(folder), page = folder / "thesis.html";
    write_bytes(page, "<html>my thesis</html>");
    CHECK(report_command({results, page, {}, false, {}}) == exit_bad_input);
    CHECK(read_bytes(page) == "<html>my thesis</html>");
    CHECK(report_command({results, page, {}, true, {}}) == exit_done);
    CHECK(is_report(read_bytes(page)));
}

TEST_CASE("the page speaks the language of a file of texts", "[report]") {
    const ScratchFolder folder;
    const fs::path results = stored_in(folder), page = folder / "made-up.html", texts = folder / "de.json";
    write_bytes(texts, R"({"language": "de", "answer.title": "Die Antwort"})");
    CHECK(report_command({results, {}, {}, false, texts}) == exit_done);
    const std::string written = read_bytes(page);
    CHECK(written.find("<html lang=\"de\"") != std::string::npos);
    CHECK(written.find(">Die Antwort<") != std::string::npos);
    CHECK(written.find(">The numbers<") != std::string::npos);
    CHECK(written.find("--strings") != std::string::npos);
    write_bytes(texts, R"({"answr.title": "Die Antwort"})");
    CHECK(report_command({results, {}, {}, false, texts}) == exit_bad_input);
    CHECK(report_command({results, {}, {}, false, folder / "missing.json"}) == exit_bad_input);
    CHECK(read_bytes(page) == written);
}

TEST_CASE("what cannot be read or written is refused", "[report]") {
    const ScratchFolder folder;
    const fs::path results = stored_in(folder);
    CHECK(report_command({folder / "missing.h5", {}, {}, false, {}}) == exit_bad_input);
    CHECK(report_command({results, {}, "no-such-design", false, {}}) == exit_bad_input);
    CHECK(report_command({results, results / "below-a-file" / "page.html", {}, false, {}}) == exit_not_written);
    CHECK(folder.file_count() == 1);
}

}  // namespace leeway
