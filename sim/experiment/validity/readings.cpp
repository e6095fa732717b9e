#include "experiment/validity/readings.hpp"

#include "core/results.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {
namespace {

bool is_new_and_governed(const World& world, std::size_t f) {
    return !world.firms.is_established(f) && world.firms.jurisdiction[f] == 0;
}

}  // namespace

FirmFilter decided_as(Decision decision, std::int32_t months_left) {
    return [=](const World& world, std::size_t f) {
        const std::int32_t decided = world.firms.decided[f];
        return is_new_and_governed(world, f) && world.firms.decision[f] == decision && decided >= 0 &&
               decided + months_left <= world.end_month;
    };
}

double count_firms(const World& world, const FirmFilter& meant) {
    double count = 0;
    for (std::size_t f = 0; f < world.firms.count(); ++f) count += meant(world, f) ? 1 : 0;
    return count;
}

double share_of_firms(const World& world, const FirmFilter& meant, const FirmFilter& holds) {
    const double all = count_firms(world, meant);
    const double such = count_firms(world, [&](const World& w, std::size_t f) { return meant(w, f) && holds(w, f); });
    return all > 0 ? such / all : missing_value;
}

bool is_funded(const World& world, std::size_t f) { return world.firms.raised_after[f] > 0; }

FirmFilter launches_within(std::int32_t months) {
    return
        [=](const World& world, std::size_t f) { return world.products.launched[f] < world.firms.decided[f] + months; };
}

bool is_entrant(const World& world, std::size_t f) {
    return is_new_and_governed(world, f) && world.firms.founded[f] >= 0 && world.firms.founded[f] != never;
}

double outcome(const History& history, std::string_view metric) {
    return find_metric(metric)->value(history.recording);
}

double relative_gain(double value, double base) { return base > 0 ? value / base - 1 : missing_value; }

double vulnerable_share(const Scenario& scenario) {
    double share = 0;
    for (const Segment& segment : scenario.citizens.segments) share += segment.vulnerability > 1 ? segment.share : 0;
    return share;
}

std::size_t busiest_sector(const Scenario& scenario) {
    std::size_t busiest = 0;
    double most = -1;
    for (std::size_t k = 0; k < scenario.sectors.size(); ++k) {
        const Sector& sector = scenario.sectors[k];
        if (sector.enrolment != Enrolment::chosen || sector.idea_share <= most) continue;
        most = sector.idea_share;
        busiest = k;
    }
    return busiest;
}

}  // namespace leeway
