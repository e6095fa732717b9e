#include "analysis/report_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/contrasts.hpp"
#include "analysis/svg.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

constexpr std::string_view minus = "\u2212", dash = "\u2013", thin_space = "\u202F";

/// Typographic signs in place of those that any terminal shows.
std::string typeset(std::string text) {
    if (text == "-") return std::string(dash);
    return text.starts_with('-') ? std::string(minus) + text.substr(1) : text;
}

std::size_t chief_baseline(const Results& results) {
    const auto found = std::find(results.designs.begin(), results.designs.end(), results.baseline);
    return found == results.designs.end() ? 0 : static_cast<std::size_t>(found - results.designs.begin());
}

std::string with_unit(std::string text, const std::string& unit) {
    if (unit.empty() || text == dash) return text;
    return text + std::string(unit == "%" ? thin_space : " ") + unit;
}

}  // namespace

NumberFormat format_of(std::string_view metric) {
    const Metric* row = find_metric(metric);
    return row == nullptr ? NumberFormat{} : number_format(*row);
}

NumberFormat short_format_of(std::string_view metric) {
    NumberFormat format = format_of(metric);
    if (format.unit != "%") format.unit = format.difference_unit = "";
    return format;
}

std::string number(double value, double scale) { return typeset(plain_number(value, decimals_for(scale, 3))); }

std::string signed_number(double value, double scale) { return typeset(plain_signed(value, decimals_for(scale, 2))); }

std::string level_words(const NumberFormat& format, double value, double scale) {
    return with_unit(number(format.factor * value, format.factor * scale), format.unit);
}

std::string difference_words(const NumberFormat& format, const Interval& interval) {
    const double scale = largest({interval.mean, interval.low, interval.high});
    return with_unit(signed_number(format.factor * interval.mean, format.factor * scale), format.difference_unit);
}

std::string interval_words(const ReportStrings& words, const NumberFormat& format, const Interval& interval,
                           bool with_sign) {
    if (!std::isfinite(interval.low) || !std::isfinite(interval.high)) return {};
    const double scale = format.factor * largest({interval.mean, interval.low, interval.high});
    const auto written = [&](double end) {
        return with_sign ? signed_number(format.factor * end, scale) : number(format.factor * end, scale);
    };
    return words("interval", {{"low", written(interval.low)}, {"high", written(interval.high)}});
}

std::string tick_words(double value, bool with_sign) {
    const double rounded = std::round(value * 1e9) / 1e9;
    const std::string digits = fmt::format("{}", std::abs(rounded));
    if (rounded == 0) return "0";
    return std::string(value < 0 ? minus : with_sign ? "+" : "") + digits;
}

std::string title_of(const ReportStrings& words, std::string_view metric) {
    const std::string key = "metric." + std::string(metric);
    return words.has(key) ? words(key) : sentence_case(readable(metric));
}

std::string meaning_of(const ReportStrings& words, std::string_view metric) {
    const std::string key = "meaning." + std::string(metric);
    if (words.has(key)) return words(key);
    const Metric* row = find_metric(metric);
    return row == nullptr ? std::string() : std::string(row->long_name);
}

std::string direction_words(const ReportStrings& words, Better better) {
    return words(better == Better::neither ? "better.neither" : better == Better::more ? "better.more" : "better.less");
}

std::string unit_word(const ReportContext& page) { return page.words(unit_noun(page.results)); }
std::string units_word(const ReportContext& page) { return page.words(unit_noun(page.results) + ".plural"); }
std::string counted_units(const ReportContext& page, std::size_t count) {
    return page.words.counted(count, unit_noun(page.results));
}

std::string sentence_case(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

Html with_names(std::string_view sentence) {
    Html text;
    bool is_name = false;
    while (true) {
        const std::size_t end = std::min(sentence.find('`'), sentence.size());
        const std::string_view part = sentence.substr(0, end);
        text += is_name ? element("strong", {{"class", "name"}}, part) : plain(part);
        if (end == sentence.size()) return text;
        sentence.remove_prefix(end + 1);
        is_name = !is_name;
    }
}

DesignMark mark_of(const Results& results, std::size_t design) {
    if (is_baseline(results, design)) return {"base", 0};
    std::size_t number = 0;
    for (std::size_t before = 0; before < design; ++before) number += is_baseline(results, before) ? 0 : 1;
    return {colour_class(number), (number + 1) % shape_count};
}

Html swatch(const DesignMark& mark) {
    return element("svg", {{"class", "swatch"}, {"viewBox", "0 0 16 16"}, {"aria-hidden", "true"}},
                   marker(mark.shape, 8, 8, 5.5, mark.colour + " mean"));
}

Html marked_name(const Results& results, std::size_t design) {
    return element("span", {{"class", "marked"}},
                   swatch(mark_of(results, design)) + element("span", {{"class", "name"}}, results.designs[design]));
}

std::size_t baseline_of(const Results& results, std::size_t design) {
    return matching_baseline(results, design, chief_baseline(results));
}

std::string baseline_words(const ReportContext& page) {
    const Results& results = page.results;
    std::size_t baselines = 0;
    for (std::size_t design = 0; design < results.designs.size(); ++design)
        baselines += is_baseline(results, design) ? 1 : 0;
    const std::string& label = results.designs[chief_baseline(results)];
    return baselines > 1 ? page.words("baseline.of_regime", {{"baseline", label}}) : label;
}

}  // namespace leeway
