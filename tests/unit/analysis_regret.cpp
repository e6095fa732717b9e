// Regret, good enough and worst cases, on results whose answer is reckoned by hand.
#include <nlohmann/json.hpp>
#include <sstream>

#include "analysis/regret_forms.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

/// Three designs in four worlds and two replicates; net benefit without luck.
Results by_hand() {
    Results results = synthetic::results({3, 4, 2, 3, 0});
    const double value[3][4] = {{10, 10, 10, 10}, {14, 12, 9, 4}, {11, 11, 8, 11}};
    results.outcomes = {
        synthetic::outcome(results, "net_benefit", 1, [&](auto d, auto w, auto, auto) { return value[d][w]; }),
        synthetic::outcome(results, "uptake", 1,
                           [](auto d, auto w, auto, auto) { return d == 1 && w == 3 ? 0.1 : 0.2; }),
        synthetic::outcome(results, "harm_per_1000_citizen_years", 1,
                           [](auto d, auto, auto, auto) { return d == 2 ? 3.0 : 2.0; })};
    return results;
}

RegretTable table_of(const Results& results, const RegretRequest& request = {}) {
    return std::get<RegretTable>(regret_table(results, request));
}

}  // namespace

TEST_CASE("regret is what a design lies behind the best of the same world", "[analysis][regret]") {
    const RegretTable table = table_of(by_hand());
    Eigen::MatrixXd expected(4, 3);
    expected << 4, 0, 3, 2, 0, 1, 0, 1, 2, 1, 7, 0;
    CHECK(table.regret == expected);
    CHECK(table.best == std::vector<std::size_t>{1, 1, 0, 2});
    CHECK(table.designs[0].largest == 4);
    CHECK(table.designs[0].largest_in == 0);
    CHECK(table.designs[1].largest == 7);
    CHECK(table.designs[1].largest_in == 3);
    CHECK(table.designs[0].mean == 1.75);
    CHECK(table.designs[1].mean == 2);
    CHECK(table.designs[2].mean == 1.5);
    CHECK(table.least_largest == 2);
    CHECK(table.least_mean == 2);
    CHECK(table.designs[1].best_share == 0.5);
    CHECK_THAT(table.sentence,
               Catch::Contains("`precautionary` has the least worst regret") && Catch::Contains("more than 3.00"));
    // Without luck the best chosen by one replicate is the best of the other.
    for (const DesignRegret& design : table.designs) CHECK(design.mean_at_least == Approx(design.mean));
}

TEST_CASE("worst case and the mean of the worst worlds are levels", "[analysis][regret]") {
    RegretRequest request;
    request.tail = 0.5;
    const RegretTable table = table_of(by_hand(), request);
    CHECK(table.designs[1].worst_level == 4);
    CHECK(table.designs[1].tail_level == 6.5);
    CHECK(table.designs[1].level == 9.75);
    CHECK(mean_of_worst({5, 1, 3, 2}, 0.25) == 1);
    CHECK(mean_of_worst({5, 1, 3, 2}, 0.375) == Approx((1 + 0.5 * 2) / 1.5));
    CHECK(mean_of_worst({5, 1, 3, 2}, 1) == 2.75);
}

TEST_CASE("good enough is no worse than the baseline, or keeps the asked limits", "[analysis][regret]") {
    const RegretTable usual = table_of(by_hand());
    CHECK(usual.designs[0].good_enough_share == 1);
    CHECK(usual.designs[1].good_enough_share == 0.75);
    CHECK(usual.designs[2].good_enough_share == 0);
    RegretRequest request;
    request.limits = {{"net_benefit", 10, true}, {"harm_per_1000_citizen_years", 3, false}};
    const RegretTable asked = table_of(by_hand(), request);
    CHECK(asked.designs[1].good_enough_share == 0.5);
    CHECK(asked.designs[2].good_enough_share == 0.75);
}

TEST_CASE("where less is better, regret is still a loss", "[analysis][regret]") {
    RegretRequest request;
    request.worth.metric = "harm_per_1000_citizen_years";
    const RegretTable table = table_of(by_hand(), request);
    CHECK(table.designs[2].mean == 1);
    CHECK(table.designs[2].worst_level == 3);
    CHECK(table.designs[0].mean == 0);
}

TEST_CASE("a value of harm moves net benefit by the harm of each run", "[analysis][regret]") {
    RegretRequest request;
    request.worth.harm_value = HarmValue{2240, 240};
    const RegretTable table = table_of(by_hand(), request);
    CHECK(table.designs[0].level == Approx(10 - 2000 * 0.002));
    CHECK(table.designs[2].level == Approx(10.25 - 2000 * 0.003));
    Results results = by_hand();
    results.parameters[1] = "liability.harm_value";
    for (std::size_t w = 0; w < 4; ++w) results.world_parameter[2 * w + 1] = 1240;
    CHECK(table_of(results, request).designs[0].level == Approx(10 - 1000 * 0.002));
}

