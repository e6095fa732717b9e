// Winners and losers: verdicts with a zone of practical equality, and parts that sum to their whole.
#include <nlohmann/json.hpp>

#include "analysis/winners.hpp"
#include "analysis/winners_json.hpp"
#include "analysis/winners_text.hpp"
#include "catch.hpp"
#include "synthetic_results.hpp"

namespace leeway {
namespace {

/// Two designs with users in two segments and firms of four kinds; the design moves `moved` users from the second to
/// the first segment, and users from incumbents to start-ups.
Results made_up(double moved, std::size_t worlds = 20) {
    Results results = synthetic::results({2, worlds, 3, 2, 0});
    results.by_month.clear();
    results.segments = {"first", "second"};
    results.segment_shares = {0.5, 0.5};
    const auto users = [&](std::size_t d, std::size_t w, std::size_t r, std::size_t s) {
        const double luck = synthetic::normal(100 * w + r);
        return s == 0 ? 100 + luck + (d == 1 ? moved : 0) : 200 - luck - (d == 1 ? moved : 0);
    };
    const auto add = [&](const std::string& name, double start, double change) {
        results.outcomes.push_back(synthetic::outcome(
            results, name, 1, [&](auto d, auto, auto, std::size_t) { return start + (d == 1 ? change : 0); }));
    };
    results.by_segment = {synthetic::outcome(results, "user_months", 2, users)};
    results.outcomes = {synthetic::outcome(results, "user_months", 1, [&](auto d, auto w, auto r, std::size_t) {
        return users(d, w, r, 0) + users(d, w, r, 1);
    })};
    add("active_users", 1000, 0);
    add("users_of_start_ups", 300, 50);
    add("users_of_small_firms", 200, 0);
    add("users_of_incumbents", 500, -50);
    add("users_of_agencies", 0, 0);
    add("users_of_admitted", 0, 80);
    return results;
}

const PartyTable& table_of(const WinnersAnswer& answer, const std::string& section) {
    const auto& tables = answer.designs.front().tables;
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const PartyTable& table) { return table.section == section; });
    REQUIRE(found != tables.end());
    return *found;
}

WinnersAnswer winners_of(const Results& results, double same_share = 0.01) {
    return std::get<WinnersAnswer>(find_winners(results, {{}, same_share}));
}

}  // namespace

TEST_CASE("a change is better, worse, the same or not clear, by its interval and the zone", "[winners]") {
    using enum Verdict;
    CHECK(judge({0.05, 0.02, 0.08}, 0.01, Better::more) == better);
    CHECK(judge({0.05, 0.02, 0.08}, 0.01, Better::less) == worse);
    CHECK(judge({-0.05, -0.08, -0.02}, 0.01, Better::less) == better);
    CHECK(judge({-0.05, -0.08, -0.02}, 0.01, Better::neither) == less);
    CHECK(judge({0.003, -0.004, 0.01}, 0.01, Better::more) == same);
    CHECK(judge({0.02, -0.004, 0.05}, 0.01, Better::more) == unclear);
    CHECK(judge({0.02, 0.005, 0.05}, 0.01, Better::more) == unclear);  // clear of zero, not of the zone
    CHECK(judge({0.02, missing_value, missing_value}, 0.01, Better::more) == unknown);
    CHECK(judge({0, 0, 0}, 0, Better::more) == same);
}

TEST_CASE("parts sum to their whole, in levels and in changes", "[winners]") {
    const WinnersAnswer answer = winners_of(made_up(10));
    for (const char* section :
         {"citizens by segment", "users by kind of firm", "users inside and outside the sandbox"}) {
        const PartyTable& table = table_of(answer, section);
        INFO(section);
        CHECK(table.sums);
        CHECK(table.mismatch < 1e-12);
        double level = 0, change = 0;
        for (std::size_t i = 0; i + 1 < table.parties.size(); ++i) {
            level += table.parties[i].level.mean;
            change += table.parties[i].change.mean;
        }
        CHECK(table.parties.back().party == "all");
        CHECK(level == Approx(table.parties.back().level.mean));
        CHECK(change == Approx(table.parties.back().change.mean).margin(1e-9));
    }
    const auto says_old = [](const std::string& limit) { return limit.find("older version") != std::string::npos; };
    CHECK(std::any_of(answer.limits.begin(), answer.limits.end(), says_old));  // it tells no kinds of firms apart
}

TEST_CASE("who wins and who loses is found, and a whole that stays is the same", "[winners]") {
    const PartyTable segments = table_of(winners_of(made_up(10)), "citizens by segment");
    CHECK(segments.parties[0].verdict == Verdict::better);
    CHECK(segments.parties[0].better == 1);
    CHECK(segments.parties[1].verdict == Verdict::worse);
    CHECK(segments.parties[1].worse == 1);
    CHECK(segments.parties[2].verdict == Verdict::same);
    CHECK(segments.parties[2].same == 1);
    CHECK(table_of(winners_of(made_up(10), 0.2), "citizens by segment").parties[0].verdict == Verdict::same);
}

TEST_CASE("a party that has nothing under the baseline is measured by the whole", "[winners]") {
    const PartyTable table = table_of(winners_of(made_up(0)), "users inside and outside the sandbox");
    CHECK(table.parties[0].level.mean == 0);
    CHECK(table.parties[0].zone == Approx(0.01 * 1000));
    CHECK(table.parties[0].verdict == Verdict::better);
}

TEST_CASE("parts that miss their whole are told", "[winners]") {
    Results results = made_up(10);
    results.by_segment.front().values[3] += 5;
    const WinnersAnswer answer = winners_of(results);
    CHECK(table_of(answer, "citizens by segment").mismatch == Approx(5.0 / 300).epsilon(0.05));
    CHECK_THAT(winners_text(answer, false), Catch::Contains("the parts miss the whole"));
}

TEST_CASE("what has no winners is said, and one run gives no verdict", "[winners]") {
    CHECK_THAT(std::get<std::string>(find_winners(synthetic::results({1, 4, 2, 3, 0}), {})),
               Catch::Contains("one design"));
    CHECK_THAT(std::get<std::string>(find_winners(made_up(1), {"cohrt", 0.01})), Catch::Contains("Did you mean"));
    for (const double share : {-0.01, 1.01, missing_value})
        CHECK_THAT(std::get<std::string>(find_winners(made_up(1), {{}, share})), Catch::Contains("from 0 to 100"));
    Results bare = made_up(1);
    bare.outcomes.resize(1);
    bare.by_segment.clear();
    CHECK_THAT(std::get<std::string>(find_winners(bare, {})), Catch::Contains("tells parties apart"));
    Results single = synthetic::results({2, 1, 1, 3, 0});
    const WinnersAnswer answer = winners_of(single);
    CHECK(answer.designs.front().tables.front().parties.front().verdict == Verdict::unknown);
    CHECK_THAT(winners_text(answer, false), !Catch::Contains("nan"));
}

TEST_CASE("winners as text, JSON and CSV", "[winners]") {
    const WinnersAnswer answer = winners_of(synthetic::results());
    CHECK_THAT(winners_text(answer, false),
               Catch::Contains("cohort against status-quo") && Catch::Contains("low resilience"));
    const nlohmann::json table = winners_json(answer)["designs"][0]["tables"][0];
    CHECK(table["outcome"] == "uptake");
    CHECK(table["parties"].size() == 5);
    CHECK(table["parties"][0]["verdict"] == "better");
    CHECK_THAT(winners_csv(answer), Catch::Contains("\r\npermissive,status-quo,citizens by segment,older,uptake,1,"));
}

}  // namespace leeway
