// Looks for designs that gain much uptake and add little harm, without running all that there are: NSGA-II (Deb,
// Pratap, Agarwal and Meyarivan 2002, IEEE Trans. Evol. Comput. 6) as pagmo has it (Biscani and Izzo 2020, J. Open
// Source Softw. 5). All designs meet the same worlds and the same luck, so that what sets two of them apart is the
// design.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace leeway {

/// Which value each lever takes, by its number.
using LeverChoice = std::vector<std::size_t>;

/// The choices there are: each lever takes one of so many values.
struct ChoiceSpace {
    std::vector<std::size_t> values;  ///< by lever, each at least 1

    std::size_t choices() const;
};

/// What a design changes against the baseline: more uptake and less harm are better. NaN where a run has failed.
struct UptakeHarm {
    double uptake, harm;
};

/// A choice with what it changes.
struct TriedChoice {
    LeverChoice choice;
    UptakeHarm change;
};

/// What many choices change, in their order. No choice is asked twice in a search.
using TryChoices = std::function<std::vector<UptakeHarm>(const std::vector<LeverChoice>& choices)>;

struct SearchSettings {
    std::size_t population = 16;  ///< a multiple of 4, at least 8
    std::size_t generations = 8;
    std::uint64_t seed = 1;
};

/// Everything that was tried, in order. A space of no more choices than population times (generations + 1) is tried as
/// a whole. The same settings and answers give the same search. What `attempt` throws ends it.
std::vector<TriedChoice> search_designs(const ChoiceSpace& space, const SearchSettings& settings,
                                        const TryChoices& attempt);

/// The tried choices that no other one beats in both, by rising uptake; of equals the first.
std::vector<std::size_t> efficient_choices(const std::vector<TriedChoice>& tried);

}  // namespace leeway
