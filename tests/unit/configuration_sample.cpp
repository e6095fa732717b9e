#include "configuration_sample.hpp"

#include <stdlib.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace leeway::sample {
namespace fs = std::filesystem;

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "leeway-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
    write("scenarios/tiny/world.toml", tiny_world());
    write("scenarios/tiny/designs/status-quo.toml", "name = \"status-quo\"\n");
    write("configs/designs/cohort.toml",
          "name = \"cohort\"\n[sandbox]\nplaces = 4\n[waivers]\nshare = 0.5\nprovisions = [\"conduct\"]\n");
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path Folder::write(const std::string& name, std::string_view text) const {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

Ended Folder::leeway(const std::string& words) const {
    const fs::path output = path_.string() + ".output", messages = path_.string() + ".messages";
    const std::string command = "cd '" + path_.string() + "' && '" LEEWAY_BINARY "' " + words + " >'" +
                                output.string() + "' 2>'" + messages.string() + "' </dev/null";
    const int status = std::system(command.c_str());
    Ended ended{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(output), read(messages)};
    fs::remove(output);
    fs::remove(messages);
    return ended;
}

std::vector<std::string> Folder::files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(path_))
        names.push_back(entry.path().lexically_relative(path_).string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string tiny_world() {
    return "name = \"tiny\"\n"
           "title = \"a world for tests\"\n"
           "warm_up_months = 3\n"
           "[citizens]\n"
           "population = 10000\n"
           "count = 500\n"
           "[[citizens.segments]]\n"
           "name = \"young\"\n"
           "share = 0.4\n"
           "[[citizens.segments]]\n"
           "name = \"old\"\n"
           "share = 0.6\n"
           "[[sectors]]\n"
           "name = \"payments\"\n"
           "idea_share = 0.5\n"
           "[[sectors]]\n"
           "name = \"savings\"\n"
           "idea_share = 0.5\n"
           "[[provisions.items]]\n"
           "name = \"conduct\"\n"
           "[[uncertain]]\n"
           "parameter = \"sectors.imitation\"\n"
           "distribution = \"lognormal\"\n"
           "low = 0.1\n"
           "high = 3\n"
           "median = 0.8\n"
           "sigma = 0.5\n"
           "[[uncertain]]\n"
           "parameter = \"firms.margin\"\n"
           "low = 0.5\n"
           "high = 2\n";
}

std::string tiny_experiment(std::string_view more) {
    return "scenario = \"tiny\"\ndesigns = [\"cohort\"]\nmonths = 6\nreplicates = 2\n" + std::string(more);
}

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("nothing to replace");
    return text.replace(at, from.size(), to);
}

}  // namespace leeway::sample
