#include "analysis/report_fan.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/report_words.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

constexpr std::array<double, 5> shares{0.05, 0.25, 0.5, 0.75, 0.95};
constexpr std::array<std::vector<double> Fan::*, 5> band_parts{&Fan::low, &Fan::lower, &Fan::median, &Fan::upper,
                                                               &Fan::high};

std::vector<std::size_t> drawn_designs(const Results& results) {
    std::vector<std::size_t> designs;
    for (const bool baselines : {true, false}) {
        for (std::size_t design = 0; design < results.designs.size(); ++design) {
            if (is_baseline(results, design) == baselines && designs.size() < most_fans) designs.push_back(design);
        }
    }
    return designs;
}

Fan fan_over_units(const Results& results, const OutcomeArray& series, std::size_t design) {
    Fan fan;
    for (std::size_t month = 0; month < results.months.size(); ++month) {
        const std::vector<double> values = unit_values(results, series, design, month);
        for (std::size_t part = 0; part < band_parts.size(); ++part)
            (fan.*band_parts[part]).push_back(quantile(values, shares[part]));
    }
    return fan;
}

const SeriesQuantiles* find_quantiles(const Results& results, const std::string& name) {
    const auto found = std::find_if(results.quantiles_by_month.begin(), results.quantiles_by_month.end(),
                                    [&](const SeriesQuantiles& series) { return series.name == name; });
    return found == results.quantiles_by_month.end() ? nullptr : &*found;
}

/// A part whose quantile was not stored is missing in every month.
Fan fan_of_quantiles(const Results& results, const SeriesQuantiles& series, std::size_t design) {
    const std::size_t months = results.months.size();
    Fan fan;
    for (std::size_t part = 0; part < band_parts.size(); ++part) {
        std::vector<double>& values = fan.*band_parts[part];
        values.assign(months, missing_value);
        const auto stored = std::find_if(results.quantiles.begin(), results.quantiles.end(),
                                         [&](double share) { return std::abs(share - shares[part]) < 1e-9; });
        if (stored == results.quantiles.end()) continue;
        const auto row = static_cast<std::size_t>(stored - results.quantiles.begin());
        for (std::size_t month = 0; month < months; ++month)
            values[month] = series.values[(design * results.quantiles.size() + row) * months + month];
    }
    return fan;
}

}  // namespace

std::vector<std::string> fan_names(const Results& results) {
    std::vector<std::string> names;
    if (results.months.empty()) return names;
    for (const OutcomeArray& series : results.by_month) names.push_back(series.name);
    for (const SeriesQuantiles& series : results.quantiles_by_month) names.push_back(series.name);
    return names;
}

FanSeries fan_series(const Results& results, const std::string& name) {
    const OutcomeArray* series = find_outcome(results.by_month, name);
    const SeriesQuantiles* quantiles = find_quantiles(results, name);
    FanSeries made{name, series == nullptr, {}, {}};
    if (series == nullptr && quantiles == nullptr) return made;
    made.designs = drawn_designs(results);
    for (const std::size_t design : made.designs)
        made.fans.push_back(series != nullptr ? fan_over_units(results, *series, design)
                                              : fan_of_quantiles(results, *quantiles, design));
    return made;
}

}  // namespace leeway
