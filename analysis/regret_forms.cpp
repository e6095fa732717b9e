#include "analysis/regret_forms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/csv_cells.hpp"
#include "analysis/json_numbers.hpp"
#include "analysis/layout.hpp"
#include "analysis/limits.hpp"
#include "analysis/numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

using nlohmann::json;

constexpr std::size_t most_designs = 8;  // in the list of worlds, where each takes a column

const std::string& name_of(const RegretAnswer& answer, std::size_t choice) {
    return answer.results->designs[answer.table.worth.designs[choice]];
}

std::int64_t world_of(const RegretAnswer& answer, std::size_t place) {
    return answer.results->worlds[answer.table.worth.worlds[place]];
}

double regret_at(const RegretAnswer& answer, std::size_t place, std::size_t choice) {
    return answer.table.regret(static_cast<Eigen::Index>(place), static_cast<Eigen::Index>(choice));
}

double level_at(const RegretAnswer& answer, std::size_t place, std::size_t choice) {
    const Worth& worth = answer.table.worth;
    return worth.sign * worth.mean(static_cast<Eigen::Index>(place), static_cast<Eigen::Index>(choice));
}

/// Writes numbers of the outcome with digits that fit the largest of them.
class LossScale {
  public:
    LossScale(const RegretAnswer& answer, bool of_levels) : factor_(number_format(*answer.table.worth.metric).factor) {
        double largest_shown = 0;
        for (const DesignRegret& design : answer.table.designs)
            largest_shown = std::max(
                largest_shown, of_levels ? largest({design.level, design.worst_level}) : largest({design.largest}));
        decimals_ = decimals_for(factor_ * largest_shown, 3);
    }

    std::string operator()(double value) const { return plain_number(factor_ * value, decimals_); }

  private:
    double factor_;
    int decimals_ = 0;
};

std::string mean_text(const LossScale& scale, const DesignRegret& design) {
    const std::string text = scale(design.mean);
    return std::isfinite(design.mean_at_least) ? fmt::format("{} ({})", text, scale(design.mean_at_least)) : text;
}

std::string design_rows(const RegretAnswer& answer, bool colour) {
    const LossScale regret(answer, false), level(answer, true);
    const std::string tail = fmt::format("worst {}", in_percent(answer.table.tail));
    std::vector<std::vector<std::string>> rows{
        {"design", "largest regret", "in world", "mean regret", "best in", "good enough in", "mean", tail, "worst"}};
    for (const DesignRegret& design : answer.table.designs)
        rows.push_back({printable(name_of(answer, design.choice)), regret(design.largest),
                        std::to_string(world_of(answer, design.largest_in)), mean_text(regret, design),
                        in_percent(design.best_share), in_percent(design.good_enough_share), level(design.level),
                        level(design.tail_level), level(design.worst_level)});
    return aligned(rows, colour);
}

/// The worlds in which the safest design loses most, these first.
std::vector<std::size_t> worlds_in_order(const RegretAnswer& answer) {
    std::vector<std::size_t> order(answer.table.worth.worlds.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return regret_at(answer, a, answer.table.least_largest) > regret_at(answer, b, answer.table.least_largest);
    });
    return order;
}

std::string world_rows(const RegretAnswer& answer, bool colour) {
    const LossScale regret(answer, false);
    const std::size_t designs = std::min(most_designs, answer.table.designs.size());
    std::vector<std::vector<std::string>> rows{{"world", "best"}};
    for (std::size_t choice = 0; choice < designs; ++choice) rows.front().push_back(printable(name_of(answer, choice)));
    const std::vector<std::size_t> order = worlds_in_order(answer);
    for (std::size_t i = 0; i < std::min(answer.worlds_shown, order.size()); ++i) {
        rows.push_back(
            {std::to_string(world_of(answer, order[i])), printable(name_of(answer, answer.table.best[order[i]]))});
        for (std::size_t choice = 0; choice < designs; ++choice)
            rows.back().push_back(regret(regret_at(answer, order[i], choice)));
    }
    return aligned(rows, colour);
}

/// What luck does to mean regret, and whether replicates could tell.
std::string luck_words(const RegretAnswer& answer) {
    if (answer.results->replicates.size() == 1)
        return "With one replicate, luck counts as regret: the numbers are too high. Run two or more.";
    return fmt::format(
        "{} is one number of all replicates of a world, so that the luck in it counts as regret: the numbers are too "
        "high.",
        readable(answer.table.worth.metric->name));
}

std::vector<std::string> limits_of(const RegretAnswer& answer) {
    const Worth& worth = answer.table.worth;
    std::vector<std::string> limits;
    if (const std::string words = weighing_words(worth); !words.empty()) limits.push_back(words);
    if (!std::isfinite(answer.table.designs.front().mean_at_least)) limits.push_back(luck_words(answer));
    if (worth.worlds_left_out > 0)
        limits.push_back(fmt::format("{} left out: some design has no finished run there.",
                                     counted(worth.worlds_left_out, "world")));
    for (std::string& limit : limits_of_the_experiment(*answer.results, estimator_for(*answer.results)))
        limits.push_back(std::move(limit));
    return limits;
}

