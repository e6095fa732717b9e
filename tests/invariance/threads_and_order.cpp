// One results hash for any number of threads, and for the designs in another order, through the program itself.
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "catch.hpp"

namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("leeway-threads-" + std::to_string(getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
};

fs::path write_experiment(const fs::path& folder, const std::string& name, const std::string& designs) {
    const fs::path file = folder / (name + ".toml");
    std::ofstream(file)
        << "scenario = \"uk-fintech\"\ndesigns = " << designs
        << "\nmonths = 8\nreplicates = 2\nwarm_up_months = 3\n[worlds]\nsampling = \"latin-hypercube\"\n"
           "count = 3\n[citizens]\ncount = 400\n[ideas]\nper_year = 200\n";
    return file;
}

std::string results_hash(const fs::path& experiment, const fs::path& output, int threads) {
    const std::string command = std::string(LEEWAY_BINARY) + " run " + experiment.string() + " -o " + output.string() +
                                " --quiet --threads " + std::to_string(threads);
    std::string printed;
    if (FILE* pipe = popen(command.c_str(), "r")) {
        char buffer[256];
        while (std::fgets(buffer, sizeof buffer, pipe)) printed += buffer;
        pclose(pipe);
    }
    const std::string label = "results hash: ";
    const std::size_t place = printed.find(label);
    return place == std::string::npos ? printed : printed.substr(place + label.size(), 64);
}

}  // namespace

TEST_CASE("threads 1, 2 and 7 and another order of designs give one results hash") {
    const Folder folder;
    const fs::path usual = write_experiment(folder.path, "usual", R"(["status-quo", "permissive", "cohort"])");
    const fs::path turned = write_experiment(folder.path, "turned", R"(["cohort", "status-quo", "permissive"])");
    const std::string hash = results_hash(usual, folder.path / "one.h5", 1);
    CHECK(hash.size() == 64);
    CHECK(results_hash(usual, folder.path / "two.h5", 2) == hash);
    CHECK(results_hash(usual, folder.path / "seven.h5", 7) == hash);
    CHECK(results_hash(turned, folder.path / "turned.h5", 2) == hash);
}
