// What is wrong with an input, where it stands, and how it is said: all problems of a file at once, the way compilers
// do.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace leeway {

/// A place in an input; line and column count from 1, a line of 0 means the input as a whole (or a command line).
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    std::string source;  ///< the text of that line
};

/// Something that a user must change: what, why, and the remedy, in one or two sentences.
struct Problem {
    std::string file;
    int line = 0;
    int column = 0;
    std::string key;      ///< dotted name, where there is one
    std::string message;  ///< names the key itself
    std::string source;   ///< the text of the line, shown above a caret
};

using Problems = std::vector<Problem>;

/// Where each dotted name (of a value, a table or a list) was last written.
using Places = std::map<std::string, Place>;

/// The problem that `message` states of `key` at `place`.
Problem problem_at(const Place& place, std::string key, std::string message);

/// The place of `key`, or of the nearest table around it that was written, or the start of `file`.
Place place_of(const Places& places, std::string_view key, const std::string& file);

/// Sorts by place and drops repetitions (a file that is read for several designs says the same of each).
void put_in_order(Problems& problems);

/// `file:line:column: error: message`, then the line and a caret; without control characters.
std::string text(const Problem& problem);

/// All of them, at most `most`, with a last line that counts what was left off.
std::string text(const Problems& problems, std::size_t most = 50);

}  // namespace leeway
