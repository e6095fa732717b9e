#include "analysis/limits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/numbers.hpp"

namespace leeway {
namespace {

std::size_t count_status(const Results& results, RunStatus status) {
    return static_cast<std::size_t>(std::count(results.status.begin(), results.status.end(), status));
}

void add_sampling_limits(const Results& results, const MeanEstimator& estimator, std::vector<std::string>& limits) {
    const std::size_t worlds = results.worlds.size(), replicates = results.replicates.size();
    if (worlds == 1 && replicates == 1) {
        limits.emplace_back(
            "There is one run per design: no interval can be given, and a difference may be luck. Run more worlds and "
            "replicates.");
    } else if (worlds == 1) {
        limits.emplace_back(
            "There is a single world: intervals and spreads are over its replicates (luck alone) and say nothing about "
            "the uncertain parameters.");
    } else if (replicates == 1) {
        limits.emplace_back(
            "There is one replicate per world: the spread over worlds holds luck as well as the uncertain parameters, "
            "and "
            "what common luck saves cannot be told.");
    }
    if (estimator.kind == Estimator::none) {
        limits.push_back(
            fmt::format("The worlds are points of a {} plan: chosen, not drawn. Spreads describe those points; an "
                        "interval for their mean has no meaning and is left out.",
                        results.sampling));
    }
    if (worlds > 1 && worlds < 10) {
        limits.push_back(
            fmt::format("Only {} worlds: the 5 % and 95 % quantiles are close to the least and the largest value seen, "
                        "and intervals of strongly skewed outcomes may miss more often than they say.",
                        worlds));
    }
}

void add_run_limits(const Results& results, std::vector<std::string>& limits) {
    const std::size_t failed = count_status(results, RunStatus::failed),
                      pending = count_status(results, RunStatus::pending);
    if (failed > 0) {
        limits.push_back(
            fmt::format("{} of {} failed and {} left out; if they failed for a reason that matters, the others are a "
                        "biased sample.",
                        failed, counted(results.runs(), "run"), failed == 1 ? "is" : "are"));
    }
    if (pending > 0) {
        limits.push_back(fmt::format("{} of {} {} not finished yet and left out.", pending,
                                     counted(results.runs(), "run"), pending == 1 ? "is" : "are"));
    }
    if (results.designs.size() == 1) limits.emplace_back("There is one design: nothing to compare it with.");
}

}  // namespace

std::string limit_of_harm() {
    return "No study with a control group measures harm inside against outside a sandbox; the harm side of this model "
           "is calibrated from analogues (complaints, redress and enforcement in markets that exist). Read levels of "
           "harm as orders of magnitude and differences between designs as the result.";
}

std::vector<std::string> limits_of_the_model() {
    return {
        "How harmful a sandbox is. " + limit_of_harm(),
        "Whether sandboxes cause firms to raise more money. Of two studies of the same sandbox, one finds 15 % more "
        "capital and a 50 % higher chance of raising it (Cornelli et al.), the other no such effect on participants "
        "(Hellmann, Montag and Vulkan). The model varies it between none and the former.",
        "What will happen in a country. It is a model of mechanisms: it says what would have to be true for a design "
        "to be better.",
    };
}

std::vector<std::string> limits_of_the_experiment(const Results& results, const MeanEstimator& estimator) {
    std::vector<std::string> limits;
    add_run_limits(results, limits);
    add_sampling_limits(results, estimator, limits);
    return limits;
}

std::string interval_words(const Results& results, const MeanEstimator& estimator) {
    const std::size_t worlds = results.worlds.size(), parameters = results.parameters.size();
    if (worlds == 1) {
        return results.replicates.size() == 1
                   ? "none: there is one run per design"
                   : "t interval over the replicates of the only world, corrected for skewness (Hall 1992)";
    }
    switch (estimator.kind) {
        case Estimator::latin_hypercube:
            return fmt::format(
                "t interval over worlds of a Latin hypercube, by the variance that remains after regression on the "
                "ranks of the {} (Stein 1987, Owen 1992), corrected for skewness (Hall 1992)",
                counted(parameters, "uncertain parameter"));
        case Estimator::none:
            return "none: the worlds were chosen, not drawn";
        case Estimator::independent:
            break;
    }
    if (results.sampling == "latin-hypercube" && parameters > 0) {
        return fmt::format(
            "t interval over worlds as if they were independent, corrected for skewness (Hall 1992), which is too wide "
            "for a Latin hypercube; with {} or "
            "more worlds it would be sharper",
            least_worlds(parameters));
    }
    if (results.sampling == "sobol") {
        return "t interval over worlds as if they were independent, corrected for skewness (Hall 1992), which is too "
               "wide for a Sobol sequence";
    }
    return "t interval over worlds, corrected for skewness (Hall 1992)";
}

}  // namespace leeway
