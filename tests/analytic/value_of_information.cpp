// The value of information against its closed form: with two options whose difference is normal with mean m and
// standard deviation s, perfect information is worth s * L(|m| / s), where L(u) = phi(u) - u Phi(-u) is the unit normal
// loss (Raiffa and Schlaifer 1961); of a part of the variance, or after a noisy study, s is that of the posterior mean.
#include "analysis/value_of_information.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/numbers.hpp"
#include "analysis/worlds.hpp"
#include "catch.hpp"
#include "core/special.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

constexpr double mean = 0.5, from_first = 2, from_second = 1, luck = 1.5, study_noise = 1.5;

double loss(double deviation) {
    const double u = mean / deviation;
    const double density = std::exp(-u * u / 2) / std::sqrt(2 * 3.14159265358979323846);
    return deviation * (density - u * portable::normal_cdf(-u));
}

/// Standard normal worlds: the first two parameters matter, the third does not. A finding shows the first with noise.
/// Set 0 has evenly spread worlds, the others independent draws; all differ in their luck.
Results normal_results(std::size_t worlds, std::size_t replicates, double noise, std::uint64_t set = 0) {
    Results results = synthetic::results({2, worlds, replicates, 3, 0});
    results.sampling = "sobol";
    results.parameters = {"first", "second", "idle"};
    results.parameter_units = {"", "", ""};
    results.parameter_sources = {"", "", ""};
    results.world_parameter.clear();
    for (std::size_t w = 0; w < worlds; ++w) {
        // Places of a lattice with irrational slopes: evenly spread in each parameter and in pairs.
        std::uint64_t draw = 100'000'000 * set + 50'000'000 + 3 * w;
        for (const double slope : {0.7548776662466927, 0.5698402909980532, 0.8191725133961645}) {
            const double even = std::fmod(0.5 + slope * static_cast<double>(w), 1.0);
            const double place = set == 0 ? even : synthetic::noise(draw++);
            results.world_parameter.push_back(portable::normal_quantile(std::clamp(place, 1e-9, 1 - 1e-9)));
        }
    }
    const std::uint64_t start = 100'000'000 * set;
    const auto parameter = [&](std::size_t w, std::size_t p) { return results.world_parameter[3 * w + p]; };
    results.outcomes = {
        synthetic::outcome(results, "net_benefit", 1,
                           [&](auto d, auto w, auto r, auto) {
                               const double shared = 5 * synthetic::normal(start + 100 * w + r);
                               const double own = noise * synthetic::normal(start + 7000000 + 100 * w + r);
                               return d == 0 ? shared
                                             : shared + mean + from_first * parameter(w, 0) +
                                                   from_second * parameter(w, 1) + own;
                           }),
        synthetic::outcome(results, "harm_detected", 1, [&](auto d, auto w, auto r, auto) {
            return d == 0 ? 1.0 : parameter(w, 0) + study_noise * synthetic::normal(start + 9000000 + 100 * w + r);
        })};
    return results;
}

InformationValue answer_of(const Results& results) {
    InformationRequest request;
    request.shuffles = 39;
    return std::get<InformationValue>(value_of_information(results, request));
}

const ParameterInformation& of_parameter(const InformationValue& answer, std::size_t parameter) {
    return *std::find_if(answer.parameters.begin(), answer.parameters.end(),
                         [&](const ParameterInformation& each) { return each.parameter == parameter; });
}

const double everything = std::hypot(from_first, from_second);

}  // namespace

TEST_CASE("perfect information between two normal options is worth the unit normal loss", "[analysis][voi]") {
    const InformationValue answer = answer_of(normal_results(4000, 2, 0));
    CHECK(answer.best == 1);
    CHECK(answer.now == Approx(mean).margin(0.2));
    CHECK(answer.perfect_at_most == Approx(loss(everything)).epsilon(0.01));
    CHECK(answer.perfect_at_least == Approx(loss(everything)).epsilon(0.01));
}

TEST_CASE("one parameter is worth the loss of its own share, an idle one nothing", "[analysis][voi]") {
    const InformationValue answer = answer_of(normal_results(2000, 2, luck));
    CHECK(answer.parameters.front().parameter == 0);
    CHECK(of_parameter(answer, 0).piece.value.mean == Approx(loss(from_first)).epsilon(0.04));
    CHECK(of_parameter(answer, 0).piece.chance == Approx(1.0 / 40));
    CHECK(of_parameter(answer, 1).piece.value.mean == Approx(loss(from_second)).epsilon(0.12));
    CHECK(of_parameter(answer, 2).piece.value.mean < 0.01);
}

