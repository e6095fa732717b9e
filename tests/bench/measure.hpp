// Time and memory of a piece of work. Machines are noisy and shared, so what is compared is measured by turns (A B A B
// …) and medians count; only ratios within one process mean something elsewhere.
#pragma once

#include <oneapi/tbb/global_control.h>

#include <cstddef>
#include <functional>
#include <vector>

namespace leeway::bench {

/// Seconds by the wall clock, and processor time of the calling thread: what runs on one thread is measured by the
/// second, which other programs on the machine disturb less.
using Clock = double (*)();
double wall_clock();
double thread_clock();

/// Seconds that `work()` takes.
template <class Work>
double seconds_of(Clock clock, const Work& work) {
    const double start = clock();
    work();
    return clock() - start;
}

/// Makes the compiler believe that somebody reads `result`, so that the work for it is done.
template <class Result>
void keep(const Result& result) {
    asm volatile("" : : "r"(&result) : "memory");
}

/// Does `work()` on at most so many threads and gives what it returns. An outer limit holds within an inner one.
template <class Work>
auto with_threads(std::size_t threads, const Work& work) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return work();
}

/// The middle of `values`, of which there is at least one.
double median(std::vector<double> values);

/// Works measured by turns. A work prepares what it needs and returns the seconds of the part that counts.
class Turns {
  public:
    Turns(int rounds, const std::vector<std::function<double()>>& works);

    /// Median seconds of a work, by its place in the list.
    double seconds(std::size_t work) const;
    /// How many times faster than `other` a work is: the median over rounds.
    double times_faster(std::size_t work, std::size_t other) const;

  private:
    std::vector<std::vector<double>> seconds_;  // [work][round]
};

/// Bytes of this process in memory now, without what was freed; 0 where the system does not tell.
double resident_bytes();

/// Most bytes in memory at once since `forget_peak`; 0 where the system does not tell.
double peak_bytes();
void forget_peak();

}  // namespace leeway::bench
