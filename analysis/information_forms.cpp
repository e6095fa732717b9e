#include "analysis/information_forms.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/csv_cells.hpp"
#include "analysis/json_numbers.hpp"
#include "analysis/layout.hpp"
#include "analysis/numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

using nlohmann::json;

constexpr std::size_t pilots_shown = 8;

/// Writes values with digits that fit the largest of them.
class ValueScale {
  public:
    explicit ValueScale(const InformationValue& value) : factor_(number_format(*value.worth.metric).factor) {
        double most = value.perfect_at_most;
        for (const PilotPrice& price : value.prices) most = std::max(most, price.price);
        decimals_ = std::min(6, decimals_for(factor_ * most, 3) + 1);
    }
    std::string operator()(double amount) const { return plain_number(factor_ * amount, decimals_); }
    std::string operator()(const Interval& interval) const {
        if (!std::isfinite(interval.low)) return (*this)(interval.mean);
        return fmt::format("{} ({} to {})", (*this)(interval.mean), (*this)(interval.low), (*this)(interval.high));
    }

  private:
    double factor_;
    int decimals_ = 0;
};

std::string share_text(const InformationValue& value, double amount) {
    return value.perfect_at_most > 0 ? in_percent(amount / value.perfect_at_most) : "-";
}

std::string parameter_rows(const InformationAnswer& answer, const ValueScale& scale, bool colour) {
    const InformationValue& value = answer.value;
    std::vector<std::vector<std::string>> rows{
        {"parameter", "value of knowing it", "of everything", "by luck", "matched by chance"}};
    for (const ParameterInformation& each : value.parameters)
        rows.push_back({printable(answer.results->parameters[each.parameter]), scale(each.piece.value),
                        share_text(value, each.piece.value.mean), scale(each.piece.by_luck),
                        in_percent(each.piece.chance)});
    return aligned(rows, colour);
}

double price_of(const InformationValue& value, std::size_t design) {
    return std::find_if(value.prices.begin(), value.prices.end(),
                        [&](const PilotPrice& price) { return price.design == design; })
        ->price;
}

std::string pilot_rows(const InformationAnswer& answer, const ValueScale& scale, bool colour) {
    const InformationValue& value = answer.value;
    std::vector<std::vector<std::string>> rows{
        {"run first", "and look at", "value", "by luck", "matched by chance", "its price"}};
    for (std::size_t i = 0; i < std::min(pilots_shown, value.pilots.size()); ++i) {
        const PilotInformation& each = value.pilots[i];
        rows.push_back({printable(answer.results->designs[each.design]), each.finding, scale(each.piece.value),
                        scale(each.piece.by_luck), in_percent(each.piece.chance), scale(price_of(value, each.design))});
    }
    return aligned(rows, colour);
}

std::string belief_rows(const InformationAnswer& answer, bool colour) {
    std::vector<std::vector<std::string>> rows{{"design", "belief error [log rate]", "its price"}};
    const ValueScale scale(answer.value);
    for (const PilotPrice& each : answer.value.prices)
        rows.push_back(
            {printable(answer.results->designs[each.design]), plain_number(each.belief_error, 3), scale(each.price)});
    return aligned(rows, colour);
}

std::string notes(const InformationAnswer& answer) {
    std::string text = wrapped(
        "Values are gains of the mean outcome when the best design is chosen after learning instead of now; of single "
        "parameters and findings by regression (Strong, Oakley and Brennan 2014; Strong and others 2015). Brackets: 95 "
        "% "
        "(jackknife over worlds). \"By luck\": what the method finds in shuffled worlds, where there is nothing to "
        "learn. "
        "\"Matched by chance\": share of shuffles that give as much.");
    text += wrapped(
        "What cannot be known from the file: the value of two parameters together, which can be more than both apart; "
        "and "
        "of a pilot that is smaller or shorter than the design itself. A finding is read at the end of a run of the "
        "whole "
        "design, one number at a time: real pilots show more numbers, of fewer people, earlier. The price counts the "
        "outcome only, as if the design ran everywhere in the place of the best one.",
        "! ");
    for (const std::string& limit : answer.value.limits) text += wrapped(limit, "! ");
    return text;
}

