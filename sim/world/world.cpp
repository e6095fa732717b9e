#include "world/world.hpp"

namespace leeway {

double World::total(double Counts::*count) const {
    double sum = 0;
    for (const Jurisdiction& jurisdiction : jurisdictions) sum += jurisdiction.counts.*count;
    return sum;
}

double World::total(double Money::*flow) const {
    double sum = 0;
    for (const Jurisdiction& jurisdiction : jurisdictions) sum += jurisdiction.money.*flow;
    return sum;
}

}  // namespace leeway
