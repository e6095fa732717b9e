#include "rules/react/news.hpp"

#include <algorithm>
#include <vector>

#include "core/arithmetic.hpp"
#include "rules/formula/state_of_affairs.hpp"
#include "rules/react/complaints.hpp"

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

void move_trust(const News& rule, World& world, const std::vector<double>& excess, const std::vector<double>& gain) {
    for (std::uint32_t i = 0; i < world.citizens.count(); ++i) {
        const std::size_t j = world.jurisdiction_of_group(world.citizens.group[i]);
        double& trust = world.citizens.trust[i];
        if (excess[j] > 0)
            trust = std::max(0.0, trust * (1 - std::min(1.0, rule.trust_effect * excess[j] * openness(trust))));
        if (gain[j] != 0) trust = std::clamp(trust + gain[j] * openness(trust), 0.0, 1.0);
    }
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
    const auto matters = [](double amount) { return amount != 0; };
    if (std::any_of(excess.begin(), excess.end(), matters) || std::any_of(gain.begin(), gain.end(), matters))
        move_trust(*this, world, excess, gain);
    for (std::size_t j = 0; j < world.jurisdictions.size(); ++j) {
        lash_back(*this, world, j, draws);
        Rulebook& rulebook = world.jurisdictions[j].rulebook;
        if (world.month < rulebook.moratorium_until) ++rulebook.backlash_months;
    }
}

}  // namespace leeway
