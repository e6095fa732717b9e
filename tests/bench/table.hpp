// What was measured, beside the bar that it should reach. A bar that is missed is said, and fails nothing.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace leeway::bench {

/// What a measurement should reach.
struct Bar {
    double value;
    bool at_least;  ///< otherwise at most
};
inline Bar at_least(double value) { return {value, true}; }
inline Bar at_most(double value) { return {value, false}; }

struct Row {
    std::string work, quantity;
    double measured;
    std::string unit;
    std::optional<Bar> bar;

    /// Whether the bar is reached; nothing where there is none.
    std::optional<bool> reached() const;
};

/// The machine and the program, without which a measurement says little.
struct Origin {
    std::string version, compiler, processor, date;
    int cores;
    double memory_gib;
};
Origin origin_of_this_process();

/// Rows in the order in which they were measured.
struct Table {
    std::vector<Row> rows;

    void add(std::string work, std::string quantity, double measured, std::string unit, std::optional<Bar> bar = {});
    std::string text(const Origin& origin) const;
    nlohmann::ordered_json json(const Origin& origin) const;
};

}  // namespace leeway::bench
