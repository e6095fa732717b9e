#include "experiment/estimate.hpp"

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>
#include <thread>

#include "experiment/runner.hpp"
#include "metrics/metric_table.hpp"

namespace leeway {
namespace {

// Per citizen: trust, losses and services in use; per citizen and sector: threshold, product, spell and counter; per
// user: its place in the lists of users; per arc and per row of the network.
constexpr double bytes_per_citizen = 9, bytes_per_use = 11, bytes_per_user = 4, bytes_per_arc = 4, bytes_per_row = 4;

// Twice each, for the state at month 0 and the design's copy of it: the columns of products and firms, the use of a
// product by every group, and its evidence at every regulator.
constexpr double bytes_per_idea = 1500, bytes_per_idea_and_group = 64, bytes_per_idea_and_regulator = 32;

// What the program itself and its libraries take.
constexpr double bytes_of_program = 24 << 20;

// Per month, sector and group of a recording: user-months and active persons.
constexpr double bytes_per_snapshot_cell = 16;

// Rough constants, an order of magnitude: an update of one citizen in one sector, one tie of the network, one idea for
// a month.
constexpr double seconds_per_use = 8e-9, seconds_per_tie = 25e-9, seconds_per_idea_month = 60e-9;

double months_of(const Plan& plan) {
    return static_cast<double>(plan.experiment.months + plan.model.scenario.warm_up_months);
}

double ideas_of(const Plan& plan) {
    const Scenario& scenario = plan.model.scenario;
    return static_cast<double>(scenario.firms.count) + scenario.ideas.arriving_per_year() * months_of(plan) / 12;
}

double jurisdictions_of(const Plan& plan) {
    return static_cast<double>(plan.model.scenario.jurisdictions.items.size());
}

double groups_of(const Plan& plan) {
    return jurisdictions_of(plan) * static_cast<double>(plan.model.scenario.citizens.segments.size());
}

double bytes_of_ideas(const Plan& plan) {
    const auto regulators = static_cast<double>(plan.model.scenario.regulators.items.size());
    return ideas_of(plan) * (bytes_per_idea + groups_of(plan) * bytes_per_idea_and_group +
                             jurisdictions_of(plan) * regulators * bytes_per_idea_and_regulator);
}

double bytes_of_network(const Plan& plan) {
    const CitizenGroup& citizens = plan.model.scenario.citizens;
    const auto count = static_cast<double>(citizens.count);
    if (citizens.network == NetworkKind::complete || citizens.network == NetworkKind::edge_list) return 0;
    return count * (bytes_per_row + bytes_per_arc * citizens.degree);
}

// Half of those who may ever want a service are taken to use one.
double bytes_of_citizens(const Plan& plan) {
    const Scenario& scenario = plan.model.scenario;
    double bytes = bytes_per_citizen;
    for (const Sector& sector : scenario.sectors) {
        bytes += bytes_per_use + bytes_per_user * sector.market_ceiling / 2;
        if (sector.organisation_size > 0)
            bytes += sizeof(HazardUnits) / std::max(1.0, sector.organisation_size / scenario.citizens.represents());
    }
    return static_cast<double>(scenario.citizens.count) * bytes;
}

double result_bytes(const Plan& plan) {
    const auto metrics = static_cast<double>(metric_table().size());
    const auto& citizens = plan.model.scenario.citizens;
    const double breakdowns =
        static_cast<double>(citizens.segments.size() + plan.model.scenario.sectors.size()) + jurisdictions_of(plan);
    const auto series = static_cast<double>(plan.experiment.record.series.size());
    return 8 * (metrics * (1 + breakdowns) + series * months_of(plan));
}

/// Finished runs wait on disk. Outcomes come into memory in parts, and the file that is built of them is packed.
double bytes_of_results(const Plan& plan, double runs) {
    constexpr double part = 256 << 20, packed = 0.25;
    const double bytes = runs * result_bytes(plan);
    return std::min(part, bytes) + packed * bytes;
}

double seconds_per_run(const Plan& plan) {
    const Scenario& scenario = plan.model.scenario;
    const auto citizens = static_cast<double>(scenario.citizens.count);
    const auto sectors = static_cast<double>(scenario.sectors.size());
    const double network = citizens * scenario.citizens.degree * seconds_per_tie;
    return network + months_of(plan) * (citizens * sectors * seconds_per_use + ideas_of(plan) * seconds_per_idea_month);
}

/// The number after `label` in a text file such as /proc/meminfo; infinity when it is not there.
double number_in(const char* file, const std::string& label) {
    std::ifstream stream(file);
    std::string word;
    double number = std::numeric_limits<double>::infinity();
    if (label.empty()) {
        double whole = 0;
        return stream >> whole ? whole : number;
    }
    while (stream >> word) {
        if (word == label && stream >> number) return number;
    }
    return std::numeric_limits<double>::infinity();
}

}  // namespace

double estimate_memory(const Plan& plan) {
    const double copies = plan.designs.size() > 1 ? 2 : 1;  // the state at month 0, and what the design makes of it
    return bytes_of_program + bytes_of_network(plan) + copies * bytes_of_citizens(plan) + bytes_of_ideas(plan) +
           months_of(plan) * static_cast<double>(plan.model.scenario.sectors.size()) * groups_of(plan) *
               bytes_per_snapshot_cell;
}

Cost estimate_cost(const Plan& plan, int threads) {
    const auto runs = static_cast<double>(run_count(plan));
    const int at_once = runs_at_once(plan, std::max(threads, 1));
    const double together = std::min(runs, static_cast<double>(at_once));
    const double busy = at_once == 1 ? std::max(threads, 1) : together;  // a lone run works on all threads
    return {runs, together * estimate_memory(plan) + bytes_of_results(plan, runs), runs * seconds_per_run(plan) / busy};
}

double available_memory() {
    constexpr double kibibyte = 1024;
    const double machine = number_in("/proc/meminfo", "MemAvailable:") * kibibyte;
    const double group = number_in("/sys/fs/cgroup/memory.max", "");
    return std::min(machine, group);
}

int available_threads() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

}  // namespace leeway
