#include "rules/formula/precedent.hpp"

namespace leeway {
namespace {

// Features are in standard deviations of all products: within one of them, cases count as identical.
constexpr double identical_within = 1.0;

double squared_distance(const Features& a, const Features& b) {
    double sum = 0;
    for (std::size_t f = 0; f < feature_count; ++f) sum += (a[f] - b[f]) * (a[f] - b[f]);
    return sum;
}

}  // namespace

double precedent_relief(const World& world, std::uint32_t p) {
    double nearest = identical_within * identical_within, relief = 0;
    for (const Precedent& precedent : world.home_of(p).precedents) {
        if (precedent.sector != world.products.sector[p]) continue;
        const double distance = squared_distance(precedent.features, world.products.features[p]);
        if (distance > nearest) continue;
        nearest = distance;
        relief = precedent.relief;
    }
    return relief;
}

}  // namespace leeway
