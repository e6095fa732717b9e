#include "rules/react/news.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "rules/react/complaints.hpp"

namespace leeway {
namespace {

void spread_news(const News& rule, World& world) {
    const double persons = static_cast<double>(world.scenario->citizens.population);
    const double this_month = world.detected_severity * 12 * 1000 / persons;
    world.news = rule.memory * world.news + (1 - rule.memory) * this_month;
    const double excess = world.news - rule.noise_floor;
    if (excess <= 0) return;
    for (double& trust : world.citizens.trust) {
        trust = std::max(0.0, trust * (1 - std::min(1.0, rule.trust_effect * excess * openness(trust))));
    }
}

void lash_back(const News& rule, World& world, const Draws& draws) {
    Rulebook& rulebook = world.rulebook;
    if (world.month < rulebook.calm_until) return;
    if (draws.uniform(0, world.month) >= rule.backlash_probability(world.news)) return;
    rulebook.moratorium_until = world.month + 1 + static_cast<std::int32_t>(rule.moratorium_months);
    rulebook.calm_until = rulebook.moratorium_until + static_cast<std::int32_t>(rule.calm_months);
}

}  // namespace

double News::backlash_probability(double news) const {
    if (news <= noise_floor) return 0;
    return backlash_most / (1 + portable::exp(-(news - backlash_level) / backlash_width));
}

void News::operator()(World& world, const Draws& draws) const {
    spread_news(*this, world);
    lash_back(*this, world, draws);
    if (world.month < world.rulebook.moratorium_until) ++world.rulebook.backlash_months;
}

}  // namespace leeway
