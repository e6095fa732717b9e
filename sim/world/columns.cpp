#include "world/columns.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "world/column_list.hpp"

namespace leeway {
namespace {

std::string numbered(const char* what, std::size_t number, std::string_view which) {
    return std::string(what) + " " + std::to_string(number) + " (" + std::string(which) + ")";
}

// Which part of its entity entry `i` is; empty where the column has a single value or lists entities.
std::string part_in_words(const World& world, const Column& column, std::size_t i) {
    if (column.lists_entities()) return "";
    switch (column.by) {
        case Numbering::service:
            return service_in_words(world, i);
        case Numbering::sector:
            return "sector " + world.scenario->sectors[i].name;
        case Numbering::provision:
            return "provision " + world.scenario->provisions.items[i].name;
        case Numbering::weight:
            return i == 0 ? "the intercept" : std::string(feature_words[i - 1]);
        case Numbering::entry:
            return "entry " + std::to_string(i);
        default:
            return "";
    }
}

}  // namespace

std::string_view text(Entity entity) {
    constexpr std::array<std::string_view, entity_count> words{"service",      "firm",    "sandbox", "regulator",
                                                               "jurisdiction", "citizen", "world"};
    return words[static_cast<std::size_t>(entity)];
}

std::string service_in_words(const World& world, std::size_t p) {
    return numbered("service", p, world.sector_of(p).name);
}

std::string Column::value(std::size_t i) const { return i < count ? word(data + i * step) : "nothing"; }

std::vector<Column> columns_of(const World& world) {
    std::vector<Column> columns;
    list_services(columns, world.products);
    list_firms(columns, world.firms);
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j)
        list_jurisdiction(columns, *world.scenario, world.jurisdictions[j], j);
    list_citizens(columns, *world.scenario, world.citizens);
    list_sums(columns, world);
    return columns;
}

std::vector<std::size_t> differing_entries(const Column& one, const Column& other) {
    std::vector<std::size_t> found;
    const std::size_t shared = std::min(one.count, other.count), all = std::max(one.count, other.count);
    const bool same = shared == 0 || (one.is_packed() && std::memcmp(one.data, other.data, shared * one.width) == 0);
    for (std::size_t i = 0; !same && i < shared; ++i) {
        if (std::memcmp(one.data + i * one.step, other.data + i * other.step, one.width) != 0) found.push_back(i);
    }
    for (std::size_t i = shared; i < all; ++i) found.push_back(i);
    return found;
}

std::string entity_in_words(const World& world, const Column& column, std::size_t i) {
    if (!column.lists_entities()) return column.place;
    switch (column.entity) {
        case Entity::service:
            return service_in_words(world, i) + " of firm " + std::to_string(world.products.firm[i]);
        case Entity::firm:
            return numbered("firm", i, firm_kind_names[static_cast<std::size_t>(world.firms.kind[i])]);
        default:
            return numbered("citizen", i,
                            world.segment_of_group(world.citizens.group_of(static_cast<std::uint32_t>(i))).name);
    }
}

std::string property_in_words(const World& world, const Column& column, std::size_t i) {
    const std::string part = part_in_words(world, column, i);
    return part.empty() ? column.name : column.name + " of " + part;
}

}  // namespace leeway
