// Does a results file hold exactly what was put into it, and is it put in place whole or not at all?
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <csignal>

#include "catch.hpp"
#include "store/confined_child.hpp"
#include "store/durable_file.hpp"
#include "store/hdf5_write.hpp"
#include "store/results_digest.hpp"
#include "store/results_file.hpp"
#include "store/results_layout.hpp"
#include "store_sample.hpp"

namespace leeway {
namespace {

bool same_numbers(const std::vector<double>& left, const std::vector<double>& right) {
    return std::ranges::equal(left, right,
                              [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); });
}

bool same_outcomes(const std::vector<OutcomeArray>& left, const std::vector<OutcomeArray>& right) {
    return std::ranges::equal(left, right, [](const OutcomeArray& a, const OutcomeArray& b) {
        return a.name == b.name && a.inner == b.inner && same_numbers(a.values, b.values);
    });
}

Results round_trip(const Results& results) {
    const ScratchFolder folder;
    const auto path = folder / "results.h5";
    REQUIRE(write_results(results, path) == std::nullopt);
    CHECK(folder.file_count() == 1);
    auto read = read_results(path);
    if (const std::string* why = std::get_if<std::string>(&read)) FAIL(*why);
    return std::get<Results>(std::move(read));
}

}  // namespace

TEST_CASE("labels and provenance come back as they were", "[store]") {
    const Results written = sample_results(), read = round_trip(written);
    for (const auto& coordinate : text_coordinates) CHECK(read.*coordinate.labels == written.*coordinate.labels);
    for (const auto& coordinate : number_coordinates) CHECK(read.*coordinate.labels == written.*coordinate.labels);
    for (const auto& column : text_columns) CHECK(read.*column.values == written.*column.values);
    for (const auto& column : number_columns) CHECK(same_numbers(read.*column.values, written.*column.values));
    for (const auto& column : index_columns) CHECK(read.*column.values == written.*column.values);
    for (const auto& attribute : results_attributes) CHECK(read.*attribute.text == written.*attribute.text);
    for (const auto& attribute : provenance_attributes) {
        CHECK(read.provenance.*attribute.text == written.provenance.*attribute.text);
    }
    CHECK(read.provenance.seed == written.provenance.seed);
    CHECK(read.population == written.population);
    CHECK(read.agents == written.agents);
}

TEST_CASE("outcomes, levers and statuses come back as they were", "[store]") {
    const Results written = sample_results(), read = round_trip(written);
    for (const OutcomeKind& kind : outcome_kinds) CHECK(same_outcomes(read.*kind.arrays, written.*kind.arrays));
    CHECK(read.status == written.status);
    CHECK(read.lever_bound == written.lever_bound);
    REQUIRE(read.levers.size() == written.levers.size());
    for (std::size_t lever = 0; lever < read.levers.size(); ++lever) {
        CHECK(read.levers[lever].name == written.levers[lever].name);
        CHECK(read.levers[lever].unit == written.levers[lever].unit);
        CHECK(read.levers[lever].meaning == written.levers[lever].meaning);
        CHECK(read.levers[lever].values == written.levers[lever].values);
    }
    CHECK(content_digest(read) == content_digest(written));
}

TEST_CASE("quantiles over runs and what was known at the end come back as they were", "[store]") {
    Results written = sample_results();
    const std::string without = content_digest(written);
    written.by_month.clear();
    written.quantiles = {0.25, 0.5};
    std::vector<double> values(written.designs.size() * written.quantiles.size() * written.months.size());
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = 0.5 * static_cast<double>(i);
    values.back() = missing_value;
    written.quantiles_by_month = {{"uptake", values}};
    written.precision = "contrasts of uptake are known within 0.01";
    written.half_width = {missing_value, 0.0125};
    written.is_best = {0, 1};
    const Results read = round_trip(written);
    CHECK(read.quantiles == written.quantiles);
    REQUIRE(read.quantiles_by_month.size() == 1);
    CHECK(read.quantiles_by_month[0].name == "uptake");
    CHECK(same_numbers(read.quantiles_by_month[0].values, values));
    CHECK(read.precision == written.precision);
    CHECK(same_numbers(read.half_width, written.half_width));
    CHECK(read.is_best == written.is_best);
    CHECK(content_digest(read) == content_digest(written));
    CHECK(content_digest(written) != without);
    written.quantiles_by_month[0].values.pop_back();
    const ScratchFolder folder;
    CHECK(write_results(written, folder / "odd.h5").value_or("").find("uptake_by_month_quantile") != std::string::npos);
}

TEST_CASE("an experiment without parameters, segments and series is stored too", "[store]") {
    Results bare;
    bare.designs = {"only"};
    bare.baseline = "only";
    bare.worlds = {0};
    bare.replicates = {0};
    bare.status = {RunStatus::pending};
    bare.outcomes = {{"uptake", 1, {missing_value}}};
    const Results read = round_trip(bare);
    CHECK(read.parameters.empty());
    CHECK(read.months.empty());
    CHECK(read.jurisdictions.empty());
    CHECK(read.design_base.empty());
    CHECK(read.baseline_of.empty());
    CHECK(read.failure == std::vector<std::string>{""});
    CHECK(std::isnan(read.outcomes.at(0).values.at(0)));
}

