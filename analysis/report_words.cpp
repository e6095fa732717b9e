#include "analysis/report_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/svg.hpp"

namespace leeway {
namespace {

constexpr std::string_view minus = "\u2212", dash = "\u2013", thin_space = "\u202F";

std::string grouped(std::string digits) {
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    if (whole < 5) return digits;
    for (std::size_t place = whole; place > 3;) {
        place -= 3;
        digits.insert(place, thin_space);
    }
    return digits;
}

int decimals_for(double scale) {
    if (!std::isfinite(scale) || scale == 0) return 0;
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(std::abs(scale)))), 0, 6);
}

std::string with_unit(std::string text, const std::string& unit) {
    if (unit.empty() || text == dash) return text;
    return text + std::string(unit == "%" ? thin_space : " ") + unit;
}

}  // namespace

NumberFormat number_format(std::string_view metric) {
    const Metric* row = find_metric(metric);
    if (row == nullptr) return {};
    if (row->share) return {100, "%", "points"};
    const std::string unit(row->unit == "1" || row->unit == "count" ? "" : row->unit);
    return {1, unit, unit};
}

std::string number(double value, double scale) {
    if (!std::isfinite(value)) return std::string(dash);
    std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals_for(scale));
    const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
    digits = is_zero ? "0" : grouped(digits);
    return value < 0 && !is_zero ? std::string(minus) + digits : digits;
}

std::string signed_number(double value, double scale) {
    const std::string text = number(value, scale);
    return value > 0 && text != "0" ? "+" + text : text;
}

std::string level_words(const NumberFormat& format, double value, double scale) {
    return with_unit(number(format.factor * value, format.factor * scale), format.unit);
}

std::string difference_words(const NumberFormat& format, double value, double low, double high) {
    if (!std::isfinite(value)) return std::string(dash);
    double scale = std::abs(value);
    for (const double end : {low, high}) scale = std::isfinite(end) ? std::max(scale, std::abs(end)) : scale;
    const auto written = [&](double x) { return signed_number(format.factor * x, format.factor * scale); };
    const std::string centre = with_unit(written(value), format.difference_unit);
    if (!std::isfinite(low) || !std::isfinite(high)) return centre;
    return fmt::format("{} ({} to {})", centre, written(low), written(high));
}

std::string readable(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string sentence_case(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

DesignMark mark_of(const Results& results, std::size_t design) {
    const std::size_t baseline = design_index(results, results.baseline);
    if (design == baseline) return {"base", 0};
    const std::size_t number = design < baseline ? design : design - 1;
    return {colour_class(number), (number + 1) % shape_count};
}

Html swatch(const DesignMark& mark) {
    return element("svg", {{"class", "swatch"}, {"viewBox", "0 0 16 16"}, {"aria-hidden", "true"}},
                   marker(mark.shape, 8, 8, 5.5, mark.colour + " mean"));
}

Html marked_name(const Results& results, std::size_t design) {
    return swatch(mark_of(results, design)) + element("span", {{"class", "name"}}, results.designs[design]);
}

std::size_t design_index(const Results& results, std::string_view label) {
    const auto found = std::find(results.designs.begin(), results.designs.end(), label);
    return found == results.designs.end() ? 0 : static_cast<std::size_t>(found - results.designs.begin());
}

}  // namespace leeway
