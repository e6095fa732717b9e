#include "analysis/regret.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/numbers.hpp"
#include "analysis/worlds.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

std::vector<Limit> usual_limits() { return {{"uptake", 0, true}, {"harm_per_1000_citizen_years", 0, false}}; }

std::vector<double> column(const Eigen::MatrixXd& matrix, std::size_t place) {
    const Eigen::VectorXd values = matrix.col(static_cast<Eigen::Index>(place));
    return {values.begin(), values.end()};
}

/// Whether a design keeps a limit in each of the worlds; a missing value keeps none. `relative`: the limit is on the
/// difference from the baseline.
void apply_limit(const Results& results, const Worth& worth, const Limit& limit, bool relative, std::size_t design,
                 std::vector<bool>& enough) {
    const OutcomeArray& outcome = *find_outcome(results.outcomes, limit.metric);
    for (std::size_t i = 0; i < worth.worlds.size(); ++i) {
        std::vector<double> values;
        for (std::size_t r = 0; r < results.replicates.size(); ++r) {
            const double value = run_value(results, outcome, design, worth.worlds[i], r);
            const double other = relative ? run_value(results, outcome, worth.baseline, worth.worlds[i], r) : 0;
            values.push_back(value - other);
        }
        const double mean = finite_mean(values);
        enough[i] = enough[i] && (limit.at_least ? mean >= limit.bound : mean <= limit.bound);
    }
}

std::string words_of(const std::vector<Limit>& limits, const std::string& baseline) {
    if (limits.empty())
        return fmt::format("uptake is no lower and harm no higher than under `{}` in the same world", baseline);
    std::vector<std::string> words;
    for (const Limit& limit : limits)
        words.push_back(fmt::format("{} is at {} {}", readable(limit.metric), limit.at_least ? "least" : "most",
                                    number_text(limit.bound)));
    return listed(words);
}

std::optional<std::string> problem_of(const Results& results, const std::vector<Limit>& limits) {
    for (const Limit& limit : limits) {
        const auto outcome = stored_outcome(results, limit.metric);
        if (const auto* problem = std::get_if<std::string>(&outcome)) return *problem;
    }
    return std::nullopt;
}

DesignRegret judge(const RegretTable& table, std::size_t choice, double judged_loss) {
    const std::vector<double> regret = column(table.regret, choice), worth = column(table.worth.mean, choice);
    DesignRegret answer;
    answer.choice = choice;
    answer.mean = finite_mean(regret);
    const auto largest = std::max_element(regret.begin(), regret.end());
    answer.largest = *largest;
    answer.largest_in = static_cast<std::size_t>(largest - regret.begin());
    answer.mean_at_least = std::isfinite(judged_loss) ? std::max(0.0, judged_loss) : missing_value;
    answer.level = table.worth.sign * finite_mean(worth);
    answer.worst_level = table.worth.sign * *std::min_element(worth.begin(), worth.end());
    answer.tail_level = table.worth.sign * mean_of_worst(worth, table.tail);
    const auto worlds = static_cast<double>(regret.size());
    answer.best_share = static_cast<double>(std::count(table.best.begin(), table.best.end(), choice)) / worlds;
    const std::vector<bool>& enough = table.enough[choice];
    answer.good_enough_share = static_cast<double>(std::count(enough.begin(), enough.end(), true)) / worlds;
    return answer;
}

std::string sentence_of(const Results& results, const RegretTable& table) {
    const NumberFormat format = number_format(*table.worth.metric);
    const auto name = [&](std::size_t choice) { return results.designs[table.worth.designs[choice]]; };
    const auto loss = [&](double value) {
        return plain_number(format.factor * value, decimals_for(format.factor * value, 3));
    };
    const DesignRegret &safe = table.designs[table.least_largest], &usual = table.designs[table.least_mean];
    const std::string by = "By " + readable(table.worth.metric->name);
    if (safe.largest == 0) return fmt::format("{} `{}` is the best design in every world.", by, name(safe.choice));
    std::string text = fmt::format(
        "{} `{}` has the least worst regret: in no world is it more than {} {} behind the best design there.", by,
        name(safe.choice), loss(safe.largest), format.difference_unit);
    if (safe.choice == usual.choice)
        return text + fmt::format(" On average it is {} behind, the least too.", loss(safe.mean));
    return text +
           fmt::format(" On average `{}` is the least behind: {}, against {} of `{}`; in its worst world it is {}.",
                       name(usual.choice), loss(usual.mean), loss(safe.mean), name(safe.choice), loss(usual.largest));
}

template <class Less>
std::size_t first_least(const std::vector<DesignRegret>& designs, Less value) {
    const auto found = std::min_element(designs.begin(), designs.end(),
                                        [&](const auto& a, const auto& b) { return value(a) < value(b); });
    return found->choice;
}

}  // namespace

double mean_of_worst(std::vector<double> values, double tail) {
    std::sort(values.begin(), values.end());
    double left = tail * static_cast<double>(values.size()), sum = 0;
    const double whole = left;
    for (std::size_t i = 0; i < values.size() && left > 0; ++i) {
        sum += std::min(1.0, left) * values[i];
        left -= 1;
    }
    return sum / whole;
}

std::variant<RegretTable, std::string> regret_table(const Results& results, const RegretRequest& request) {
    auto worth = worth_of_designs(results, request.worth);
    if (const auto* problem = std::get_if<std::string>(&worth)) return *problem;
    const bool relative = request.limits.empty();
    const std::vector<Limit> limits = relative ? usual_limits() : request.limits;
    if (const auto problem = problem_of(results, limits)) return *problem;
    RegretTable table;
    table.worth = std::get<Worth>(std::move(worth));
    table.tail = request.tail;
    table.best = best_in_each_world(table.worth);
    table.regret = (-table.worth.mean).colwise() + table.worth.mean.rowwise().maxCoeff();
    table.enough_words = words_of(request.limits, results.designs[table.worth.baseline]);
    const Eigen::VectorXd judged_loss = judged_best(table.worth) - judged_means(table.worth).array();
    for (std::size_t choice = 0; choice < table.worth.designs.size(); ++choice) {
        table.enough.emplace_back(table.worth.worlds.size(), true);
        for (const Limit& limit : limits)
            apply_limit(results, table.worth, limit, relative, table.worth.designs[choice], table.enough.back());
        table.designs.push_back(judge(table, choice, judged_loss(static_cast<Eigen::Index>(choice))));
    }
    table.least_largest = first_least(table.designs, [](const DesignRegret& each) { return each.largest; });
    table.least_mean = first_least(table.designs, [](const DesignRegret& each) { return each.mean; });
    table.sentence = sentence_of(results, table);
    return table;
}

}  // namespace leeway
