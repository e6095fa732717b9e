// Every mechanism that a sector may switch on acts: set low and high in paired runs, it moves an outcome the way its
// case says.
#include <cmath>
#include <set>

#include "catch.hpp"
#include "direction/lever_cases.hpp"
#include "metrics/metric_table.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

using SetSector = std::function<void(Sector&)>;

struct SectorCase {
    std::string field;
    double Sector::*member;
    double low, high;
    const char* metric;
    int sign;  ///< +1 if the outcome rises from low to high, -1 if it falls
    SetSector with = [](Sector&) {};
};

void rival(Sector& s) { s.outside_appeal = 1; }
void schools(Sector& s) {
    s.organisation_size = 500;
    s.organisation_innovation = 0.3;
}
void errors(Sector& s) { s.missed_share = 0.5; }
void shocks(Sector& s) { s.shock_rate = 0.3; }
void small_shocks(Sector& s) {
    s.shock_rate = 3;
    s.shock_share = 0.02;
}

std::vector<SectorCase> all_cases() {
    return {
        {"outside_benefit", &Sector::outside_benefit, 0, 0.5, "net_benefit", -1},
        {"outside_harm", &Sector::outside_harm, 0, 0.02, "harm_net_of_doing_nothing", -1},
        {"outside_appeal", &Sector::outside_appeal, 0, 5, "uptake", -1},
        {"outside_growth", &Sector::outside_growth, -1, 1, "uptake", -1, rival},
        {"organisation_size", &Sector::organisation_size, 0, 500, "uptake", -1},
        {"organisation_innovation", &Sector::organisation_innovation, 0.05, 1, "organisations_adopted", 1, schools},
        {"organisation_imitation", &Sector::organisation_imitation, 0, 2, "organisations_adopted", 1, schools},
        {"organisation_ceiling", &Sector::organisation_ceiling, 0.2, 1, "organisations_adopted", 1, schools},
        {"missed_share", &Sector::missed_share, 0, 0.8, "harm_detected", -1},
        {"missed_months_until_noticed", &Sector::missed_months_until_noticed, 1, 60, "harm_detected", -1, errors},
        {"missed_noticed", &Sector::missed_noticed, 0, 1, "harm_detected", 1,
         [](Sector& s) { s.missed_share = 0.9, s.missed_months_until_noticed = 2; }},
        {"missed_severity", &Sector::missed_severity, 1, 10, "harm_per_1000_citizen_years", 1, errors},
        {"field_quality", &Sector::field_quality, 0.5, 1, "uptake", 1},
        {"field_harm", &Sector::field_harm, 1, 3, "harm_events_per_1000_user_months", 1},
        {"shock_rate", &Sector::shock_rate, 0.05, 1, "harm_by_shocks", 1},
        {"shock_share", &Sector::shock_share, 0.05, 1, "harm_by_shocks", 1, shocks},
        {"shock_contagion", &Sector::shock_contagion, 0, 0.8, "harm_by_shocks", 1, small_shocks},
        {"shock_severity", &Sector::shock_severity, 1, 20, "harm_per_1000_citizen_years", 1, shocks},
        {"break_even_quality", &Sector::break_even_quality, 0, 0.95, "negative_benefit_share", 1},
        {"user_size", &Sector::user_size, 1, 10, "harm_per_1000_user_months", 1},
    };
}

double outcome_of(const SectorCase& mechanism, double value, std::uint64_t replicate) {
    Model model = lever_model();
    for (Sector& sector : model.scenario.sectors) {
        mechanism.with(sector);
        sector.*mechanism.member = value;
    }
    return find_metric(mechanism.metric)->value(run_history(model, {}, lever_design(), run_key(78, 0, replicate), 30));
}

}  // namespace

TEST_CASE("every mechanism of a sector moves an outcome the way it should, in paired runs") {
    constexpr std::uint64_t replicates = 40;
    for (const SectorCase& mechanism : all_cases()) {
        double sum = 0, squares = 0;
        for (std::uint64_t r = 0; r < replicates; ++r) {
            const double difference =
                outcome_of(mechanism, mechanism.high, r) - outcome_of(mechanism, mechanism.low, r);
            sum += difference;
            squares += difference * difference;
        }
        const double mean = sum / replicates;
        const double error = std::sqrt(std::max(0.0, squares / replicates - mean * mean) / (replicates - 1));
        INFO(mechanism.field << " moves " << mechanism.metric << " by " << mean << " +- " << error);
        CHECK(mechanism.sign * mean > 2 * error);
    }
}

TEST_CASE("no mechanism of a sector is without a case") {
    std::set<std::string> covered;
    for (const SectorCase& mechanism : all_cases()) covered.insert(mechanism.field);
    Sector sector;
    bool is_mechanism = false;  // those after the features of risk
    for (const FieldEntry& entry : field_table(sector).fields) {
        INFO(entry.name);
        CHECK((!is_mechanism || covered.contains(entry.name)));
        is_mechanism = is_mechanism || entry.name == "novelty";
    }
    CHECK(covered.size() == 20);
}
