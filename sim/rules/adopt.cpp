#include "rules/adopt.hpp"

#include <vector>

#include "core/arithmetic.hpp"
#include "rules/adopt/activity.hpp"
#include "rules/adopt/choice.hpp"
#include "rules/adopt/crossings.hpp"
#include "rules/adopt/mood.hpp"
#include "rules/adopt/offers.hpp"

namespace leeway {

double Adopt::trust_factor(double trust) const {
    const double relative = trust / trust_reference;
    return trust_exponent == 1 ? relative : portable::pow(relative, trust_exponent);
}

void Adopt::operator()(World& world, const Levers& levers, const Draws& draws) const {
    const Mood mood = mood_of(*this, world);
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        std::vector<Offer> offers = offers_in(*this, world, levers, k);
        const Crossings crossings = decide(*this, world, k, mood, availability(*this, world, levers, offers));
        leave(*this, world, levers, k, crossings.leaving, draws.named("threshold"));
        take_up(world, k, crossings.adopting, offers, draws);
    }
    count_activity(*this, world, levers, mood);
}

}  // namespace leeway
