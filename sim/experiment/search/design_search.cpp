#include "experiment/search/design_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <pagmo/algorithms/nsga2.hpp>
#include <pagmo/batch_evaluators/member_bfe.hpp>
#include <pagmo/bfe.hpp>
#include <pagmo/population.hpp>
#include <pagmo/problem.hpp>
#include <set>

namespace leeway {
namespace {

constexpr double very_bad = 1e300;  // of a design whose runs failed

/// Everything tried so far; asks for nothing twice.
class Archive {
  public:
    explicit Archive(const TryChoices& attempt) : attempt_(attempt) {}

    void try_all(const std::vector<LeverChoice>& choices) {
        std::vector<LeverChoice> fresh;
        std::set<LeverChoice> asked;
        for (const LeverChoice& choice : choices) {
            if (places_.count(choice) == 0 && asked.insert(choice).second) fresh.push_back(choice);
        }
        if (fresh.empty()) return;
        const std::vector<UptakeHarm> changes = attempt_(fresh);
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            places_[fresh[i]] = tried_.size();
            tried_.push_back({fresh[i], changes[i]});
        }
    }

    const UptakeHarm& change(const LeverChoice& choice) const { return tried_[places_.at(choice)].change; }
    std::vector<TriedChoice> take() { return std::move(tried_); }

  private:
    const TryChoices& attempt_;
    std::vector<TriedChoice> tried_;
    std::map<LeverChoice, std::size_t> places_;
};

/// The search as pagmo sees it: whole numbers, and two objectives that are made small. Levers with one value stay out.
struct DesignProblem {
    const ChoiceSpace* space = nullptr;
    Archive* archive = nullptr;

    std::vector<std::size_t> free_levers() const {
        std::vector<std::size_t> levers;
        for (std::size_t lever = 0; lever < space->values.size(); ++lever)
            if (space->values[lever] > 1) levers.push_back(lever);
        return levers;
    }

    LeverChoice choice_of(const double* genes) const {
        LeverChoice choice(space->values.size(), 0);
        for (const std::size_t lever : free_levers()) choice[lever] = static_cast<std::size_t>(std::lround(*genes++));
        return choice;
    }

    pagmo::vector_double batch_fitness(const pagmo::vector_double& genes) const {
        const std::size_t length = get_nix();
        std::vector<LeverChoice> choices;
        for (std::size_t first = 0; first < genes.size(); first += length) choices.push_back(choice_of(&genes[first]));
        archive->try_all(choices);
        pagmo::vector_double values;
        for (const LeverChoice& choice : choices) {
            const UptakeHarm& change = archive->change(choice);
            const bool known = std::isfinite(change.uptake) && std::isfinite(change.harm);
            values.push_back(known ? -change.uptake : very_bad);
            values.push_back(known ? change.harm : very_bad);
        }
        return values;
    }

    pagmo::vector_double fitness(const pagmo::vector_double& genes) const { return batch_fitness(genes); }

    std::pair<pagmo::vector_double, pagmo::vector_double> get_bounds() const {
        pagmo::vector_double low, high;
        for (const std::size_t lever : free_levers()) {
            low.push_back(0);
            high.push_back(static_cast<double>(space->values[lever] - 1));
        }
        return {low, high};
    }

    pagmo::vector_double::size_type get_nobj() const { return 2; }
    pagmo::vector_double::size_type get_nix() const { return free_levers().size(); }
    pagmo::thread_safety get_thread_safety() const { return pagmo::thread_safety::none; }
};

/// Every choice, the last lever changing fastest.
std::vector<LeverChoice> all_choices(const ChoiceSpace& space) {
    std::vector<LeverChoice> all(space.choices(), LeverChoice(space.values.size()));
    for (std::size_t number = 0; number < all.size(); ++number) {
        std::size_t rest = number;
        for (std::size_t lever = space.values.size(); lever-- > 0;) {
            all[number][lever] = rest % space.values[lever];
            rest /= space.values[lever];
        }
    }
    return all;
}

void evolve(const ChoiceSpace& space, const SearchSettings& settings, Archive& archive) {
    const auto seed = static_cast<unsigned>(settings.seed ^ (settings.seed >> 32));
    const pagmo::bfe at_once{pagmo::member_bfe{}};
    pagmo::nsga2 method(1, 0.95, 10, 1 / static_cast<double>(space.values.size()), 20, seed);
    method.set_bfe(at_once);
    pagmo::population people(pagmo::problem(DesignProblem{&space, &archive}), at_once, settings.population, seed);
    for (std::size_t generation = 0; generation < settings.generations; ++generation) people = method.evolve(people);
}

/// Whether one is no worse in both and better in one.
bool beats(const UptakeHarm& one, const UptakeHarm& other) {
    const bool no_worse = one.uptake >= other.uptake && one.harm <= other.harm;
    return no_worse && (one.uptake > other.uptake || one.harm < other.harm);
}

}  // namespace

std::size_t ChoiceSpace::choices() const {
    std::size_t product = 1;
    for (const std::size_t count : values) product *= count;
    return product;
}

std::vector<TriedChoice> search_designs(const ChoiceSpace& space, const SearchSettings& settings,
                                        const TryChoices& attempt) {
    Archive archive(attempt);
    if (space.choices() <= settings.population * (settings.generations + 1))
        archive.try_all(all_choices(space));
    else
        evolve(space, settings, archive);
    return archive.take();
}

std::vector<std::size_t> efficient_choices(const std::vector<TriedChoice>& tried) {
    std::vector<std::size_t> efficient;
    for (std::size_t i = 0; i < tried.size(); ++i) {
        const UptakeHarm& change = tried[i].change;
        if (!std::isfinite(change.uptake) || !std::isfinite(change.harm)) continue;
        const bool is_beaten = std::any_of(tried.begin(), tried.end(),
                                           [&](const TriedChoice& other) { return beats(other.change, change); });
        const bool is_double = std::any_of(efficient.begin(), efficient.end(), [&](std::size_t earlier) {
            return tried[earlier].change.uptake == change.uptake && tried[earlier].change.harm == change.harm;
        });
        if (!is_beaten && !is_double) efficient.push_back(i);
    }
    std::stable_sort(efficient.begin(), efficient.end(),
                     [&](std::size_t a, std::size_t b) { return tried[a].change.uptake < tried[b].change.uptake; });
    return efficient;
}

}  // namespace leeway
