// What a plan will cost in runs, memory and time, before anything is allocated.
#pragma once

#include <cstddef>

#include "experiment/plan.hpp"

namespace leeway {

/// Cost of a plan on this machine.
struct Cost {
    double runs;     ///< designs x worlds x replicates
    double memory;   ///< bytes at the peak, with one run per thread
    double seconds;  ///< of wall time with all threads; an order of magnitude, not a promise
};

/// The cost of a plan that runs on `threads` threads.
Cost estimate_cost(const Plan& plan, int threads);

/// Bytes that one run holds: citizens and their network, firms and products; the results come on top.
double estimate_memory(const Plan& plan);

/// Bytes of memory that this process may still take: what the machine and its control group leave.
double available_memory();

/// The number of threads that the machine offers, at least 1.
int available_threads();

}  // namespace leeway
