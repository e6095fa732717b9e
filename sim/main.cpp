// The program `leeway`: one command line, and the last place where an unforeseen failure is said in a sentence.

#include <cstdio>
#include <exception>
#include <new>

#include "cli/command_line.hpp"
#include "cli/messages.hpp"
#include "core/kept_memory.hpp"

namespace {

/// The exit code in the end: whoever reads standard output must not take a part of it for the whole.
int ended(int code) {
    const bool is_lost = std::fflush(stdout) != 0 || std::ferror(stdout) != 0;
    if (!is_lost) return code;
    std::fputs("leeway: error: standard output cannot be written; is the disk full?\n", stderr);
    return leeway::exit_not_written;
}

}  // namespace

int main(int count, char** words) {
    leeway::keep_freed_memory();
    try {
        return ended(leeway::command_line(count, words));
    } catch (const std::bad_alloc&) {
        std::fputs("leeway: memory ran out; lower citizens.count or the number of threads\n", stderr);
    } catch (const std::exception& failure) {
        if (std::ferror(stdout) == 0) std::fprintf(stderr, "leeway: %s\n", failure.what());
    }
    return ended(leeway::exit_run_failed);
}
