#include "rules/react/news.hpp"

#include <algorithm>
#include <vector>

#include "core/arithmetic.hpp"
#include "core/vector_clones.hpp"
#include "rules/formula/state_of_affairs.hpp"
#include "world/for_each_stretch.hpp"

namespace leeway {
namespace {

// News of each jurisdiction above the floor under which nobody takes notice.
std::vector<double> bring_news(const News& rule, World& world) {
    std::vector<double> excess(world.jurisdictions.size());
    for (std::size_t j = 0; j < excess.size(); ++j) {
        double& news = world.jurisdictions[j].news;
        news = rule.memory * news + (1 - rule.memory) * detected_harm_per_1000_citizen_years(world, j);
        excess[j] = std::max(0.0, news - rule.noise_floor);
    }
    return excess;
}

// What published gate decisions of each jurisdiction add to the trust of the undecided; the public hears of each once.
std::vector<double> bring_results(const News& rule, World& world) {
    std::vector<double> gain(world.jurisdictions.size());
    for (std::size_t j = 0; j < gain.size(); ++j) {
        Jurisdiction& jurisdiction = world.jurisdictions[j];
        gain[j] = rule.result_effect * (jurisdiction.good_results - rule.bad_result_weight * jurisdiction.bad_results);
        jurisdiction.good_results = jurisdiction.bad_results = 0;
    }
    return gain;
}

// What news and published results do to the undecided (openness 1), as shares and as sums of trust.
struct Push {
    float loss, gain;
};

// openness(trust) = 4 trust (1 - trust), written out for vector instructions.
LEEWAY_VECTOR_CLONES void push_trust(float* trust, std::uint32_t size, Push push) {
    for (std::uint32_t i = 0; i < size; ++i) {
        const float share = push.loss * 4 * trust[i] * (1 - trust[i]);
        const float told = trust[i] * (1 - (share < 1 ? share : 1));
        const float moved = told + push.gain * 4 * told * (1 - told);
        trust[i] = moved < 0 ? 0 : moved > 1 ? 1 : moved;
    }
}

void move_trust(const News& rule, World& world, const std::vector<double>& excess, const std::vector<double>& gain) {
    Citizens& citizens = world.citizens;
    for_each_stretch(citizens, [&](std::size_t, const Stretch& stretch) {
        const auto [begin, end, group] = stretch;
        const std::size_t j = world.jurisdiction_of_group(group);
        if (excess[j] == 0 && gain[j] == 0) return;
        push_trust(&citizens.trust[begin], end - begin,
                   {static_cast<float>(rule.trust_effect * excess[j]), static_cast<float>(gain[j])});
    });
}

void lash_back(const News& rule, World& world, std::size_t j, const Draws& draws) {
    Rulebook& rulebook = world.jurisdictions[j].rulebook;
    if (world.month < rulebook.calm_until) return;
    if (draws.uniform(j, world.month) >= rule.backlash_probability(world.jurisdictions[j].news)) return;
    rulebook.moratorium_until = world.month + 1 + static_cast<std::int32_t>(rule.moratorium_months);
    rulebook.calm_until = rulebook.moratorium_until + static_cast<std::int32_t>(rule.calm_months);
}

}  // namespace

double News::backlash_probability(double news) const {
    if (news <= noise_floor) return 0;
    return backlash_most / (1 + portable::exp(-(news - backlash_level) / backlash_width));
}

void News::operator()(World& world, const Draws& draws) const {
    const std::vector<double> excess = bring_news(*this, world), gain = bring_results(*this, world);
    move_trust(*this, world, excess, gain);
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        lash_back(*this, world, j, draws);
        Rulebook& rulebook = world.jurisdictions[j].rulebook;
        if (world.month < rulebook.moratorium_until) ++rulebook.backlash_months;
    }
}

}  // namespace leeway
