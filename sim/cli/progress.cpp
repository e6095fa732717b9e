#include "cli/progress.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace leeway {
namespace {

std::string rate_text(double runs_per_second) {
    if (runs_per_second >= 1) return fmt::format("{:.1f} runs/s", runs_per_second);
    return runs_per_second > 0 ? duration_text(1 / runs_per_second) + " a run" : "";
}

}  // namespace

Progress::Progress(std::size_t total, Style style)
    : total_(total), style_(style), start_(std::chrono::steady_clock::now()) {}

Progress::Style Progress::style_of(const std::string& wanted, bool quiet) {
    if (quiet || wanted == "none") return Style::none;
    return wanted == "auto" && isatty(STDERR_FILENO) ? Style::bar : Style::lines;
}

void Progress::update(std::size_t done) {
    const std::lock_guard lock(mutex_);
    done_ = std::max(done_, done);
    made_ = std::max(made_, static_cast<double>(done_));
    print_now_and_then();
}

void Progress::update_parts(double runs) {
    const std::lock_guard lock(mutex_);
    made_ = std::max(made_, std::min(runs, static_cast<double>(total_)));
    print_now_and_then();
}

void Progress::print_now_and_then() {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    const double pause = style_ == Style::bar ? 0.2 : 10;
    if (style_ == Style::none || (seconds - last_print_ < pause && done_ < total_)) return;
    last_print_ = seconds;
    print(seconds);
}

void Progress::print(double seconds) {
    const double rate = made_ / std::max(seconds, 1e-9), all = static_cast<double>(total_);
    const std::string left = made_ > 0 ? duration_text((all - made_) / rate) + " left" : "";
    if (style_ == Style::lines) {
        const std::string part =
            made_ > static_cast<double>(done_) ? fmt::format(" ({:.0f} %)", 100 * made_ / all) : "";
        fmt::print(stderr, "{} of {} runs done{}, {}, {}\n", done_, total_, part, rate_text(rate), left);
        return;
    }
    constexpr std::size_t width = 30;
    const auto filled = total_ > 0 ? static_cast<std::size_t>(width * made_ / all) : width;
    fmt::print(stderr, "\r[{}{}] {}/{} runs  {}  {}   ", std::string(filled, '#'), std::string(width - filled, '.'),
               done_, total_, rate_text(rate), left);
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
