// The sample and the scratch folder that all tests of the store share; it also writes the sample for tests in Python.
#include "store_sample.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "store/results_file.hpp"

namespace leeway {
namespace {

constexpr std::size_t failed_run = 4, pending_run = 11;

OutcomeArray made_up(const std::string& name, std::size_t runs, std::size_t inner, double scale) {
    OutcomeArray array{name, inner, std::vector<double>(runs * inner)};
    for (std::size_t entry = 0; entry < array.values.size(); ++entry) {
        const std::size_t run = entry / inner;
        const bool missing = run == failed_run || run == pending_run;
        array.values[entry] = missing ? missing_value : scale * static_cast<double>(entry + 1) / 8.0;
    }
    return array;
}

/// A property of the world: all replicates share it, also those that are missing.
OutcomeArray made_up_per_world(const Results& results) {
    OutcomeArray array{"harm_cvar", 1, {}};
    for (std::size_t run = 0; run < results.runs(); ++run) {
        array.values.push_back(static_cast<double>(run / results.replicates.size()) + 0.1);
    }
    return array;
}

void add_labels(Results& results) {
    results.designs = {"status-quo", "cohort[sandbox.places=10]"};
    results.design_texts = {"No sandbox.", "Ein Prüfraum für zehn Firmen – „Kohorte“ 規制の砂場"};
    results.design_base = {"status-quo", "cohort"};
    results.baseline_of = {0, 0};
    results.baseline = "status-quo";
    results.worlds = {0, 1, 2};
    results.replicates = {0, 1};
    results.months = {-1, 0, 1, 2, 3};
    results.segments = {"älter", "young"};
    results.segment_shares = {0.25, 0.75};
    results.sectors = {"payments", "credit", "insurance"};
    results.regulators = {"authority"};
    results.jurisdictions = {"home", "Nachbarland", "island", "canton"};
    results.scenario = "made-up";
    results.sampling = "latin-hypercube";
    results.population = 67e6;
    results.agents = 20000;
    results.parameters = {"harm.rate", "citizens.imitation"};
    results.parameter_units = {"harm per user-month", "per year"};
    results.parameter_sources = {"a study", "Sultan, Farley & Lehmann 1990"};
    results.world_parameter = {0.1, 0.38, 0.2, 0.4, 0.3, 1.0 / 3.0};
}

void add_values(Results& results) {
    const std::size_t runs = results.runs();
    results.levers = {{"sandbox.places", "count", "firms admitted at once", std::vector<double>{0, 10}},
                      {"sandbox.open", "", "whether there is a sandbox", std::vector<std::int8_t>{0, 1}},
                      {"intake.selection", "", "how firms are chosen", std::vector<std::string>{"merit", "lottery"}}};
    results.lever_bound = {0, -1, -1, 1, 0, -1};
    results.outcomes = {made_up("uptake", runs, 1, 0.01), made_up("harm_per_1000_user_months", runs, 1, 1.7),
                        made_up_per_world(results)};
    results.by_segment = {made_up("uptake", runs, results.segments.size(), 0.01)};
    results.by_sector = {made_up("uptake", runs, results.sectors.size(), 0.01)};
    results.by_jurisdiction = {made_up("trust_mean", runs, results.jurisdictions.size(), 0.5)};
    results.by_month = {made_up("uptake", runs, results.months.size(), 1.0)};
    results.status.assign(runs, RunStatus::done);
    results.status[failed_run] = RunStatus::failed;
    results.status[pending_run] = RunStatus::pending;
    results.failure.assign(runs, "");
    results.failure[failed_run] = "the number of citizens fell below zero in month 3 – März";
}

}  // namespace

Results sample_results() {
    Results results;
    add_labels(results);
    add_values(results);
    results.provenance = {"Made-up results",
                          "leeway 0.1.0",
                          "GNU 12",
                          "2026-01-01T00:00:00Z",
                          "seed = 7\n" + std::string(100000, '#') + " longer than a fixed-length attribute\n",
                          "c0ffee",
                          "leeway run made-up.toml",
                          "0123456789abcdef",
                          7};
    return results;
}

ScratchFolder::ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "leeway-store-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::size_t ScratchFolder::file_count() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
}

std::string read_bytes(const std::filesystem::path& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

TEST_CASE("the sample is written where LEEWAY_SAMPLE says, for the tests in Python", "[store]") {
    if (const char* path = std::getenv("LEEWAY_SAMPLE")) CHECK(write_results(sample_results(), path) == std::nullopt);
}

}  // namespace leeway
