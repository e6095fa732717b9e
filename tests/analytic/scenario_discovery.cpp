// A box planted among made-up worlds is found again, and none is found where there is none.
#include <nlohmann/json.hpp>

#include "analysis/discovery_forms.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

constexpr std::size_t parameters = 5;

/// Uniform points, of interest inside p0 > 0.6 and 0.2 < p1 < 0.7 with probability `inside`, else with `outside`.
PrimCases planted(std::size_t points, double inside, double outside) {
    PrimCases cases;
    cases.points.resize(static_cast<Eigen::Index>(points), parameters);
    for (std::size_t i = 0; i < points; ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        for (std::size_t p = 0; p < parameters; ++p)
            cases.points(row, static_cast<Eigen::Index>(p)) = synthetic::noise(10 * i + p);
        const bool in = cases.points(row, 0) > 0.6 && cases.points(row, 1) > 0.2 && cases.points(row, 1) < 0.7;
        cases.hits.push_back(synthetic::noise(10 * i + 9) < (in ? inside : outside));
    }
    return cases;
}

/// 300 worlds in which `permissive` does more harm than 5 in a corner of its two parameters.
Results results_with_corner() {
    Results results = synthetic::results({4, 300, 1, 3, 0});
    for (std::size_t w = 0; w < 300; ++w) {
        results.world_parameter[2 * w] = 0.001 + 0.02 * synthetic::noise(2 * w);
        results.world_parameter[2 * w + 1] = 0.2 + 0.3 * synthetic::noise(2 * w + 1);
    }
    results.outcomes = {synthetic::outcome(results, "harm_per_1000_citizen_years", 1, [](auto d, auto w, auto, auto) {
        const bool corner = synthetic::noise(2 * w) > 0.7 && synthetic::noise(2 * w + 1) < 0.5;
        return d == 3 && corner ? 8.0 : 3.0;
    })};
    return results;
}

}  // namespace

TEST_CASE("a planted box is recovered, with its two parameters and no other", "[analysis][discover]") {
    const PrimCases cases = planted(1000, 1, 0);
    const FoundBox found = find_box(cases, {});
    REQUIRE(found.restrictions.size() == 2);
    CHECK(found.box.low[0] == Approx(0.6).margin(0.01));
    CHECK(std::isinf(found.box.high[0]));
    CHECK(found.box.low[1] == Approx(0.2).margin(0.02));
    CHECK(found.box.high[1] == Approx(0.7).margin(0.02));
    CHECK(found.count.density() > 0.97);
    CHECK(found.coverage > 0.97);
    CHECK(found.restrictions[0].quasi_p < 1e-9);
}

TEST_CASE("a planted box is recovered through noise", "[analysis][discover]") {
    const PrimCases cases = planted(1000, 0.85, 0.08);
    const FoundBox found = find_box(cases, {});
    REQUIRE(found.restrictions.size() >= 2);
    CHECK(found.box.low[0] == Approx(0.6).margin(0.06));
    CHECK(found.box.low[1] == Approx(0.2).margin(0.08));
    CHECK(found.box.high[1] == Approx(0.7).margin(0.08));
    CHECK(chance_of_box(cases, {}, found.score, 39, 1) == Approx(1.0 / 40));
}

TEST_CASE("coverage and density are what they say", "[analysis][discover]") {
    const PrimCases cases = planted(400, 0.9, 0.1);
    const FoundBox found = find_box(cases, {});
    std::size_t inside = 0, hits = 0, all = 0;
    for (std::size_t i = 0; i < cases.hits.size(); ++i) {
        const bool in = found.box.holds(cases.points, static_cast<Eigen::Index>(i));
        inside += in;
        hits += in && cases.hits[i];
        all += cases.hits[i];
    }
    CHECK(found.count.density() == Approx(static_cast<double>(hits) / static_cast<double>(inside)));
    CHECK(found.coverage == Approx(static_cast<double>(hits) / static_cast<double>(all)));
}

