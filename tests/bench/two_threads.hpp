// The same work on two threads and on one, by turns, and with it a piece of arithmetic that needs no memory: what two
// threads can reach at all beside whatever else the machine does.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "bench/table.hpp"

namespace leeway::bench {

/// Adds the seconds of both, the ratio, and the ratio of the arithmetic. `run` does the work and
/// returns its seconds by the wall clock; `bar` is what one thread should reach.
void compare_threads(Table& table, const std::string& work, int rounds, const std::function<double()>& run,
                     std::optional<Bar> bar = {});

}  // namespace leeway::bench
