// Run until decided: how it is written in a file, and what the runner is told after each round.
#include "experiment/until.hpp"

#include <cmath>

#include "catch.hpp"
#include "configuration_sample.hpp"

using namespace leeway;
using sample::Folder;

namespace {

using Texts = std::vector<std::string>;

Resolution resolution_of(const std::string& replicates, const Texts& settings = {}, const std::string& more = "") {
    const Folder folder;
    return resolve(
        folder.write("e.toml", "scenario = \"tiny\"\ndesigns = [\"cohort\"]\nmonths = 6\n" + more + replicates + "\n"),
        settings);
}

Plan plan_of(const std::string& replicates, const Texts& settings = {}, const std::string& more = "") {
    Resolution resolution = resolution_of(replicates, settings, more);
    INFO(text(resolution.problems));
    REQUIRE(resolution.plan);
    return std::move(*resolution.plan);
}

bool is_refused(const std::string& replicates, const std::string& expected, const std::string& more = "") {
    const Resolution resolution = resolution_of(replicates, {}, more);
    const std::string said = text(resolution.problems);
    INFO(said);
    CHECK_FALSE(resolution.plan);
    CHECK(said.find(expected) != std::string::npos);
    return said.find(expected) != std::string::npos;
}

const std::string known = "replicates = {until = {metric = \"uptake\", half_width = 0.01}}";

/// The second design is 0.1 better, give or take what alternates with the replicate.
RunValue alternating(double size) {
    return [size](std::size_t design, std::size_t world, std::size_t replicate) {
        const double luck = replicate % 2 == 0 ? size : -size;
        return static_cast<double>(world) + (design == 0 ? 0 : 0.1 + luck);
    };
}

}  // namespace

TEST_CASE("replicates are a number or a question, and the later layer wins") {
    const Plan asked = plan_of(known);
    CHECK(asked.experiment.until.metric == "uptake");
    CHECK(asked.experiment.replicates == asked.experiment.until.max);
    CHECK(size_text(asked) ==
          "2 designs x 1 worlds x 10 to 200 replicates (until contrasts of uptake are known within "
          "0.01) = at most 400 runs");
    CHECK_FALSE(plan_of(known, {"replicates=7"}).experiment.until.is_asked());
    CHECK(plan_of(known, {"replicates=7"}).experiment.replicates == 7);
    CHECK(plan_of(known, {"replicates.until.max=50"}).experiment.until.max == 50);
    CHECK(plan_of("replicates = 5", {"replicates={until={metric=\"uptake\",half_width=1}}"})
              .experiment.until.half_width == 1);
}

TEST_CASE("the resolved configuration states the form that holds, however it was written") {
    const std::string table = "[replicates.until]\nhalf_width = 1e-2\nmetric = \"uptake\"";
    CHECK(plan_of(known).configuration == plan_of(table).configuration);
    CHECK(plan_of(known).configuration.find("experiment.replicates = ") == std::string::npos);
    CHECK(plan_of(known, {"replicates=7"}).configuration == plan_of("replicates = 7").configuration);
    CHECK(plan_of("replicates = 7").configuration.find("replicates.until") == std::string::npos);
}

TEST_CASE("questions that make no sense are refused") {
    CHECK(is_refused("replicates = {}", "4:14: error: replicates is an empty table"));
    CHECK(is_refused("replicates = {untill = 3}", "4:15: error: unknown key \"replicates.untill\""));
    CHECK(is_refused("replicates.until = 3", "4:20: error: replicates.until is a group of values"));
    CHECK(is_refused("replicates = -3", "4:14: error: replicates is -3"));
    CHECK(is_refused("replicates = {until = {half_width = 0.1}}", "replicates.until.metric: is missing"));
    CHECK(is_refused("replicates = {until = {metric = \"uptke\", half_width = 1}}", "Did you mean \"uptake\"?"));
    CHECK(is_refused("replicates = {until = {metric = \"harm_cvar\", half_width = 1}}", "all replicates of a world"));
    CHECK(is_refused("replicates = {until = {metric = \"uptake\"}}", "half_width: is missing"));
    CHECK(is_refused("replicates = {until = {metric = \"uptake\", half_width = 1, best = true}}", "two questions"));
    CHECK(is_refused("replicates = {until = {metric = \"uptake\", best = true}}", "indifference: is missing"));
    CHECK(is_refused("replicates = {until = {metric = \"uptake\", half_width = 1, indifference = 1}}", "leave it out"));
    CHECK(is_refused("replicates = {until = {metric = \"uptake\", half_width = 1, max = 7}}", "less than one round"));
    CHECK(is_refused("replicates = {until = {metric = \"uptake\", half_width = 1, confidnce = 0.9}}",
                     "Did you mean \"replicates.until.confidence\"?"));
    CHECK(is_refused("replicates = {until = {metric = \"applications\", best = true, indifference = 1}}",
                     "neither more nor less is better"));
    CHECK(is_refused(known, "compares nothing", "baseline = \"cohort\"\n"));
}

