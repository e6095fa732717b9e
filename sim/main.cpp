// The program `leeway`: one command line, and the last place where an unforeseen failure is said in a sentence.

#include <cstdio>
#include <exception>
#include <new>

#include "cli/command_line.hpp"
#include "core/kept_memory.hpp"

int main(int count, char** words) {
    leeway::keep_freed_memory();
    try {
        return leeway::command_line(count, words);
    } catch (const std::bad_alloc&) {
        std::fputs("leeway: memory ran out; lower citizens.count or the number of threads\n", stderr);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "leeway: %s\n", failure.what());
    }
    return 1;
}
