// Does a damaged, foreign or hostile file end in a message, never in wrong numbers, a crash or a hang?
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "catch.hpp"
#include "store/confined_child.hpp"
#include "store/frame_bytes.hpp"
#include "store/hdf5_write.hpp"
#include "store/results_digest.hpp"
#include "store/results_file.hpp"
#include "store_sample.hpp"

namespace leeway {
namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string complaint_about(const std::filesystem::path& path) {
    const auto read = read_results(path);
    REQUIRE(std::holds_alternative<std::string>(read));
    return std::get<std::string>(read);
}

std::string sample_bytes(const ScratchFolder& folder) {
    REQUIRE(write_results(sample_results(), folder / "sound.h5") == std::nullopt);
    return read_bytes(folder / "sound.h5");
}

void make_foreign_file(const std::filesystem::path& path) {
    const hdf5::Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT), H5Fclose, "creating");
    const std::vector<double> values{1, 2, 3};
    hdf5::write_numbers(file, "uptake", std::span<const double>(values), {3}, hdf5::Storage::plain);
}

}  // namespace

TEST_CASE("a missing, empty or other file is named as such", "[store]") {
    const ScratchFolder folder;
    CHECK(contains(complaint_about(folder / "absent.h5"), "no such file"));
    write_bytes(folder / "empty.h5", "");
    CHECK(contains(complaint_about(folder / "empty.h5"), "it is empty"));
    write_bytes(folder / "text.h5", "design,uptake\nstatus-quo,0.1\n");
    CHECK(contains(complaint_about(folder / "text.h5"), "not an HDF5 file"));
    CHECK(contains(complaint_about(folder / ""), "not a file"));
}

TEST_CASE("an HDF5 file of somebody else is named as such", "[store]") {
    const ScratchFolder folder;
    make_foreign_file(folder / "foreign.h5");
    CHECK(contains(complaint_about(folder / "foreign.h5"), "not a Leeway results file"));
}

TEST_CASE("a truncated file is damaged, wherever it was cut", "[store]") {
    const ScratchFolder folder;
    const std::string bytes = sample_bytes(folder);
    for (const double part : {0.001, 0.2, 0.5, 0.9, 0.999}) {
        write_bytes(folder / "cut.h5",
                    bytes.substr(0, static_cast<std::size_t>(part * static_cast<double>(bytes.size()))));
        CHECK(contains(complaint_about(folder / "cut.h5"), "damaged"));
    }
}

TEST_CASE("garbage behind a valid beginning is damaged", "[store]") {
    const ScratchFolder folder;
    std::string bytes = sample_bytes(folder);
    for (std::size_t place = 8; place < bytes.size(); ++place) {
        bytes[place] = static_cast<char>(place * 2654435761U >> 13);
    }
    write_bytes(folder / "garbage.h5", bytes);
    CHECK(contains(complaint_about(folder / "garbage.h5"), "damaged"));
}

TEST_CASE("flipped bits never change what is read", "[store]") {
    const ScratchFolder folder;
    const std::string sound = sample_bytes(folder);
    const Results original = sample_results();
    constexpr std::size_t trials = 40;
    for (std::size_t trial = 0; trial < trials; ++trial) {
        std::string bytes = sound;
        const std::size_t place = trial * bytes.size() / trials + trial;
        bytes[place] = static_cast<char>(bytes[place] ^ (1 << trial % 8));
        write_bytes(folder / "flipped.h5", bytes);
        const auto read = read_results(folder / "flipped.h5");  // all is as it was if the bit lay in unused space
        if (const Results* results = std::get_if<Results>(&read)) {
            CHECK(results->status == original.status);
            CHECK(results->outcomes[1].values[0] == original.outcomes[1].values[0]);
            CHECK(results->provenance.configuration == original.provenance.configuration);
        }
    }
}

TEST_CASE("a child hands its product back whole, however large", "[store]") {
    const ChildReport report = run_confined([] {
        std::vector<std::byte> bytes(3'000'001, std::byte{7});
        bytes.back() = std::byte{9};
        return ChildAnswer(std::move(bytes));
    });
    CHECK(report.finished);
    REQUIRE(report.product.size() == 3'000'001);
    CHECK(report.product.front() == std::byte{7});
    CHECK(report.product.back() == std::byte{9});
}

TEST_CASE("a child has no network and starts no programs", "[store]") {
    const ChildReport report = run_confined([] {
        const bool has_socket = socket(AF_INET, SOCK_STREAM, 0) >= 0;
        const bool has_program = execl("/bin/true", "true", nullptr) == 0;  // would end the child without an answer
        return ChildAnswer(std::string(has_socket || has_program ? "free" : "confined"));
    });
    CHECK(report.complaint == "confined");
}

TEST_CASE("results go through bytes unchanged, and bytes that are none are refused", "[store]") {
    const Results sample = sample_results();
    std::vector<std::byte> bytes = results_bytes(sample);
    const auto back = results_from(bytes);
    REQUIRE(back);
    CHECK(content_digest(*back) == content_digest(sample));
    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, bytes.size() / 2, bytes.size() - 1})
        CHECK_FALSE(results_from(std::span(bytes).first(size)));
    bytes.push_back(std::byte{0});
    CHECK_FALSE(results_from(bytes));
    bytes.assign(200, std::byte{0xff});  // claims lists of 2^64 entries
    CHECK_FALSE(results_from(bytes));
}

TEST_CASE("a child that answers, crashes, hangs or wants too much memory is told apart", "[store]") {
    CHECK(run_confined([] { return ChildAnswer(); }).finished);
    CHECK(run_confined([] { return ChildAnswer("a complaint"); }).complaint == "a complaint");
    CHECK_FALSE(run_confined([] {
                    std::raise(SIGKILL);
                    return ChildAnswer();
                }).finished);
    CHECK_FALSE(run_confined(
                    [] {
                        sleep(60);
                        return ChildAnswer();
                    },
                    {std::chrono::seconds(1), std::chrono::seconds(1)})
                    .finished);
}

}  // namespace leeway
