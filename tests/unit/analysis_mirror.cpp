// The mirror on made-up firms of which everything is known: the true effect, the selection, and what spills over.
#include <nlohmann/json.hpp>

#include "analysis/mirror.hpp"
#include "analysis/mirror_json.hpp"
#include "analysis/mirror_text.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

constexpr double effect = 50, selection = 120, harm_to_rejected = 15, drift = 30;

/// Money raised by the groups of a status quo, a sandbox and, if asked for, its placebo. Admitted firms raise
/// `selection` more anyway, before (a third of it) and after; the sandbox adds `effect` to them and takes
/// `harm_to_rejected` from those that it rejects; everybody raises `drift` more after than before.
Results made_up(bool with_placebo) {
    Results results = synthetic::results({with_placebo ? std::size_t{3} : std::size_t{2}, 20, 3, 2, 0});
    results.designs = {"status-quo", "cohort"};
    if (with_placebo) results.designs.push_back("cohort[sandbox.placebo=true]");
    std::vector<double> places{0, 12, 12};
    std::vector<std::int8_t> placebo{0, 0, 1};
    places.resize(results.designs.size());
    placebo.resize(results.designs.size());
    results.levers = {{"sandbox.places", "count", "", places}, {"sandbox.placebo", "", "", placebo}};
    results.lever_bound.clear();
    const auto add = [&](const std::string& name, auto value) {
        results.outcomes.push_back(synthetic::outcome(results, name, 1, [&](auto d, auto w, auto r, std::size_t) {
            return d == 0 ? missing_value : value(d == 1, 5 * synthetic::normal(100 * w + r));
        }));
    };
    add("mirror_admitted_firms", [](bool, double) { return 12.0; });
    add("mirror_rejected_firms", [](bool, double) { return 40.0; });
    add("mirror_admitted_raised_before", [](bool, double luck) { return 100 + selection / 3 + luck; });
    add("mirror_rejected_raised_before", [](bool, double luck) { return 100 + luck; });
    add("mirror_admitted_raised_after",
        [](bool real, double luck) { return 100 + drift + selection + (real ? effect : 0) + 2 * luck; });
    add("mirror_rejected_raised_after",
        [](bool real, double luck) { return 100 + drift - (real ? harm_to_rejected : 0) + luck; });
    add("mirror_matched_raised_difference",
        [](bool real, double luck) { return selection / 2 + (real ? effect + harm_to_rejected : 0) + luck; });
    return results;
}

MirrorAnswer mirror_of(const Results& results) { return std::get<MirrorAnswer>(hold_up_mirror(results, {})); }

const MirrorEstimate& estimate(const MirrorDesign& design, const std::string& beginning) {
    const auto& list = design.effects.front().estimates;
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const MirrorEstimate& one) { return one.method.starts_with(beginning); });
    REQUIRE(found != list.end());
    return *found;
}

}  // namespace

TEST_CASE("what each method finds splits into truth, selection and interference", "[mirror]") {
    const MirrorAnswer answer = mirror_of(made_up(true));
    REQUIRE(answer.designs.size() == 1);  // neither the status quo nor the placebo
    const MirrorDesign& cohort = answer.designs.front();
    CHECK(cohort.name == "cohort");
    CHECK(cohort.placebo == "cohort[sandbox.placebo=true]");
    CHECK(cohort.admitted == 12);
    CHECK(cohort.effects.front().truth.mean == Approx(effect));
    struct Expected {
        const char* method;
        double selection, interference;
    };
    for (const Expected& expected : {Expected{"against rejected", selection, harm_to_rejected},
                                     Expected{"difference in differences", selection * 2 / 3, harm_to_rejected},
                                     Expected{"matching", selection / 2, harm_to_rejected},
                                     Expected{"after against before", drift + selection * 2 / 3, 0}}) {
        const MirrorEstimate& found = estimate(cohort, expected.method);
        INFO(expected.method);
        CHECK(found.selection.mean == Approx(expected.selection).margin(3));
        CHECK(found.interference.mean == Approx(expected.interference).margin(1e-9));
        CHECK(found.error.mean == Approx(found.selection.mean + found.interference.mean));
        CHECK(found.found.mean == Approx(effect + found.error.mean));
        CHECK(found.runs == 60);
        CHECK(found.pairs == 60);
        CHECK(found.share_with_sign == 1);
    }
}