TEST_CASE("the same results give the same bytes", "[store]") {
    const ScratchFolder folder;
    REQUIRE(write_results(sample_results(), folder / "a.h5") == std::nullopt);
    REQUIRE(write_results(sample_results(), folder / "b.h5") == std::nullopt);
    CHECK(read_bytes(folder / "a.h5") == read_bytes(folder / "b.h5"));
}

TEST_CASE("the digest notices any changed value", "[store]") {
    const Results original = sample_results();
    Results changed = original;
    changed.by_month[0].values[3] = std::nextafter(1.0F, 2.0F);
    CHECK(content_digest(changed) != content_digest(original));
    changed = original;
    std::swap(changed.outcomes[0].values[0], changed.outcomes[0].values[1]);
    CHECK(content_digest(changed) != content_digest(original));
    changed = original;
    changed.design_texts[0] += "!";
    CHECK(content_digest(changed) != content_digest(original));
    changed = original;
    changed.baseline_of[0] = 1;
    CHECK(content_digest(changed) != content_digest(original));
}

TEST_CASE("results that do not fit together, or units that read as time, are refused", "[store]") {
    const ScratchFolder folder;
    Results broken = sample_results();
    broken.outcomes[0].values.pop_back();
    CHECK(write_results(broken, folder / "x.h5")->find("uptake has 11 values") != std::string::npos);
    broken = sample_results();
    broken.baseline_of[1] = 2;
    CHECK(write_results(broken, folder / "a.h5")->find("baseline_of") != std::string::npos);
    broken = sample_results();
    broken.levers[0].unit = "days";
    CHECK(write_results(broken, folder / "x.h5")->find("reads as time") != std::string::npos);
    CHECK(reads_as_time("months since 2020"));
    CHECK_FALSE(reads_as_time("working days"));
    CHECK_FALSE(reads_as_time("month"));
    CHECK(folder.file_count() == 0);
}

TEST_CASE("a place that cannot be written gives a message and leaves nothing", "[store]") {
    const ScratchFolder folder;
    write_bytes(folder / "file", "kept");
    const auto below_file = write_results(sample_results(), (folder / "file") / "results.h5");
    REQUIRE(below_file);
    CHECK(below_file->find("Not a directory") != std::string::npos);
    CHECK(below_file->find("-o") != std::string::npos);
    CHECK(write_results(sample_results(), (folder / "absent") / "results.h5"));
    std::filesystem::create_directory(folder / "results.h5");
    CHECK(write_results(sample_results(), folder / "results.h5"));
    CHECK(folder.file_count() == 2);
    CHECK(read_bytes(folder / "file") == "kept");
}

TEST_CASE("a temporary file that a crash left behind is in nobody's way", "[store]") {
    const ScratchFolder folder;
    write_bytes(folder / "results.h5.0123456789abcdef.tmp", "half");
    write_bytes(folder / "results.h5", "older");
    REQUIRE(write_results(sample_results(), folder / "results.h5") == std::nullopt);
    CHECK(folder.file_count() == 2);
    CHECK(read_bytes(folder / "results.h5.0123456789abcdef.tmp") == "half");
    CHECK(std::holds_alternative<Results>(read_results(folder / "results.h5")));
}

TEST_CASE("a file that fails its check is never put in place", "[store]") {
    const ScratchFolder folder;
    write_bytes(folder / "kept", "older");
    const std::vector<std::byte> bytes(100);
    const auto refused = write_durably(bytes, folder / "kept", [](const auto& temporary) {
        CHECK(std::filesystem::file_size(temporary) == 100);
        return std::optional<std::string>("no good");
    });
    CHECK(refused == "no good");
    CHECK(read_bytes(folder / "kept") == "older");
    CHECK(folder.file_count() == 1);
}

TEST_CASE("a link is replaced, never written through", "[store]") {
    const ScratchFolder folder;
    write_bytes(folder / "elsewhere", "kept");
    std::filesystem::create_symlink(folder / "elsewhere", folder / "results.h5");
    REQUIRE(write_durably(std::vector<std::byte>(10), folder / "results.h5", {}) == std::nullopt);
    CHECK(read_bytes(folder / "elsewhere") == "kept");
    CHECK_FALSE(std::filesystem::is_symlink(folder / "results.h5"));
}

TEST_CASE("a file that cannot grow any more gives a message and leaves nothing", "[store]") {
    const ScratchFolder folder;
    const auto path = folder / "results.h5";
    const ChildReport report = run_confined([&path] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1000, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limit);
        return ChildAnswer(write_durably(std::vector<std::byte>(5000), path, {}).value_or("written"));
    });
    REQUIRE(report.complaint);
    CHECK(report.complaint->find("File too large") != std::string::npos);
    CHECK(folder.file_count() == 0);
}

TEST_CASE("chunks hold whole months, are of moderate size and waste little", "[store]") {
    CHECK(hdf5::chunk_shape({2, 3, 2, 5}, 4) == hdf5::Shape{2, 3, 2, 5});
    const hdf5::Shape shape{6, 40, 101, 132};
    const hdf5::Shape chunk = hdf5::chunk_shape(shape, 4);
    CHECK(chunk[3] == 132);
    const hsize_t bytes = chunk[0] * chunk[1] * chunk[2] * chunk[3] * 4;
    CHECK(bytes >= (64U << 10));
    CHECK(bytes <= (1U << 20));
    const hsize_t blocks = (shape[1] + chunk[1] - 1) / chunk[1];
    CHECK(blocks * chunk[1] <= shape[1] + blocks);
}

}  // namespace leeway
