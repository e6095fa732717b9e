// Every column of a world's state under its name, so that two worlds can be compared whatever they hold, and a change
// be told by name. A structure test fails for a member that is not listed here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "world/world.hpp"

namespace leeway {

enum class Entity : std::uint8_t { service, firm, regulator, sandbox, jurisdiction, citizen, world };

std::string_view text(Entity entity);

/// One column: the values of all entities of a kind, as bytes.
struct Column {
    Entity entity;
    std::string name;
    const std::byte* data;
    std::size_t count, width;  ///< entries, bytes of one
    std::string (*word)(const std::byte* value);
};

/// All columns, what happens to firms before what happens to citizens. The views hold until the world changes.
std::vector<Column> columns_of(const World& world);

/// The first entry in which two columns of the same name differ in any bit, and how many do; `count` is 0 if none does.
struct ColumnDifference {
    std::size_t first = 0, count = 0;
};
ColumnDifference difference(const Column& one, const Column& other);

}  // namespace leeway
