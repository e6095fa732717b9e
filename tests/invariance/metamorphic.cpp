// Relations between runs that must hold bit for bit, whatever the parameters.
#include <tuple>

#include "catch.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

/// A rule that does nothing.
struct Idle {
    static constexpr std::string_view name = "idle";
    template <class Visit>
    void fields(Visit&&) {}
    void operator()(World&, const Levers&, const Draws&) const {}
};

double metric(const Recording& recording, std::string_view name) { return find_metric(name)->value(recording); }

}  // namespace

TEST_CASE("a sandbox without places is the same design without live tests, bit for bit") {
    const Model model = small_model();
    Design closed = small_sandbox();
    closed.sandbox[0].places = 0;
    const auto key = run_key(5, 0, 1);
    CHECK(hash_of(run_history(model, {}, closed, key, 36)) == hash_of(run_history(model, {}, Design{}, key, 36)));
    CHECK(hash_of(run_history(model, {}, small_sandbox(), key, 36)) !=
          hash_of(run_history(model, {}, Design{}, key, 36)));
}

TEST_CASE("without harm rates there is no harm, no redress and no backlash") {
    Model model = small_model();
    std::get<Harm>(model.month).rate_multiplier = 0;
    const Recording run = run_history(model, {}, small_sandbox(), run_key(5, 0, 2), 36);
    for (const char* name :
         {"harm_occurred", "harm_detected", "harm_latent", "harm_redressed", "backlash_months", "suspended"}) {
        INFO(name);
        CHECK(metric(run, name) == 0);
    }
    CHECK(run.last().money.redress == 0);
    CHECK(metric(run, "uptake") > 0);
}

TEST_CASE("one more rule that does nothing changes no bit") {
    const Model model = small_model();
    const auto key = run_key(5, 0, 3);
    World world = build_world(model.scenario, model.adaptation, key, 24);
    Recording recording = begin_recording(world);
    const auto longer = std::tuple_cat(std::tuple<Idle>(), model.month);
    simulate(world, longer, Phases<std::decay_t<decltype(longer)>>(), small_sandbox(), 24,
             [&](const World& now) { record_month(recording, now); });
    end_recording(recording, world, small_sandbox());
    CHECK(hash_of(recording) == hash_of(run_history(model, small_sandbox(), small_sandbox(), key, 24)));
}

TEST_CASE("watching a run changes nothing: outcomes do not depend on how often it is recorded") {
    const Model model = small_model();
    World watched = build_world(model.scenario, model.adaptation, 7, 24), unwatched = watched;
    Recording recording = begin_recording(watched);
    simulate(watched, model.month, model.phases, small_sandbox(), 24,
             [&](const World& now) { record_month(recording, now); });
    simulate(unwatched, model.month, model.phases, small_sandbox(), 24, [](const World&) {});
    CHECK(watched.citizens.trust == unwatched.citizens.trust);
    CHECK(watched.firms.capital == unwatched.firms.capital);
}

TEST_CASE("a relieved firm is relieved of nothing when the waiver's share is neutral") {
    const Model model = small_model();
    Design neutral = small_sandbox();
    neutral.waivers.share = 0;
    Design lasting = neutral;
    lasting.waivers.kept_after_exit = 1;
    const auto key = run_key(5, 0, 4);
    CHECK(hash_of(run_history(model, {}, neutral, key, 36)) == hash_of(run_history(model, {}, lasting, key, 36)));
}
