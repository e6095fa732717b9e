#include "analysis/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace leeway {

NumberFormat number_format(const Metric& metric) {
    if (metric.share) return {100, "%", "points"};
    const std::string unit(metric.unit == "1" || metric.unit == "count" ? "" : metric.unit);
    return {1, unit, unit};
}

int decimals_for(double scale, int digits) {
    if (!std::isfinite(scale) || scale == 0) return 0;
    return std::clamp(digits - 1 - static_cast<int>(std::floor(std::log10(std::abs(scale)))), 0, 6);
}

std::string plain_number(double value, int decimals) {
    if (!std::isfinite(value)) return "-";
    std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
    std::size_t place = std::min(digits.find('.'), digits.size());
    for (; place > 3; place -= 3) digits.insert(place - 3, ",");
    return value < 0 && !is_zero ? "-" + digits : digits;
}

std::string plain_signed(double value, int decimals) {
    const std::string text = plain_number(value, decimals);
    const bool is_zero = text.find_first_not_of("0.,") == std::string::npos;
    return value > 0 && !is_zero ? "+" + text : text;
}

std::string in_percent(double share) { return std::isfinite(share) ? plain_number(100 * share, 0) + " %" : "-"; }

double largest(std::initializer_list<double> values) {
    double most = 0;
    for (const double value : values) most = std::isfinite(value) ? std::max(most, std::abs(value)) : most;
    return most;
}

std::string readable(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
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

}  // namespace leeway
