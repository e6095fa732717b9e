#include "rules/formula/field_conditions.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "rules/levers.hpp"

namespace leeway {
namespace {

double factor_of_stage(const World& world, const Design& design, std::uint32_t p, double on_the_market) {
    return on_the_market == 1 ? 1 : portable::pow(on_the_market, way_to_market(world, design, p));
}

}  // namespace

double way_to_market(const World& world, const Design& design, std::uint32_t p) {
    const Products& products = world.products;
    if (on_market(products.stage[p])) return 1;
    if (!serves_users(products, p)) return 0;
    const auto pilots = static_cast<double>(sandbox_of(design, world, p).pilots);
    return std::min(pilots, products.rung[p] + 1.0) / (pilots + 1);
}

double quality_in_use(const World& world, const Design& design, std::uint32_t p) {
    return world.products.quality[p] * factor_of_stage(world, design, p, world.sector_of(p).field_quality);
}

double harm_in_use(const World& world, const Design& design, std::uint32_t p) {
    return factor_of_stage(world, design, p, world.sector_of(p).field_harm);
}

}  // namespace leeway
