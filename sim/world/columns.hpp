// Every column of a world's state under its name, so that two worlds can be compared whatever they hold, and a change
// be told by name. A structure test fails for a member of the state that is not listed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "world/world.hpp"

namespace leeway {

enum class Entity : std::uint8_t { service, firm, sandbox, regulator, jurisdiction, citizen, world };
inline constexpr std::size_t entity_count = 7;

std::string_view text(Entity entity);

/// What numbers the entries of a column.
enum class Numbering : std::uint8_t { nothing, service, firm, citizen, sector, provision, weight, entry };

/// One column: the same property of every service, firm or citizen, or of the parts of one sandbox, regulator,
/// jurisdiction or of the world. The values stand in memory `step` bytes apart.
struct Column {
    Entity entity = Entity::world;
    std::size_t owner = 0;  ///< number of the sandbox, regulator or jurisdiction
    std::string place{};    ///< its name in words; empty for services, firms and citizens, who are entries
    std::string name{};
    Numbering by = Numbering::nothing;
    const std::byte* data = nullptr;
    std::size_t count = 0, width = 0, step = 0;  ///< entries, bytes of a value, bytes to the next
    std::string (*word)(const std::byte* value) = nullptr;

    bool is_packed() const { return width == step; }
    /// Whether every entry is an entity of its own.
    bool lists_entities() const { return place.empty(); }
    /// The number of the entity that entry `i` belongs to.
    std::size_t entity_of(std::size_t i) const { return lists_entities() ? i : owner; }
    /// The value of entry `i` in words; "nothing" where there is none.
    std::string value(std::size_t i) const;
};

/// All columns, what happens to services and firms before what happens to citizens. They hold until the world changes.
std::vector<Column> columns_of(const World& world);

/// The numbers of the entries in which two columns of the same name differ in any bit, in ascending order.
std::vector<std::size_t> differing_entries(const Column& one, const Column& other);

/// "service 12 (payments)".
std::string service_in_words(const World& world, std::size_t p);

/// Whose value entry `i` of a column is: "service 12 (payments) of firm 9", "regulator fca of home".
std::string entity_in_words(const World& world, const Column& column, std::size_t i);

/// The property, with what numbers it within the entity: "level of provision conduct", "stage".
std::string property_in_words(const World& world, const Column& column, std::size_t i);

}  // namespace leeway
