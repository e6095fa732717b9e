#include "metrics/metric_table.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "metrics/reading.hpp"

namespace leeway {
namespace {

std::vector<Metric> joined_table() {
    std::vector<Metric> table;
    for (const auto& rows :
         {innovation_metrics(), harm_metrics(), viability_metrics(), sandbox_metrics(), trust_metrics(),
          inclusion_metrics(), learning_metrics(), evaluation_metrics(), party_metrics()})
        table.insert(table.end(), rows.begin(), rows.end());
    return table;
}

constexpr std::array<std::string_view, 6> headlines{
    "uptake",     "harm_per_1000_citizen_years", "firms_alive_per_idea_36",
    "trust_mean", "services_launched",           "belief_error"};

}  // namespace

std::string_view text(ResultAxis axis) {
    constexpr std::array<std::string_view, 6> names{"innovation", "harm",      "viability",
                                                    "trust",      "inclusion", "learning"};
    return names[static_cast<std::size_t>(axis)];
}

std::span<const Metric> metric_table() {
    static const std::vector<Metric> table = joined_table();
    return table;
}

const Metric* find_metric(std::string_view name) {
    const std::span<const Metric> table = metric_table();
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Metric& metric) { return metric.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::span<const std::string_view> headline_metrics() { return headlines; }

}  // namespace leeway
