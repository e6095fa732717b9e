#include "bench/measure.hpp"

#include <malloc.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace leeway::bench {
namespace {

double seconds_on(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace

double wall_clock() { return seconds_on(CLOCK_MONOTONIC); }
double thread_clock() { return seconds_on(CLOCK_THREAD_CPUTIME_ID); }

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

Turns::Turns(int rounds, const std::vector<std::function<double()>>& works) : seconds_(works.size()) {
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t work = 0; work < works.size(); ++work) seconds_[work].push_back(works[work]());
    }
}

double Turns::seconds(std::size_t work) const { return median(seconds_[work]); }

double Turns::times_faster(std::size_t work, std::size_t other) const {
    std::vector<double> ratios;
    for (std::size_t round = 0; round < seconds_[work].size(); ++round)
        ratios.push_back(seconds_[other][round] / seconds_[work][round]);
    return median(ratios);
}

double resident_bytes() {
    malloc_trim(0);  // what was freed goes back to the system and is not counted
    std::ifstream file("/proc/self/statm");
    double all = 0, resident = 0;
    file >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double peak_bytes() {
    std::ifstream file("/proc/self/status");
    for (std::string word; file >> word;) {
        double kilobytes = 0;
        if (word == "VmHWM:" && file >> kilobytes) return kilobytes * 1024;
    }
    return 0;
}

void forget_peak() {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << 5;
}

}  // namespace leeway::bench
