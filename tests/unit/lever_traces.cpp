// Which levers are said to have bound, never bound, or not to be tracked.
#include "experiment/lever_traces.hpp"

#include <set>

#include "catch.hpp"
#include "experiment/lever_columns.hpp"

using namespace leeway;

namespace {

Results two_designs(const Design& one, const Design& other) {
    Results results;
    results.designs = {"one", "other"};
    results.worlds = {0};
    results.replicates = {0, 1};
    results.levers = lever_columns({one, other});
    return results;
}

std::int64_t bound(const Results& results, std::size_t design, const std::string& lever) {
    for (std::size_t i = 0; i < results.levers.size(); ++i) {
        if (results.levers[i].name == lever) return results.lever_bound[design * results.levers.size() + i];
    }
    FAIL("no lever " << lever);
    return -2;
}

}  // namespace

TEST_CASE("single levers stand before their groups") {
    CHECK(count_of_lever("gate.minimum_use") == &Counts::too_little_use);
    CHECK(count_of_lever("gate.confidence") == &Counts::gates_asked);
    CHECK(count_of_lever("intake.reserved_public") == &Counts::reserved);
    CHECK(count_of_lever("intake.fee") == &Counts::admitted);
    CHECK(count_of_lever("waivers.share") == &Counts::relieved);
    CHECK(count_of_lever("exit.surveillance_months") == &Counts::surveilled);
    CHECK(count_of_lever("changes") == &Counts::changes_made);
    CHECK(count_of_lever("learning.lag_factor") == nullptr);
    CHECK(count_of_lever("sandbox[fca].user_cap") == nullptr);  // counts are not kept by sandbox
}

TEST_CASE("a lever bound, never bound although it was set, or stands at its neutral value") {
    Design set;
    set.sandbox[0].user_cap = 70;
    set.gate.minimum_use = 0.5;
    Results results = two_designs(Design{}, set);
    Counts before, after;
    before.cap_reached = after.cap_reached = 3;
    const auto nothing = levers_that_acted(results.levers, before, after);
    after.cap_reached = 4;
    const auto cap = levers_that_acted(results.levers, before, after);
    mark_bound_levers(results, {nothing, nothing});
    CHECK(bound(results, 0, "sandbox.user_cap") == -1);
    CHECK(bound(results, 1, "sandbox.user_cap") == 0);
    CHECK(bound(results, 1, "gate.minimum_use") == 0);
    CHECK(bound(results, 1, "gate.minimum_benefit") == -1);
    CHECK(bound(results, 1, "rulebook.level_floor") == -1);
    mark_bound_levers(results, {cap, cap});
    CHECK(bound(results, 0, "sandbox.user_cap") == 1);
    CHECK(bound(results, 1, "sandbox.user_cap") == 1);
}

TEST_CASE("designs of which no run ended say nothing") {
    Design set;
    set.sandbox[0].user_cap = 70;
    Results results = two_designs(set, set);
    const auto nothing = levers_that_acted(results.levers, Counts{}, Counts{});
    mark_bound_levers(results, {{}, nothing});
    CHECK(bound(results, 0, "sandbox.user_cap") == -1);
    CHECK(bound(results, 1, "sandbox.user_cap") == 0);
}
