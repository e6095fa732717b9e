// The search of designs, on spaces whose efficient choices are known.
#include "experiment/search/design_search.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "catch.hpp"

namespace leeway {
namespace {

/// The first lever trades uptake for harm, each other one costs both unless it stands at its value number 3.
UptakeHarm trade(const LeverChoice& choice) {
    double waste = 0;
    for (std::size_t lever = 1; lever < choice.size(); ++lever)
        waste += std::abs(static_cast<double>(choice[lever]) - 3);
    const auto boldness = static_cast<double>(choice.front());
    return {boldness - waste, boldness * boldness + waste};
}

/// Counts what it is asked.
struct Counting {
    std::size_t asked = 0, batches = 0;
    std::set<LeverChoice> seen;
    bool asked_twice = false;

    TryChoices with(UptakeHarm (*change)(const LeverChoice&)) {
        return [this, change](const std::vector<LeverChoice>& choices) {
            std::vector<UptakeHarm> changes;
            ++batches;
            for (const LeverChoice& choice : choices) {
                ++asked;
                asked_twice = asked_twice || !seen.insert(choice).second;
                changes.push_back(change(choice));
            }
            return changes;
        };
    }
};

std::set<LeverChoice> efficient_of(const std::vector<TriedChoice>& tried) {
    std::set<LeverChoice> choices;
    for (const std::size_t place : efficient_choices(tried)) choices.insert(tried[place].choice);
    return choices;
}

}  // namespace

TEST_CASE("efficient choices are those that none beats in both", "[search]") {
    const double unknown = std::nan("");
    const std::vector<TriedChoice> tried{{{0}, {1, 1}},       {{1}, {2, 3}}, {{2}, {1.5, 3}}, {{3}, {0, 0}},
                                         {{4}, {unknown, 0}}, {{5}, {2, 3}}, {{6}, {1, 1.5}}};
    CHECK(efficient_choices(tried) == std::vector<std::size_t>{3, 0, 1});
}

TEST_CASE("a small space is tried as a whole, and its optimum is the exhaustive one", "[search]") {
    const ChoiceSpace space{{5, 6, 4}};
    Counting counting;
    const auto tried = search_designs(space, {16, 8, 1}, counting.with(trade));
    CHECK(counting.asked == 120);
    CHECK(counting.batches == 1);
    std::set<LeverChoice> expected;
    for (std::size_t boldness = 0; boldness < 5; ++boldness) expected.insert({boldness, 3, 3});
    CHECK(efficient_of(tried) == expected);
}

TEST_CASE("a large space is searched in part, and its known frontier is found", "[search]") {
    const ChoiceSpace space{{5, 8, 8, 8, 1}};
    Counting counting;
    const auto change = [](const LeverChoice& choice) { return trade({choice[0], choice[1], choice[2], choice[3]}); };
    const auto tried = search_designs(space, {24, 30, 7}, counting.with(change));
    CHECK(counting.asked < space.choices());
    CHECK(counting.asked <= 24 * 31);
    CHECK_FALSE(counting.asked_twice);
    std::set<LeverChoice> expected;
    for (std::size_t boldness = 0; boldness < 5; ++boldness) expected.insert({boldness, 3, 3, 3, 0});
    CHECK(efficient_of(tried) == expected);
}

TEST_CASE("a search depends on its seed alone", "[search]") {
    const ChoiceSpace space{{5, 8, 8, 8}};
    const auto sequence = [&](std::uint64_t seed) {
        Counting counting;
        std::vector<LeverChoice> choices;
        for (const TriedChoice& each : search_designs(space, {8, 5, seed}, counting.with(trade)))
            choices.push_back(each.choice);
        return choices;
    };
    CHECK(sequence(1) == sequence(1));
    CHECK(sequence(1) != sequence(2));
}

TEST_CASE("a search ends when an attempt does", "[search]") {
    const ChoiceSpace space{{5, 8, 8, 8}};
    std::size_t batches = 0;
    const auto attempt = [&](const std::vector<LeverChoice>& choices) {
        if (++batches == 3) throw std::runtime_error("interrupted");
        std::vector<UptakeHarm> changes;
        for (const LeverChoice& choice : choices) changes.push_back(trade(choice));
        return changes;
    };
    CHECK_THROWS_AS(search_designs(space, {8, 20, 1}, attempt), std::runtime_error);
    CHECK(batches == 3);
}

}  // namespace leeway