TEST_CASE("an asked density is reached where the data allow", "[analysis][discover]") {
    PrimSettings settings;
    settings.density = 0.9;
    CHECK(find_box(planted(1000, 0.97, 0.2), settings).count.density() >= 0.9);
}

TEST_CASE("where nothing is planted, shuffles match the box as often as chance says", "[analysis][discover]") {
    // Of 20 sets without a box at most 5 may look significant at 0.05 (binomial tail 3e-4).
    std::size_t significant = 0;
    for (std::uint64_t set = 0; set < 20; ++set) {
        PrimCases cases = planted(60, 0, 0);
        for (std::size_t i = 0; i < cases.hits.size(); ++i) cases.hits[i] = synthetic::noise(90000 * set + i) < 0.3;
        significant += chance_of_box(cases, {}, find_box(cases, {}).score, 19, set) <= 0.05;
    }
    CHECK(significant <= 5);
}

TEST_CASE("values on a lattice are cut between its levels", "[analysis][discover]") {
    PrimCases cases;
    cases.points.resize(64, 2);
    for (int i = 0; i < 64; ++i) {
        cases.points.row(i) << i % 4, i / 16;
        cases.hits.push_back(i % 4 >= 2);
    }
    const FoundBox found = find_box(cases, {});
    REQUIRE(found.restrictions.size() == 1);
    CHECK(found.box.low[0] == 1.5);
    CHECK(found.count.density() == 1);
    CHECK(found.coverage == 1);
}

TEST_CASE("the worlds in which a design fails are named", "[analysis][discover]") {
    const Results results = results_with_corner();
    for (const FailureRule& rule : {FailureRule{"permissive", "harm_per_1000_citizen_years", 5, {}, false, {}},
                                    FailureRule{"permissive", "harm_per_1000_citizen_years", {}, {}, false, {}},
                                    FailureRule{"permissive", "harm_per_1000_citizen_years", 4, {}, true, {}}}) {
        DiscoveryRequest request{rule, {}, 3, 39};
        const Discovery found = std::get<Discovery>(discover(results, request));
        REQUIRE(found.boxes.size() == 1);
        CHECK(found.boxes[0].chance == Approx(1.0 / 40));
        CHECK(found.boxes[0].found.box.low[0] == Approx(0.001 + 0.02 * 0.7).margin(0.0006));
        CHECK(found.boxes[0].found.box.high[1] == Approx(0.2 + 0.3 * 0.5).margin(0.015));
        CHECK_THAT(found.sentence, Catch::Contains("harm.rate from") && Catch::Contains("citizens.imitation up to"));
        const nlohmann::json document = discovery_json({found, &results});
        CHECK(document["boxes"][0]["worlds"].size() == found.boxes[0].found.count.points);
        CHECK(document["failed"].size() == found.failed.size());
        CHECK_THAT(discovery_text({found, &results}, false), Catch::Contains("coverage"));
    }
}

TEST_CASE("rules that nothing can answer are refused, others say that there is nothing", "[analysis][discover]") {
    const Results results = results_with_corner();
    const std::string harm = "harm_per_1000_citizen_years";
    const auto ask = [&](const FailureRule& rule) { return discover(results, {rule, {}, 3, 9}); };
    CHECK_THAT(std::get<std::string>(ask({"permisive", harm, 1, {}, false, {}})), Catch::Contains("permissive"));
    CHECK_THAT(std::get<std::string>(ask({"permissive", "hram", 1, {}, false, {}})), Catch::Contains("no outcome"));
    CHECK_THAT(std::get<std::string>(ask({"status-quo", harm, {}, {}, false, {}})), Catch::Contains("the baseline"));
    CHECK_THAT(std::get<Discovery>(ask({"permissive", harm, 50, {}, false, {}})).sentence,
               Catch::Contains("holds everywhere") && Catch::Contains("lies between"));
    CHECK_THAT(std::get<Discovery>(ask({"permissive", harm, 0, {}, false, {}})).sentence,
               Catch::Contains("fails everywhere"));
}

}  // namespace leeway
