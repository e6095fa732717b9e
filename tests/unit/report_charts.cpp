// Scales, ticks and clouds: what a chart shows is where the numbers are.
#include <cmath>

#include "analysis/report_plane.hpp"
#include "analysis/report_words.hpp"
#include "analysis/svg.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {

TEST_CASE("ticks are round, within the range, and about as many as asked", "[report]") {
    CHECK(round_ticks(0, 10, 5) == std::vector<double>{0, 2, 4, 6, 8, 10});
    CHECK(round_ticks(-1.2, 1.2, 5) == std::vector<double>{-1, -0.5, 0, 0.5, 1});
    CHECK(month_ticks(0, 95, 3) == std::vector<double>{0, 36, 72});
    CHECK(month_ticks(0, 12, 4) == std::vector<double>{0, 3, 6, 9, 12});
    for (const double high : {1e-9, 0.37, 4.2e6}) {
        const std::vector<double> ticks = round_ticks(0, high, 4);
        CHECK(ticks.size() >= 3);
        CHECK(ticks.size() <= 6);
        CHECK(ticks.back() <= high * (1 + 1e-9));
    }
}

TEST_CASE("a range is never empty and ignores what is missing", "[report]") {
    CHECK(range_of(std::vector<double>{1, NAN, 3}, 0) == std::pair{1.0, 3.0});
    CHECK(range_of(std::vector<double>{NAN}, 0.1) == std::pair{0.0, 1.0});
    const auto [low, high] = range_of(std::vector<double>{5, 5}, 0);
    CHECK(low < 5);
    CHECK(high > 5);
}

TEST_CASE("lines break where a value is missing", "[report]") {
    const std::vector<double> x{0, 1, 2, 3}, y{5, NAN, 6, 7};
    CHECK(line_through(x, y, "median").text() == "<path class=\"median\" d=\"M0,5M2,6L3,7\"/>");
    CHECK(band_between(x, y, y, "band").text() == "<path class=\"band\" d=\"M0,5L0,5zM2,6L3,7L3,7L2,6z\"/>");
}

TEST_CASE("the first 56 marks differ in colour or shape", "[report]") {
    std::vector<std::string> marks;
    for (std::size_t number = 0; number < 56; ++number)
        marks.push_back(colour_class(number) + marker_path(number, 0, 0, 1));
    std::sort(marks.begin(), marks.end());
    CHECK(std::adjacent_find(marks.begin(), marks.end()) == marks.end());
}

TEST_CASE("numbers are set with true signs and few digits", "[report]") {
    CHECK(number(1234567.0) == "1,234,567");
    CHECK(number(-0.0421) == "\u22120.0421");
    CHECK(number(NAN) == "\u2013");
    CHECK(signed_number(0.51, 9) == "+0.5");
    CHECK(signed_number(-0.001, 9) == "0.0");
    CHECK(tick_words(0.30000000000000004) == "0.3");
    CHECK(tick_words(2, true) == "+2");
    CHECK(tick_words(-2, true) == "\u22122");
    CHECK(difference_words(format_of("uptake"), {0.023, 0.011, 0.034}) == "+2.3 points");
    CHECK(interval_words(english_strings(), format_of("uptake"), {0.023, 0.011, 0.034}, true) == "(+1.1 to +3.4)");
    CHECK(interval_words(english_strings(), format_of("uptake"), {0.023}, true).empty());
}

TEST_CASE("clouds are paired differences, and dominated designs are found", "[report]") {
    Results results = synthetic::results({4, 3, 1, 13, 3});
    results.designs = {"base", "better", "worse", "dear"};
    results.baseline = "base";
    const double uptake[] = {0.2, 0.25, 0.18, 0.3}, harm[] = {3, 2.5, 3.5, 4};
    const auto shifted = [&](const char* name, const double* level, double step) {
        return synthetic::outcome(results, name, 1, [=](std::size_t d, std::size_t w, std::size_t, std::size_t) {
            return level[d] + step * static_cast<double>(w);
        });
    };
    results.outcomes = {shifted("uptake", uptake, 0.05), shifted("harm_per_1000_citizen_years", harm, 1)};
    const std::vector<PlaneCloud> clouds = plane_clouds(results);
    REQUIRE(clouds.size() == 3);
    for (const double points : clouds[0].uptake) CHECK(points == Approx(5));
    CHECK(clouds[0].mean_harm == Approx(-0.5));
    CHECK(clouds[0].uptake_variance == Approx(0).margin(1e-20));
    CHECK(undominated_designs(clouds) == std::vector<std::size_t>{1, 3});
    const Comparison comparison = std::get<Comparison>(compare(results, {}));
    const ReportStrings words = english_strings();
    const StoredScorecard scorecard;
    CHECK(plane_finding({results, comparison, words, "", scorecard}, clouds) ==
          "On average over worlds, better adds uptake without adding harm");
    results.outcomes[1].values[3] = missing_value;  // world 0 of "better"
    CHECK(plane_clouds(results)[0].uptake.size() == 2);
}

}  // namespace leeway