std::string notes(const RegretAnswer& answer) {
    const RegretTable& table = answer.table;
    std::string text =
        wrapped(fmt::format("Regret: how far a design lies behind the best design of the same world. \"Good enough\": "
                            "{}. \"Worst {}\": mean "
                            "over this share of worlds, the worst ones. The last three columns are levels of {}.",
                            printable(table.enough_words), in_percent(table.tail), readable(table.worth.metric->name)));
    if (std::isfinite(table.designs.front().mean_at_least))
        text += wrapped(
            "Mean regret counts luck as regret: the best of a world is partly the luckiest. In brackets it is reckoned "
            "with the best chosen by other replicates than those that judge it, which errs to the other side. The "
            "truth "
            "lies between; more replicates bring both together.");
    for (const std::string& limit : limits_of(answer)) text += wrapped(printable(limit), "! ");
    return text;
}

json design_json(const RegretAnswer& answer, const DesignRegret& design) {
    return {{"name", name_of(answer, design.choice)},
            {"regret_largest", number_or_null(design.largest)},
            {"regret_largest_world", world_of(answer, design.largest_in)},
            {"regret_mean", number_or_null(design.mean)},
            {"regret_mean_without_luck", number_or_null(design.mean_at_least)},
            {"share_best", design.best_share},
            {"share_good_enough", design.good_enough_share},
            {"mean", number_or_null(design.level)},
            {"mean_of_worst", number_or_null(design.tail_level)},
            {"worst", number_or_null(design.worst_level)}};
}

json world_json(const RegretAnswer& answer, std::size_t place) {
    const Results& results = *answer.results;
    json regrets = json::object(), parameters = json::object(), enough = json::array();
    for (std::size_t choice = 0; choice < answer.table.designs.size(); ++choice) {
        regrets[name_of(answer, choice)] = number_or_null(regret_at(answer, place, choice));
        if (answer.table.enough[choice][place]) enough.push_back(name_of(answer, choice));
    }
    const std::size_t world = answer.table.worth.worlds[place], count = results.parameters.size();
    for (std::size_t p = 0; p < count; ++p)
        parameters[results.parameters[p]] = number_or_null(results.world_parameter[world * count + p]);
    return {{"world", world_of(answer, place)},
            {"best", name_of(answer, answer.table.best[place])},
            {"regret", regrets},
            {"good_enough", enough},
            {"parameters", parameters}};
}

std::string csv_headings(const Results& results) {
    std::vector<std::string> cells{"world", "design", "outcome", "value", "regret", "is_best", "good_enough"};
    for (const std::string& parameter : results.parameters) cells.push_back(text_cell(parameter));
    return join(cells, ",") + "\r\n";
}

std::string csv_row(const RegretAnswer& answer, std::size_t place, std::size_t choice) {
    const Results& results = *answer.results;
    std::vector<std::string> cells{
        std::to_string(world_of(answer, place)),       text_cell(name_of(answer, choice)),
        text_cell(answer.table.worth.metric->name),    number_cell(level_at(answer, place, choice)),
        number_cell(regret_at(answer, place, choice)), answer.table.best[place] == choice ? "1" : "0",
        answer.table.enough[choice][place] ? "1" : "0"};
    const std::size_t world = answer.table.worth.worlds[place], count = results.parameters.size();
    for (std::size_t p = 0; p < count; ++p) cells.push_back(number_cell(results.world_parameter[world * count + p]));
    return join(cells, ",") + "\r\n";
}

}  // namespace

std::string regret_text(const RegretAnswer& answer, bool colour) {
    const Metric& metric = *answer.table.worth.metric;
    const std::size_t worlds = answer.table.worth.worlds.size(), shown = std::min(answer.worlds_shown, worlds);
    std::string text = wrapped(printable(answer.table.sentence), "* ") + "\n";
    text += painted(bold,
                    fmt::format("{} [{}], {} is better, {}", metric.name, number_format(metric).unit,
                                metric.better == Better::more ? "more" : "less", counted(worlds, "world")),
                    colour) +
            "\n";
    text += design_rows(answer, colour) + "\n";
    if (shown > 0) {
        text += painted(bold,
                        fmt::format("regret by world, the {} of {} in which `{}` is furthest behind", shown, worlds,
                                    printable(name_of(answer, answer.table.least_largest))),
                        colour) +
                "\n";
        text += world_rows(answer, colour) + "\n";
    }
    return text + notes(answer) + "results hash: " + printable(answer.results->provenance.results_hash) + "\n";
}

json regret_json(const RegretAnswer& answer) {
    json designs = json::array(), worlds = json::array();
    for (const DesignRegret& design : answer.table.designs) designs.push_back(design_json(answer, design));
    for (std::size_t place = 0; place < answer.table.worth.worlds.size(); ++place)
        worlds.push_back(world_json(answer, place));
    return {{"results_hash", answer.results->provenance.results_hash},
            {"baseline", answer.results->designs[answer.table.worth.baseline]},
            {"metric", answer.table.worth.metric->name},
            {"unit", answer.table.worth.metric->unit},
            {"value_of_harm", number_or_null(answer.table.worth.harm_value.value_or(missing_value))},
            {"good_enough", answer.table.enough_words},
            {"tail", answer.table.tail},
            {"least_largest_regret", name_of(answer, answer.table.least_largest)},
            {"least_mean_regret", name_of(answer, answer.table.least_mean)},
            {"sentence", answer.table.sentence},
            {"designs", designs},
            {"worlds", worlds},
            {"worlds_left_out", answer.table.worth.worlds_left_out},
            {"limits", limits_of(answer)}};
}

std::string regret_csv(const RegretAnswer& answer) {
    std::string table = csv_headings(*answer.results);
    for (std::size_t place = 0; place < answer.table.worth.worlds.size(); ++place) {
        for (std::size_t choice = 0; choice < answer.table.designs.size(); ++choice)
            table += csv_row(answer, place, choice);
    }
    return table;
}

}  // namespace leeway
