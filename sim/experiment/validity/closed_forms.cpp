#include "experiment/validity/closed_forms.hpp"

#include <cmath>

#include "core/parallel.hpp"
#include "core/text.hpp"
#include "experiment/validity/bare_model.hpp"
#include "experiment/validity/one_service.hpp"
#include "rules/simulate.hpp"
#include "world/network/figures.hpp"

namespace leeway {
namespace {

constexpr std::uint64_t seed = 2026;

std::uint64_t key(std::string_view form, std::uint64_t replicate) { return run_key(seed, hash_text(form), replicate); }

template <class Replicate>
std::vector<double> sample_of(std::size_t replicates, const Replicate& value) {
    std::vector<double> values(replicates);
    for_each_index(replicates, [&](std::size_t replicate) { values[replicate] = value(replicate); });
    return values;
}

constexpr std::size_t people = 101;
constexpr std::int32_t diffusion_months = 48;
constexpr double innovation = 0.03, imitation = 0.8;

std::vector<double> adopters() {
    const Model model = one_service(people, NetworkKind::complete, innovation, imitation);
    return sample_of(
        400, [&](std::size_t replicate) { return share_of_users(model, key("bass", replicate), diffusion_months); });
}

std::shared_ptr<const Network> network_of_kind(NetworkKind kind, double degree, std::uint32_t count,
                                               std::uint64_t run) {
    CitizenGroup citizens;
    citizens.network = kind;
    citizens.degree = degree;
    citizens.homophily = 1;
    const std::vector<std::uint32_t> first_of_group{0, count};
    return acquaintances_of(citizens, first_of_group, Draws(run, "network"));
}

std::vector<double> giant_shares() {
    constexpr std::uint32_t count = 20'000;
    return sample_of(40, [](std::size_t replicate) {
        const auto network = network_of_kind(NetworkKind::erdos_renyi, 2, count, key("giant", replicate));
        return static_cast<double>(components_of(*network).largest) / count;
    });
}

constexpr double ring_degree = 10;

std::vector<double> ring_clustering() {
    return {clustering_of(*network_of_kind(NetworkKind::ring, ring_degree, 500, key("ring", 0)), 250)};
}

// Every idea files at once, cases vary exponentially, and two officers decide.
Model frozen_desk() {
    Model model = bare_model({"enter", "choose_route", "regulate"});
    model.scenario.ideas.per_year = 24;
    model.scenario.firms.frozen = true;
    RegulatorGroup& regulators = model.scenario.regulators;
    regulators.hours_per_case = CaseHours::exponential;
    regulators.hours_per_authorisation = 64;
    regulators.hours_per_officer = 1.5 * 64;
    regulators.officer_hours = 2 * regulators.hours_per_officer;
    return model;
}

// Cases in the queue summed over months, over the months that each case waited: 1 by Little's law, on every path.
std::vector<double> cases_over_waits() {
    const World world = live(frozen_desk(), Design{}, key("little", 0), 240);
    const Regulator& desk = world.jurisdictions[0].regulators[0];
    double waited = desk.tally.months_waited_by_left;
    for (const Case& left : desk.queue) waited += world.month - left.arrived;
    return {desk.tally.case_months / waited};
}

constexpr double users = 2000, harm_rate_of_all = 0.02;

// All use the service of one incumbent every month.
Model everybody_uses_it() {
    Model model = bare_model({"adopt", "harm"});
    model.scenario.citizens.population = model.scenario.citizens.count = static_cast<std::int64_t>(users);
    model.scenario.sectors[0].market_ceiling = model.scenario.sectors[0].initial_uptake = 1;
    model.scenario.risk.base_rate = harm_rate_of_all;
    model.scenario.firms.count = 1;
    model.scenario.ideas.per_year = 0;
    Adopt& adopt = std::get<Adopt>(model.month);
    adopt.churn = 0;
    adopt.trust_exponent = 0;
    adopt.activity = 1;
    return model;
}

std::vector<double> harms_by_month() {
    constexpr std::int32_t months = 600;
    const Model model = everybody_uses_it();
    World world = build_world(model.scenario, model.adaptation, key("harm counts", 0), months);
    std::vector<double> counts;
    double before = 0;
    simulate(world, model.month, model.phases, Design{}, months, [&](const World& now) {
        double occurred = 0;
        for (const HarmCell& cell : now.ledger.cells) occurred += cell.occurred;
        counts.push_back(occurred - before);
        before = occurred;
    });
    return counts;
}

}  // namespace

std::vector<double> bass_chain(std::size_t all, std::int32_t months, double by_itself, double by_example) {
    std::vector<double> now(all + 1, 0.0);
    now[0] = 1;
    for (std::int32_t month = 0; month < months; ++month) {
        std::vector<double> next(all + 1, 0.0);
        for (std::size_t n = 0; n <= all; ++n) {
            const double example = static_cast<double>(n) / static_cast<double>(all - 1);
            const double stays = std::exp(-(by_itself + by_example * example) / 12);
            const std::size_t left = all - n;
            double mass = std::pow(stays, static_cast<double>(left));
            for (std::size_t more = 0; more <= left; ++more) {
                next[n + more] += now[n] * mass;
                mass *= static_cast<double>(left - more) / static_cast<double>(more + 1) * (1 - stays) / stays;
            }
        }
        now.swap(next);
    }
    return now;
}

double bass_chain_mean(std::size_t all, std::int32_t months, double by_itself, double by_example) {
    const std::vector<double> distribution = bass_chain(all, months, by_itself, by_example);
    double mean = 0;
    for (std::size_t n = 0; n < distribution.size(); ++n) mean += static_cast<double>(n) * distribution[n];
    return mean / static_cast<double>(all);
}

double giant_component(double mean_degree) {
    double share = 1;
    for (int step = 0; step < 1000; ++step) share = 1 - std::exp(-mean_degree * share);
    return share;
}

std::vector<ClosedForm> closed_forms() {
    return {
        {"bass", "adoption where all know all is the Bass chain",
         "share of 101 people who use a service after 48 months", "Bass 1969; exact monthly chain",
         "adoption as first passage of an exponential threshold",
         bass_chain_mean(people, diffusion_months, innovation, imitation), adopters},
        {"giant", "a random graph of mean degree 2 has its giant component",
         "share of 20,000 citizens in the largest component", "Erdős and Rényi 1960", "the network's construction",
         giant_component(2), giant_shares},
        {"clustering", "clustering of a ring is 3 (k - 2) / (4 (k - 1))",
         "share of neighbours who know each other, k = 10", "Watts and Strogatz 1998", "the network's construction",
         3 * (ring_degree - 2) / (4 * (ring_degree - 1)), ring_clustering},
        {"little", "Little's law holds on every path",
         "cases in a queue summed over months, per month that a case waited", "Little 1961",
         "officers' hours and the regulator's queue", 1, cases_over_waits},
        {"harms", "harms of a month are Binomial over active users", "harms a month among 2,000 users at 0.02 each",
         "Binomial mean", "harm is drawn as a count per service and group", users * -std::expm1(-harm_rate_of_all),
         harms_by_month},
    };
}

ScoreRow judge(const ClosedForm& form) {
    ScoreRow row;
    row.id = form.id;
    row.kind = FactKind::closed_form;
    row.statement = form.statement;
    row.measure = form.measure;
    row.source = form.source;
    row.mechanism = form.mechanism;
    row.target = number_text(std::round(form.exact * 1e6) / 1e6);
    const std::vector<double> values = form.sample();
    double sum = 0, squares = 0;
    for (const double value : values) sum += value;
    const auto count = static_cast<double>(values.size());
    const double mean = sum / count;
    for (const double value : values) squares += (value - mean) * (value - mean);
    const double error = values.size() > 1 ? std::sqrt(squares / (count - 1) / count) : 0;
    const double allowed = values.size() > 1 ? failing_z * error : 1e-12 * std::abs(form.exact);
    row.value = {mean, mean - failing_z * error, mean + failing_z * error};
    row.verdict = std::abs(mean - form.exact) <= allowed ? FactVerdict::reproduced : FactVerdict::not_reproduced;
    return row;
}

}  // namespace leeway
