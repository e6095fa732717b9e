// Which program on which machine: what a reader needs to place a measurement.
#include <sys/utsname.h>
#include <unistd.h>

#include <ctime>
#include <fstream>
#include <thread>

#include "bench/table.hpp"
#include "cli/version.hpp"

namespace leeway::bench {
namespace {

// The model name where the system gives one (x86-64), otherwise the architecture.
std::string processor_name() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        const std::size_t colon = line.find(": ");
        if (line.rfind("model name", 0) == 0 && colon != std::string::npos) return line.substr(colon + 2);
    }
    utsname system{};
    return uname(&system) == 0 ? system.machine : "unknown processor";
}

std::string date_of_today() {
    const std::time_t now = std::time(nullptr);
    std::tm today{};
    gmtime_r(&now, &today);
    char text[sizeof "2000-01-31"];
    std::strftime(text, sizeof text, "%Y-%m-%d", &today);
    return text;
}

}  // namespace

Origin origin_of_this_process() {
    const auto pages = static_cast<double>(sysconf(_SC_PHYS_PAGES)), page = static_cast<double>(sysconf(_SC_PAGESIZE));
    return {version_text(),
            compiler_text(),
            processor_name(),
            date_of_today(),
            static_cast<int>(std::thread::hardware_concurrency()),
            pages * page / (1 << 30)};
}

}  // namespace leeway::bench
