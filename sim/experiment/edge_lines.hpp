// The lines of an edge list, one after the other, in memory that does not grow.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problems.hpp"
#include "world/network.hpp"

namespace leeway {

/// Reads ties line by line and objects to every line that is none, until there are too many problems.
class EdgeLines {
  public:
    static constexpr std::size_t most_problems = 50;

    /// `name` is the file as messages name it.
    EdgeLines(const std::filesystem::path& file, std::string name, std::uint32_t citizens, Problems& problems);

    bool is_open() const { return stream_.is_open(); }

    /// The next good line's tie; nothing at the end of the file, or where reading on is pointless.
    std::optional<Arc> next();

    /// Objects to the line of the last tie.
    void object(const std::string& message) { object(1, message); }

    /// The number of the last line, from 1.
    int number() const { return number_; }

    /// Bytes read so far.
    double position() { return static_cast<double>(stream_.tellg()); }

  private:
    bool read_line();
    std::optional<Arc> parse();
    std::optional<std::uint32_t> citizen(std::string_view cell);
    bool is_header() const;
    void object(std::size_t column, const std::string& message);

    std::string name_;
    std::uint32_t citizens_;
    Problems& problems_;
    std::size_t found_ = 0;
    std::vector<char> window_, buffer_;
    std::ifstream stream_;
    std::string_view line_;
    int number_ = 0;
    bool stopped_ = false;
};

}  // namespace leeway
