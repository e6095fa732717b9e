#include "rules/adopt/mood.hpp"

#include "rules/formula/harm_rate.hpp"

namespace leeway {

Mood mood_of(const Adopt& rule, const World& world) {
    const Citizens& citizens = world.citizens;
    std::vector<double> literacy(world.groups());
    for (std::size_t g = 0; g < world.groups(); ++g) literacy[g] = world.segment_of_group(g).literacy;
    Mood mood{std::vector<double>(citizens.count()), std::vector<double>(citizens.count())};
    for (std::uint32_t i = 0; i < citizens.count(); ++i) {
        mood.confidence[i] = rule.trust_factor(citizens.trust[i]);
        mood.inclination[i] = mood.confidence[i] * literacy[citizens.group[i]];
    }
    return mood;
}

double supported_literacy(double literacy, double support) {
    return literacy < 1 ? literacy + support * (1 - literacy) : literacy;
}

double user_support(const World& world, const Design& design, std::uint32_t p) {
    return is_guarded(world, design, p) ? design.safeguards.user_support : 0;
}

}  // namespace leeway