TEST_CASE("luck alone is regret at first sight, and none when others judge", "[analysis][regret]") {
    Results results = synthetic::results({3, 400, 4, 3, 0});
    results.outcomes = {synthetic::outcome(results, "net_benefit", 1, [](auto d, auto w, auto r, auto) {
        return synthetic::normal(100000 * d + 10 * w + r);
    })};
    results.outcomes.push_back(results.outcomes.front());
    results.outcomes.back().name = "uptake";
    RegretRequest request;
    request.limits = {{"uptake", 0, true}};
    const RegretTable table = table_of(results, request);
    // The largest of three normal means of four: 0.846 standard errors above the mean.
    CHECK(table.designs[0].mean == Approx(0.846 / 2).margin(4.892 * 0.6 / 20));
    CHECK(table.designs[0].mean_at_least < 4.892 * 0.8 / 20);
}

TEST_CASE("worlds and replicates without a value are left out, and said", "[analysis][regret]") {
    Results results = by_hand();
    results.status[results.run_index(1, 3, 0)] = RunStatus::failed;
    CHECK(table_of(results).designs[1].largest == 7);
    results.status[results.run_index(1, 3, 1)] = RunStatus::failed;
    const RegretTable table = table_of(results);
    CHECK(table.worth.worlds_left_out == 1);
    CHECK(table.designs[1].largest == 1);
}

TEST_CASE("what cannot be weighed is refused with the reason", "[analysis][regret]") {
    const auto problem = [](const Results& results, const RegretRequest& request) {
        return std::get<std::string>(regret_table(results, request));
    };
    RegretRequest request;
    request.worth.metric = "net_benefits";
    CHECK_THAT(problem(by_hand(), request), Catch::Contains("net_benefit\"?"));
    request.worth.metric = "net_benefit";
    request.worth.designs = {"cohort"};
    CHECK_THAT(problem(by_hand(), request), Catch::Contains("nothing to decide"));
    request.worth.designs = {"cohort", "cohrt"};
    CHECK_THAT(problem(by_hand(), request), Catch::Contains("is no design"));
    CHECK_THAT(problem(synthetic::results({3, 1, 2, 3, 0}), {{"uptake", {}, {}, {}}, {}, 0.1}),
               Catch::Contains("more worlds"));
    request = {};
    request.limits = {{"nothing", 1, true}};
    CHECK_THAT(problem(by_hand(), request), Catch::Contains("is no outcome"));
}

TEST_CASE("an outcome that is one number of a world is not judged by its replicates", "[analysis][regret]") {
    Results results = by_hand();
    results.outcomes.front().name = "harm_cvar";
    RegretRequest request;
    request.worth.metric = "harm_cvar";
    const RegretAnswer answer{table_of(results, request), &results, 2};
    CHECK(answer.table.worth.replicates.size() == 1);
    CHECK(std::isnan(answer.table.designs.front().mean_at_least));
    CHECK(answer.table.designs[1].largest == 4);  // less is better: 14 against 10 in the first world
    CHECK_THAT(regret_text(answer, false), Catch::Contains("one number of all replicates"));
}

TEST_CASE("a design that is best everywhere is said to be, and what the ranking rests on", "[analysis][regret]") {
    Results results = by_hand();
    results.outcomes.front() = synthetic::outcome(
        results, "net_benefit", 1, [](auto d, auto w, auto, auto) { return static_cast<double>(10 * d + w); });
    const RegretAnswer answer{table_of(results), &results, 2};
    CHECK(answer.table.sentence == "By net benefit `precautionary` is the best design in every world.");
    CHECK_THAT(regret_text(answer, false), Catch::Contains("--value-of-harm"));
    RegretRequest request;
    request.worth.harm_value = HarmValue{7, 5};
    const RegretAnswer weighed{table_of(results, request), &results, 2};
    CHECK_THAT(regret_text(weighed, false), Catch::Contains("counts 7 for a harm"));
    CHECK(regret_json(weighed)["value_of_harm"] == 7);
    CHECK(regret_json(answer)["value_of_harm"].is_null());
    CHECK(regret_json(answer)["limits"].size() >= 1);
}

TEST_CASE("the forms hold every world", "[analysis][regret]") {
    const Results results = by_hand();
    const RegretAnswer answer{table_of(results), &results, 2};
    CHECK_THAT(regret_text(answer, false), Catch::Contains("least worst regret") && Catch::Contains("the 2 of 4"));
    const nlohmann::json document = regret_json(answer);
    CHECK(document["worlds"].size() == 4);
    CHECK(document["worlds"][3]["regret"]["cohort"] == 7);
    CHECK(document["worlds"][3]["parameters"].contains("harm.rate"));
    CHECK(document["least_largest_regret"] == "precautionary");
    std::istringstream csv(regret_csv(answer));
    std::string line;
    std::getline(csv, line);
    CHECK(line == "world,design,outcome,value,regret,is_best,good_enough,harm.rate,citizens.imitation\r");
    std::size_t rows = 0;
    while (std::getline(csv, line)) ++rows;
    CHECK(rows == 12);
}

}  // namespace leeway
