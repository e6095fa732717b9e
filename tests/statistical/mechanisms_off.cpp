// A fact that the model shows by a mechanism must fail without it; else the mechanism is not why it holds.
#include "catch.hpp"
#include "experiment/validity/facts.hpp"
#include "experiment/validity/scorecard.hpp"

using namespace leeway;

TEST_CASE("no emergent fact holds with its mechanism switched off") {
    std::vector<Fact> emergent = all_facts();
    std::erase_if(emergent, [](const Fact& fact) { return fact.kind != FactKind::emergent; });
    TrialSize small;
    small.citizens = 1'000;
    small.replicates = 6;
    Problems problems;
    const auto rows = score_facts("uk-fintech", emergent, small, true, problems, [](std::size_t) {});
    INFO(text(problems));
    REQUIRE(rows);
    for (const ScoreRow& row : *rows) {
        INFO(row.id << ": " << row.value.mean << " [" << row.value.low << ", " << row.value.high << "], target "
                    << row.target);
        CHECK(row.verdict == FactVerdict::not_reproduced);
    }
}
