// How far a long job has come: a bar with rate and time left on a terminal, plain lines elsewhere, nothing when quiet.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace leeway {

class Progress {
  public:
    enum class Style { bar, lines, none };

    Progress(std::size_t total, Style style);

    /// The style that `wanted` (auto, plain or none) means on this error stream.
    static Style style_of(const std::string& wanted, bool quiet);

    /// Says that `done` runs are done; may be called from any thread, in any order.
    void update(std::size_t done);

    /// Says that `runs` are made, those under way by the part that is behind them: long runs show their months.
    void update_parts(double runs);

    /// Ends the bar's line.
    void finish();

  private:
    void print_now_and_then();
    void print(double seconds);

    std::mutex mutex_;
    std::size_t total_, done_ = 0;
    double made_ = 0;  ///< runs, with parts
    Style style_;
    std::chrono::steady_clock::time_point start_;
    double last_print_ = 0;
};

/// Seconds in words: "45 s", "3 min 20 s", "2 h 5 min".
std::string duration_text(double seconds);

}  // namespace leeway