TEST_CASE("the parts of an error are taken over the same runs and add up", "[mirror]") {
    Results results = made_up(true);
    OutcomeArray& matched =
        results.outcomes.back();  // missing in some runs with the sandbox and in some with the placebo
    for (std::size_t world = 0; world < 20; ++world) {
        matched.values[results.run_index(1, world, 0)] = missing_value;
        if (world % 2 == 0) matched.values[results.run_index(2, world, 1)] = missing_value;
    }
    const MirrorEstimate matching = estimate(mirror_of(results).designs.front(), "matching");
    CHECK(matching.runs == 40);
    CHECK(matching.pairs == 30);
    CHECK(matching.error.mean == Approx(matching.selection.mean + matching.interference.mean));
}

TEST_CASE("no sign is right where the true effect has none", "[mirror]") {
    Results results = made_up(true);
    OutcomeArray& raised = results.outcomes[results.outcomes.size() - 3];
    REQUIRE(raised.name == "mirror_admitted_raised_after");
    for (std::size_t world = 0; world < 20; ++world) {
        for (std::size_t r = 0; r < 3; ++r)
            raised.values[results.run_index(1, world, r)] -= effect + 10 * synthetic::normal(7 * world + r);
    }
    const MirrorAnswer answer = mirror_of(results);
    const MirrorEffect& seen = answer.designs.front().effects.front();
    REQUIRE(seen.truth.low < 0);
    REQUIRE(seen.truth.high > 0);
    for (const MirrorEstimate& each : seen.estimates) CHECK(std::isnan(each.share_with_sign));
    CHECK_THAT(mirror_text(answer, false), !Catch::Contains("nan"));
}

TEST_CASE("without a placebo what evaluators find is shown, and that the truth is not known", "[mirror]") {
    const MirrorAnswer answer = mirror_of(made_up(false));
    const MirrorDesign& cohort = answer.designs.front();
    CHECK_FALSE(cohort.placebo);
    CHECK(std::isnan(cohort.effects.front().truth.mean));
    CHECK(estimate(cohort, "against rejected").found.mean == Approx(effect + selection + harm_to_rejected).margin(3));
    CHECK(std::isnan(estimate(cohort, "matching").error.mean));
    const std::string text = mirror_text(answer, false);
    CHECK_THAT(mirror_sentence(cohort.effects.front()), Catch::Contains("is not known from these results"));
    CHECK_THAT(text, Catch::Contains("sandbox.placebo"));
    CHECK_THAT(text, !Catch::Contains("nan"));
}

TEST_CASE("a placebo that differs in another lever is no twin", "[mirror]") {
    Results results = made_up(true);
    std::get<std::vector<double>>(results.levers.front().values)[2] = 30;
    CHECK_FALSE(mirror_of(results).designs.front().placebo);
}

TEST_CASE("results without admitted firms have nothing to evaluate", "[mirror]") {
    CHECK_THAT(std::get<std::string>(hold_up_mirror(synthetic::results(), {})), Catch::Contains("nothing to evaluate"));
    CHECK_THAT(std::get<std::string>(hold_up_mirror(made_up(true), "cohrt")), Catch::Contains("Did you mean"));
}

TEST_CASE("the mirror as text, JSON and CSV", "[mirror]") {
    const MirrorAnswer answer = mirror_of(made_up(true));
    CHECK_THAT(mirror_text(answer, false), Catch::Contains("difference in differences  "));
    CHECK_THAT(mirror_sentence(answer.designs.front().effects.front()),
               Catch::Contains("truly does to admitted firms is +50"));
    const nlohmann::json document = mirror_json(answer);
    CHECK(document["designs"][0]["effects"][0]["truth"]["mean"].get<double>() == Approx(effect));
    CHECK(document["designs"][0]["firms"]["held_out"].is_null());
    CHECK_THAT(mirror_csv(answer), Catch::Contains("design,placebo,effect") && !Catch::Contains("nan"));
}

}  // namespace leeway
