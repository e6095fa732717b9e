#include "cli/progress.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace leeway {

Progress::Progress(std::size_t total, Style style)
    : total_(total), style_(style), start_(std::chrono::steady_clock::now()) {}

Progress::Style Progress::style_of(const std::string& wanted, bool quiet) {
    if (quiet || wanted == "none") return Style::none;
    return wanted == "auto" && isatty(STDERR_FILENO) ? Style::bar : Style::lines;
}

void Progress::update(std::size_t done) {
    const std::lock_guard lock(mutex_);
    done_ = std::max(done_, done);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    const double pause = style_ == Style::bar ? 0.2 : 10;
    if (style_ == Style::none || (seconds - last_print_ < pause && done_ < total_)) return;
    last_print_ = seconds;
    print(seconds);
}

void Progress::print(double seconds) {
    const double rate = static_cast<double>(done_) / std::max(seconds, 1e-9);
    const std::string left = done_ > 0 ? duration_text(static_cast<double>(total_ - done_) / rate) + " left" : "";
    if (style_ == Style::lines) {
        fmt::print(stderr, "{} of {} runs done, {:.1f} runs/s, {}\n", done_, total_, rate, left);
        return;
    }
    constexpr std::size_t width = 30;
    const std::size_t filled = total_ > 0 ? width * done_ / total_ : width;
    fmt::print(stderr, "\r[{}{}] {}/{} runs  {:.1f}/s  {}   ", std::string(filled, '#'),
               std::string(width - filled, '.'), done_, total_, rate, left);
    std::fflush(stderr);
}

void Progress::finish() {
    if (style_ == Style::bar) fmt::print(stderr, "\n");
}

std::string duration_text(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    if (whole < 60) return fmt::format("{} s", whole);
    if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
    return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace leeway
