// The order of the list of segments decides nothing: citizens stand in the order of their segments' names, so that the
// same people have the same history, up to the rounding of sums in another order.
#include <algorithm>

#include "catch.hpp"
#include "sample.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

constexpr std::size_t order[] = {2, 0, 1};  // the place of each segment in the other list

Model three_segments() {
    Model model = small_model();
    auto& segments = model.scenario.citizens.segments;
    segments[0].share = 0.5;
    segments.push_back(Segment{
        .name = "remote", .share = 0.1, .vulnerability = 1.8, .literacy = 0.6, .reporting = 0.1, .trust = 0.45});
    return model;
}

Model relabelled(const Model& model) {
    Model other = model;
    for (std::size_t s = 0; s < std::size(order); ++s)
        other.scenario.citizens.segments[order[s]] = model.scenario.citizens.segments[s];
    return other;
}

Recording history_of(World& world, const Model& model) {
    const Design design = small_sandbox();
    Recording recording = begin_recording(world);
    simulate(world, model.month, model.phases, design, 36, [&](const World& now) { record_month(recording, now); });
    end_recording(recording, world, design);
    return recording;
}

void check_metric(const Metric& metric, const Recording& one, const Recording& other) {
    const auto same = [](double a, double b) {
        return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-9 * (1 + std::abs(a));
    };
    INFO(metric.name);
    CHECK(same(metric.value(one), metric.value(other)));
    for (std::size_t s = 0; metric.in_segment && s < std::size(order); ++s)
        CHECK(same(metric.in_segment(one, s), metric.in_segment(other, order[s])));
}

}  // namespace

TEST_CASE("segments in another order have the same history") {
    const Model model = three_segments(), other_model = relabelled(model);
    World world = build_world(model.scenario, model.adaptation, test_key("segments", 0), 36);
    World other = build_world(other_model.scenario, other_model.adaptation, test_key("segments", 0), 36);
    const Recording one = history_of(world, model), two = history_of(other, other_model);
    for (const Metric& metric : metric_table()) {
        if (metric.value) check_metric(metric, one, two);
    }
    for (std::size_t k = 0; k < world.sectors(); ++k)
        CHECK(world.citizens.use[k].product == other.citizens.use[k].product);
    CHECK(one.last().counts.launched > 0);
}
