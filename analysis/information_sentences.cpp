#include "analysis/information_sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/limits.hpp"
#include "analysis/numbers.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

constexpr double surely_worth = 0.05;
constexpr std::size_t few_worlds_for_values = 30;

std::string amount(const Results& results, const Metric& metric, double value) {
    const NumberFormat format = number_format(metric);
    std::string text = fmt::format("{} {}", plain_number(format.factor * value, decimals_for(format.factor * value, 3)),
                                   format.difference_unit);
    if (metric.name == "net_benefit" && results.population > 0)
        text += fmt::format(
            " ({} million a year in all)",
            plain_number(value * results.population / 1e6, decimals_for(value * results.population / 1e6, 2)));
    return text;
}

std::string perfect_sentence(const Results& results, const InformationValue& answer) {
    const Metric& metric = *answer.worth.metric;
    const std::string best = results.designs[answer.worth.designs[answer.best]];
    const std::string most = amount(results, metric, answer.perfect_at_most);
    if (!std::isfinite(answer.perfect_at_least))
        return fmt::format("With what is known now, choose `{}`. To know everything first is worth at most {}.", best,
                           most);
    return fmt::format("With what is known now, choose `{}`. To know everything first is worth between {} and {}.",
                       best, amount(results, metric, answer.perfect_at_least), most);
}

std::string parameter_sentence(const Results& results, const InformationValue& answer) {
    if (answer.parameters.empty()) return "No uncertain parameter differs between these worlds.";
    const ParameterInformation& first = answer.parameters.front();
    const std::string& name = results.parameters[first.parameter];
    if (first.piece.value.mean <= 0)
        return "Knowing any single parameter would not change the choice: study none for this decision.";
    if (first.piece.chance > surely_worth)
        return fmt::format(
            "No single parameter is surely worth a study: the best, {}, would gain {}, no more than chance "
            "finds in {:.0f} % of shuffles.",
            name, amount(results, *answer.worth.metric, first.piece.value.mean), 100 * first.piece.chance);
    return fmt::format("Most worth a study is {}: to know it first is worth {}.", name,
                       amount(results, *answer.worth.metric, first.piece.value.mean));
}

/// The surest finding of the most worth: of one design, or of any; none where chance finds as much.
const PilotInformation* best_pilot(const InformationValue& answer, std::optional<std::size_t> design) {
    const auto found = std::find_if(answer.pilots.begin(), answer.pilots.end(), [&](const PilotInformation& pilot) {
        return pilot.piece.chance <= surely_worth && pilot.piece.value.mean > 0 &&
               pilot.design == design.value_or(pilot.design);
    });
    return found == answer.pilots.end() ? nullptr : &*found;
}

/// A pilot that teaches more than the best design itself does pays as long as few enough live under it.
std::string dear_pilot_sentence(const Results& results, const InformationValue& answer, const PilotInformation& pilot,
                                double free) {
    const double price = std::find_if(answer.prices.begin(), answer.prices.end(), [&](const PilotPrice& each) {
                             return each.design == pilot.design;
                         })->price;
    const double more = pilot.piece.value.mean - free;
    return fmt::format(
        "{} `{}` tells {} by {}: deciding after it is worth {}. While it runs in the place of the best design it "
        "costs {}, so as a pilot it pays if less than {} of the people and years that the decision is for "
        "pass in it.",
        free > 0 ? " Of all designs" : "As an experiment", results.designs[pilot.design], free > 0 ? "more" : "most",
        readable(pilot.finding), amount(results, *answer.worth.metric, pilot.piece.value.mean),
        amount(results, *answer.worth.metric, price), in_percent(more / (more + price)));
}

std::string pilot_sentence(const Results& results, const InformationValue& answer) {
    const std::size_t best_now = answer.worth.designs[answer.best];
    const PilotInformation *any = best_pilot(answer, std::nullopt), *free = best_pilot(answer, best_now);
    if (any == nullptr)
        return "As an experiment no design shows anything that would change the choice: no pilot pays by what it "
               "teaches "
               "about this decision.";
    if (free == nullptr) return dear_pilot_sentence(results, answer, *any, 0);
    const std::string text = fmt::format(
        "What `{}` itself shows by {} is worth {} if the choice is then made anew; it has no price, for it is "
        "also the best choice now.",
        results.designs[best_now], readable(free->finding),
        amount(results, *answer.worth.metric, free->piece.value.mean));
    if (any == free) return text + " No other design tells more.";
    return text + dear_pilot_sentence(results, answer, *any, free->piece.value.mean);
}

}  // namespace

std::vector<std::string> information_sentences(const Results& results, const InformationValue& answer) {
    return {perfect_sentence(results, answer), parameter_sentence(results, answer), pilot_sentence(results, answer)};
}

std::vector<std::string> limits_of_information(const Results& results, const InformationValue& answer) {
    std::vector<std::string> limits;
    if (const std::string words = weighing_words(answer.worth); !words.empty()) limits.push_back(words);
    if (answer.worth.worlds.size() < few_worlds_for_values)
        limits.push_back(fmt::format("Only {}: values of information are rough. Run more (worlds.count).",
                                     counted(answer.worth.worlds.size(), "world")));
    if (results.replicates.size() == 1)
        limits.emplace_back(
            "There is one replicate: luck counts as something that could be known, and a pilot's luck tells that of "
            "what "
            "follows. Both make values too large. Run two or more.");
    if (results.replicates.size() > answer.worth.replicates.size())
        limits.push_back(
            fmt::format("{} is one number of all replicates of a world: luck counts as something that could "
                        "be known, which makes values too large.",
                        readable(answer.worth.metric->name)));
    if (answer.worth.worlds_left_out > 0)
        limits.push_back(fmt::format("{} left out: some design has no finished run there.",
                                     counted(answer.worth.worlds_left_out, "world")));
    for (std::string& limit : limits_of_the_experiment(results, estimator_for(results)))
        limits.push_back(std::move(limit));
    return limits;
}

}  // namespace leeway