TEST_CASE("a number of replicates is one round and no look") {
    const Plan plan = plan_of("replicates = 7");
    CHECK(next_replicates(plan, 0, nullptr).replicates == 7);
    CHECK(next_replicates(plan, 7, nullptr).replicates == 7);
    CHECK(next_replicates(plan, 7, nullptr).precision.empty());
    CHECK(why_no_shards(plan).empty());
    CHECK(why_no_shards(plan_of(known)).find("--replicates 40") != std::string::npos);
}

TEST_CASE("rounds go on until the half-width is reached, and no further") {
    const Plan plan = plan_of(known);
    CHECK(next_replicates(plan, 0, nullptr).replicates == 10);
    const RoundPlan open = next_replicates(plan, 10, alternating(0.02));
    CHECK(open.replicates == 20);
    CHECK(std::isnan(open.half_width[0]));
    CHECK(open.half_width[1] == Approx(2.262157 * 0.02 * std::sqrt(10.0 / 9) / std::sqrt(10)));  // t with 9 degrees
    CHECK(open.expected == 23);
    const RoundPlan reached = next_replicates(plan, 30, alternating(0.02));
    CHECK(reached.replicates == 30);
    CHECK(reached.half_width[1] <= 0.01);
    CHECK(reached.precision.find("known within 0.00871 (asked: 0.01)") != std::string::npos);
    Results results;
    note_precision(reached, results);
    CHECK(results.precision == reached.precision);
    CHECK(results.half_width.size() == 2);
}

TEST_CASE("at the most replicates it stops, and says what was not reached") {
    const Plan plan = plan_of(known, {"replicates.until.max=25"});
    CHECK(next_replicates(plan, 20, alternating(0.5)).replicates == 25);
    const RoundPlan last = next_replicates(plan, 25, alternating(0.5));
    CHECK(last.replicates == 25);
    CHECK(last.half_width[1] > 0.01);
    CHECK(last.precision.find("the most; about ") != std::string::npos);
}

TEST_CASE("the best is named once it is known, in the direction that is better") {
    const std::string best = "replicates = {until = {metric = \"METRIC\", best = true, indifference = 0.05}}";
    const Plan more = plan_of(sample::replaced(best, "METRIC", "uptake")),
               less = plan_of(sample::replaced(best, "METRIC", "harm_latent"));
    CHECK(next_replicates(more, 10, alternating(0.01)).is_best == std::vector<std::int64_t>{0, 1});
    CHECK(next_replicates(less, 10, alternating(0.01)).is_best == std::vector<std::int64_t>{1, 0});
    const RoundPlan open = next_replicates(more, 10, alternating(0.5));
    CHECK(open.is_best == std::vector<std::int64_t>{0, 0});
    CHECK(open.replicates == 20);
    CHECK(open.precision.find("open among status-quo, cohort") != std::string::npos);
}

TEST_CASE("designs that nothing tells apart are decided at once: any of them is as good") {
    const Plan plan = plan_of("replicates = {until = {metric = \"uptake\", best = true, indifference = 0.05}}");
    const RoundPlan round = next_replicates(plan, 10, [](auto, auto, auto) { return 0.3; });
    CHECK(round.replicates == 10);
    CHECK(round.is_best == std::vector<std::int64_t>{1, 0});
}

TEST_CASE("each regime has a best of its own") {
    const Plan plan = plan_of("replicates = {until = {metric = \"uptake\", best = true, indifference = 0.05}}",
                              {"adaptation.firms=[true,false]"});
    const auto value = [](std::size_t design, std::size_t, std::size_t) {
        return design == 1 || design == 2 ? 1.0 : 0.0;
    };
    CHECK(next_replicates(plan, 10, value).is_best == std::vector<std::int64_t>{0, 1, 1, 0});
}

TEST_CASE("a world and replicate in which a design has no value counts for none, and is said") {
    const Plan plan = plan_of(known, {}, "worlds = {sampling = \"sobol\", count = 4}\n");
    const RunValue holes = [](std::size_t design, std::size_t world, std::size_t replicate) {
        const bool is_missing = design == 1 && world == 2 && replicate == 3;
        return is_missing ? missing_value : alternating(0.001)(design, world, replicate);
    };
    const RoundPlan round = next_replicates(plan, 10, holes);
    CHECK(round.precision.find("these 4 worlds") != std::string::npos);
    CHECK(round.precision.find("1 of 40 pairs of a world and a replicate are left out") != std::string::npos);
    const RoundPlan none = next_replicates(plan, 10, [](auto, auto, auto) { return missing_value; });
    CHECK(none.replicates == 20);
    CHECK(std::isinf(none.half_width[1]));
}
