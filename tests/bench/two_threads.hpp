// The same work on two threads and on one, by turns, and with it a piece of arithmetic that needs no memory: what two
// threads can reach at all beside whatever else the machine does.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "bench/table.hpp"

namespace leeway::bench {

using Seconds = std::function<double()>;  ///< does the work and returns its seconds by the wall clock

/// Adds the ratio of both, which should reach `bar`, and the ratio of the arithmetic.
void compare_threads(Table& table, const std::string& work, int rounds, const Seconds& on_two, const Seconds& on_one,
                     Bar bar);

/// The same for work that uses as many threads as it is given, with the seconds of both; one thread should reach
/// `seconds_bar`.
void compare_threads(Table& table, const std::string& work, int rounds, const Seconds& run,
                     std::optional<Bar> seconds_bar = {});

}  // namespace leeway::bench
