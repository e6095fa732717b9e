// The reference levers move outcomes the way the evidence says, in paired runs of a small world.
#include <cmath>

#include "catch.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

double paired_mean(const Model& model, const Design& a, const Design& b, std::string_view name) {
    double sum = 0;
    int pairs = 0;
    for (std::uint64_t r = 0; r < 6; ++r) {
        const auto outcome = [&](const Design& design) {
            return find_metric(name)->value(run_history(model, {}, design, run_key(3, 0, r), 48));
        };
        const double difference = outcome(b) - outcome(a);
        if (std::isnan(difference)) continue;
        sum += difference;
        ++pairs;
    }
    return pairs > 0 ? sum / pairs : 0;
}

}  // namespace

TEST_CASE("strict ex-ante rules chill entry and launches, and lower harm per use") {
    Design strict, open;
    strict.rulebook.level_floor = 1;
    open.rulebook.level_ceiling = 0;
    open.rulebook.authorisation_required = false;
    const Model model = small_model();
    CHECK(paired_mean(model, strict, open, "entrants") > 0);
    CHECK(paired_mean(model, strict, open, "services_launched") > 0);
    CHECK(paired_mean(model, strict, open, "harm_events_per_1000_user_months") > 0);
    CHECK(paired_mean(model, strict, open, "trust_mean") < 0);
}

TEST_CASE("monitoring uncovers harm in pilots, safeguards prevent it, places let more firms in") {
    const Model model = small_model();
    Design blind = small_sandbox(), watched = small_sandbox();
    blind.supervision.monitoring = 0;
    watched.supervision.monitoring = 1;
    CHECK(paired_mean(model, blind, watched, "pilot_harm_seen_per_1000_user_months") > 0);
    Design bare = small_sandbox();
    bare.safeguards.strength = 0;
    CHECK(paired_mean(model, bare, small_sandbox(), "pilot_harm_per_1000_user_months") < 0);
    Design narrow = small_sandbox();
    narrow.sandbox[0].places = 1;
    CHECK(paired_mean(model, narrow, small_sandbox(), "admitted") > 0);
}