json piece_json(const InformationPiece& piece) {
    return {{"value", number_or_null(piece.value.mean)},
            {"low", number_or_null(piece.value.low)},
            {"high", number_or_null(piece.value.high)},
            {"by_luck", number_or_null(piece.by_luck)},
            {"chance", piece.chance}};
}

json pilots_json(const InformationAnswer& answer) {
    json pilots = json::array();
    for (const PilotInformation& each : answer.value.pilots) {
        json pilot = piece_json(each.piece);
        pilot["design"] = answer.results->designs[each.design];
        pilot["finding"] = each.finding;
        pilot["runs"] = each.runs;
        pilots.push_back(std::move(pilot));
    }
    return pilots;
}

std::string csv_row(const std::string& kind, const std::string& what, const std::string& finding,
                    const InformationPiece& piece, double price) {
    std::vector<std::string> cells{kind, text_cell(what), text_cell(finding)};
    for (const double number :
         {piece.value.mean, piece.value.low, piece.value.high, piece.by_luck, piece.chance, price})
        cells.push_back(number_cell(number));
    return join(cells, ",") + "\r\n";
}

}  // namespace

std::string information_text(const InformationAnswer& answer, bool colour) {
    const InformationValue& value = answer.value;
    const ValueScale scale(value);
    const Metric& metric = *value.worth.metric;
    std::string text;
    for (const std::string& sentence : value.sentences) text += wrapped(printable(sentence), "* ");
    text += "\n" +
            painted(bold,
                    fmt::format("which unknown is worth a study, in {} of {}", number_format(metric).difference_unit,
                                readable(metric.name)),
                    colour) +
            "\n";
    text += parameter_rows(answer, scale, colour) + "\n";
    text += painted(bold, "what a design is worth as an experiment", colour) + "\n";
    text += pilot_rows(answer, scale, colour) + "\n";
    text +=
        painted(bold, "what the regulator has learnt at the end", colour) + "\n" + belief_rows(answer, colour) + "\n";
    return text + notes(answer) + "results hash: " + printable(answer.results->provenance.results_hash) + "\n";
}

json information_json(const InformationAnswer& answer) {
    const InformationValue& value = answer.value;
    json parameters = json::array(), designs = json::array();
    for (const ParameterInformation& each : value.parameters) {
        json parameter = piece_json(each.piece);
        parameter["parameter"] = answer.results->parameters[each.parameter];
        parameters.push_back(std::move(parameter));
    }
    for (const PilotPrice& each : value.prices)
        designs.push_back({{"name", answer.results->designs[each.design]},
                           {"price", number_or_null(each.price)},
                           {"belief_error", number_or_null(each.belief_error)}});
    return {{"results_hash", answer.results->provenance.results_hash},
            {"metric", value.worth.metric->name},
            {"unit", value.worth.metric->unit},
            {"value_of_harm", number_or_null(value.worth.harm_value.value_or(missing_value))},
            {"worlds", value.worth.worlds.size()},
            {"best_now", answer.results->designs[value.worth.designs[value.best]]},
            {"mean_now", number_or_null(value.now)},
            {"evpi", number_or_null(value.perfect_at_most)},
            {"evpi_without_luck", number_or_null(value.perfect_at_least)},
            {"parameters", parameters},
            {"pilots", pilots_json(answer)},
            {"designs", designs},
            {"sentences", value.sentences},
            {"limits", value.limits}};
}

std::string information_csv(const InformationAnswer& answer) {
    const InformationValue& value = answer.value;
    std::string table = "kind,what,finding,value,low,high,by_luck,chance,price\r\n";
    table +=
        csv_row("everything", "", "",
                {{value.perfect_at_most, value.perfect_at_least, value.perfect_at_most}, missing_value, missing_value},
                missing_value);
    for (const ParameterInformation& each : value.parameters)
        table += csv_row("parameter", answer.results->parameters[each.parameter], "", each.piece, missing_value);
    for (const PilotInformation& each : value.pilots)
        table += csv_row("pilot", answer.results->designs[each.design], each.finding, each.piece,
                         price_of(value, each.design));
    return table;
}

}  // namespace leeway
