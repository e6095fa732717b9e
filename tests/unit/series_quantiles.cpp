// Quantiles of monthly series from counts in bins: near the exact ones, and the same in any order.
#include "experiment/series_quantiles.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "synthetic_results.hpp"

using namespace leeway;

namespace {

double exact_quantile(std::vector<double> numbers, double share) {
    std::sort(numbers.begin(), numbers.end());
    const double rank = std::max(1.0, std::ceil(share * static_cast<double>(numbers.size())));
    return numbers[static_cast<std::size_t>(rank) - 1];
}

std::vector<double> some_numbers(std::uint64_t count, double scale) {
    std::vector<double> numbers;
    for (std::uint64_t i = 0; i < count; ++i) numbers.push_back(scale * std::exp(3 * synthetic::normal(i)) - scale);
    return numbers;
}

}  // namespace

TEST_CASE("a histogram's quantiles are within 0.2 % of the exact ones, at any scale and sign") {
    for (const double scale : {1e-9, 1.0, 1e9}) {
        const auto numbers = some_numbers(5000, scale);
        Histogram histogram;
        for (const double number : numbers) histogram.add(number);
        CHECK(histogram.count() == 5000);
        for (const double share : {0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0}) {
            const double exact = exact_quantile(numbers, share);
            CHECK(std::abs(histogram.quantile(share) - exact) <= 0.002 * std::abs(exact));
        }
    }
}

TEST_CASE("zeros are exact, missing numbers do not count, and nothing has no quantile") {
    Histogram histogram;
    CHECK(std::isnan(histogram.quantile(0.5)));
    histogram.add(missing_value);
    CHECK(std::isnan(histogram.quantile(0.5)));
    for (const double number : {0.0, -0.0, 0.0, 7.0}) histogram.add(number);
    CHECK(histogram.count() == 4);
    CHECK(histogram.quantile(0.5) == 0);
}

TEST_CASE("counts add up to the same in any order and any split") {
    const auto numbers = some_numbers(999, 1);
    SeriesSummary forwards({"uptake"}, 2, 3), even({"uptake"}, 2, 3), odd({"uptake"}, 2, 3);
    for (std::size_t run = 0; run < 333; ++run) {
        const std::span<const double> months(&numbers[3 * run], 3);
        forwards.add(run % 2, 0, months);
        const std::size_t back = 332 - run;
        (back % 3 == 0 ? even : odd).add(back % 2, 0, std::span<const double>(&numbers[3 * back], 3));
    }
    odd.merge(even);
    const std::vector<double> shares{0.05, 0.5, 0.95};
    const auto one = forwards.quantiles(shares), other = odd.quantiles(shares);
    REQUIRE(one.size() == 1);
    CHECK(one[0].name == "uptake");
    CHECK(one[0].values == other[0].values);
    REQUIRE(one[0].values.size() == 2 * 3 * 3);
    std::vector<double> last_month;
    for (std::size_t run = 1; run < 333; run += 2) last_month.push_back(numbers[3 * run + 2]);
    CHECK(one[0].values[3 * 3 + 3 + 2] == Approx(exact_quantile(last_month, 0.5)).epsilon(0.003));  // design 1, median
}
