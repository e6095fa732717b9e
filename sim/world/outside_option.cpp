#include "world/outside_option.hpp"

#include "core/arithmetic.hpp"

namespace leeway {

double outside_improvement(const Sector& sector, std::int32_t month) {
    return portable::exp(sector.outside_growth * month / 12);
}

double benefit_outside(const Sector& sector, std::int32_t month) {
    return sector.outside_benefit * sector.user_size * outside_improvement(sector, month);
}

double harm_outside(const Sector& sector, double vulnerability, std::int32_t month) {
    return sector.outside_harm * sector.user_size * vulnerability / outside_improvement(sector, month);
}

}  // namespace leeway
