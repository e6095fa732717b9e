#include "store/writer_note.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <fstream>

#include "core/text.hpp"

namespace leeway {

namespace fs = std::filesystem;

fs::path writer_note_of(const fs::path& store) { return store.string() + "-writer"; }

void leave_writer_note(const fs::path& store) {
    std::array<char, 256> host{};
    gethostname(host.data(), host.size() - 1);
    const std::time_t now = std::time(nullptr);
    std::array<char, 32> moment{};
    std::strftime(moment.data(), moment.size(), "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&now));
    std::ofstream(writer_note_of(store)) << fmt::format("process {} on {}, which started at {}\n", getpid(),
                                                        host.data(), moment.data());
}

std::string writer_of(const fs::path& store) {
    std::ifstream note(writer_note_of(store));
    std::string line;
    if (!std::getline(note, line) || line.empty()) return "another process";
    return printable(line.substr(0, 400));
}

}  // namespace leeway