TEST_CASE("luck lets the truth lie between the two ends", "[analysis][voi]") {
    const InformationValue answer = answer_of(normal_results(2000, 4, luck));
    CHECK(answer.perfect_at_least < loss(everything));
    CHECK(answer.perfect_at_most > loss(everything));
    CHECK(answer.perfect_at_most == Approx(loss(std::hypot(everything, luck / 2))).epsilon(0.03));
}

TEST_CASE("values of parameters and of a noisy pilot have no bias, and their intervals hold the truth",
          "[analysis][voi]") {
    constexpr std::size_t sets = 20;
    const std::array<double, 3> truth{loss(from_first), loss(from_second),
                                      loss(from_first / std::hypot(1, study_noise))};
    std::array<double, 3> sum{}, squares{};
    std::size_t held = 0;
    for (std::size_t set = 1; set <= sets; ++set) {
        InformationRequest request;
        request.shuffles = 1;
        const auto answer =
            std::get<InformationValue>(value_of_information(normal_results(500, 2, luck, set), request));
        REQUIRE(answer.pilots.size() == 1);
        const std::array<Interval, 3> found{of_parameter(answer, 0).piece.value, of_parameter(answer, 1).piece.value,
                                            answer.pilots.front().piece.value};
        for (std::size_t i = 0; i < 3; ++i) {
            sum[i] += found[i].mean;
            squares[i] += found[i].mean * found[i].mean;
            held += found[i].low <= truth[i] && truth[i] <= found[i].high;
        }
    }
    for (std::size_t i = 0; i < 3; ++i) {
        const double average = sum[i] / sets, variance = squares[i] / sets - average * average;
        CHECK(average == Approx(truth[i]).margin(4.892 * std::sqrt(variance / (sets - 1))));
    }
    CHECK(held >= 46);  // of 60 at 95 %: fewer come by chance once in a million
}

TEST_CASE("the luck of a pilot is not sold as knowledge of what follows", "[analysis][voi]") {
    Results results = normal_results(600, 2, 4);
    results.outcomes[1] = synthetic::outcome(results, "harm_detected", 1, [](auto, auto w, auto r, auto) {
        return synthetic::normal(7000000 + 100 * w + r);  // the luck of the second option, and nothing else
    });
    for (const PilotInformation& pilot : answer_of(results).pilots) CHECK(pilot.piece.value.mean < 0.05);
}

TEST_CASE("the price of a pilot is what the best design gains over it", "[analysis][voi]") {
    const InformationValue answer = answer_of(normal_results(2000, 2, 0));
    REQUIRE(answer.prices.size() == 2);
    CHECK(answer.prices[0].price == Approx(mean).margin(0.02));
    CHECK(answer.prices[1].price == 0);
    CHECK_THAT(answer.sentences[2], Catch::Contains("What `cohort` itself shows") && Catch::Contains("no price"));
}

TEST_CASE("a pilot pays by what it tells beyond the best design, as long as few live under it", "[analysis][voi]") {
    Results results = normal_results(1000, 2, 0);
    const OutcomeArray noisy = results.outcomes[1];
    results.outcomes[1] = synthetic::outcome(results, "harm_detected", 1, [&](auto d, auto w, auto r, auto) {
        return d == 0 ? results.world_parameter[3 * w] : run_value(results, noisy, 1, w, r);
    });
    const InformationValue answer = answer_of(results);
    REQUIRE(answer.pilots.size() == 2);
    CHECK(answer.pilots[0].design == 0);
    const double more = answer.pilots[0].piece.value.mean - answer.pilots[1].piece.value.mean;
    CHECK(more == Approx(loss(from_first) - loss(from_first / std::hypot(1, study_noise))).epsilon(0.15));
    CHECK_THAT(answer.sentences[2],
               Catch::Contains("`status-quo` tells more") &&
                   Catch::Contains("pays if less than " + in_percent(more / (more + answer.prices[0].price))));
}

}  // namespace leeway
