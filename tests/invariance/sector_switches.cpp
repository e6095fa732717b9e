// A mechanism that a sector does not switch on leaves no trace, whatever its other fields say; switched on, it shows.
#include <functional>

#include "catch.hpp"
#include "sample.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

struct Setting {
    const char* name;
    std::function<void(Sector&)> set;
};

std::uint64_t history_with(const std::function<void(Sector&)>& set) {
    Model model = small_model();
    for (Sector& sector : model.scenario.sectors) set(sector);
    return hash_of(run_history(model, {}, small_sandbox(), test_key("switches", 0), 36));
}

const Setting idle[] = {
    {"outside_growth", [](Sector& s) { s.outside_growth = 0.5; }},
    {"organisation_innovation", [](Sector& s) { s.organisation_innovation = 5; }},
    {"organisation_imitation", [](Sector& s) { s.organisation_imitation = 5; }},
    {"organisation_ceiling", [](Sector& s) { s.organisation_ceiling = 0.2; }},
    {"missed_months_until_noticed", [](Sector& s) { s.missed_months_until_noticed = 100; }},
    {"missed_noticed", [](Sector& s) { s.missed_noticed = 0.1; }},
    {"missed_severity", [](Sector& s) { s.missed_severity = 9; }},
    {"shock_share", [](Sector& s) { s.shock_share = 0.2; }},
    {"shock_contagion", [](Sector& s) { s.shock_contagion = 0.5; }},
    {"shock_severity", [](Sector& s) { s.shock_severity = 9; }},
};

const Setting active[] = {
    {"outside_benefit", [](Sector& s) { s.outside_benefit = 0.3; }},
    {"outside_harm", [](Sector& s) { s.outside_harm = 0.01; }},
    {"outside_appeal", [](Sector& s) { s.outside_appeal = 1; }},
    {"organisation_size", [](Sector& s) { s.organisation_size = 500; }},
    {"missed_share", [](Sector& s) { s.missed_share = 0.3; }},
    {"field_quality", [](Sector& s) { s.field_quality = 0.7; }},
    {"field_harm", [](Sector& s) { s.field_harm = 1.5; }},
    {"shock_rate", [](Sector& s) { s.shock_rate = 0.2; }},
    {"break_even_quality", [](Sector& s) { s.break_even_quality = 0.5; }},
    {"user_size", [](Sector& s) { s.user_size = 20; }},
};

}  // namespace

TEST_CASE("the other fields of a mechanism that is switched off change no bit") {
    const std::uint64_t hash = history_with([](Sector&) {});
    for (const Setting& setting : idle) {
        INFO(setting.name);
        CHECK(history_with(setting.set) == hash);
    }
}

TEST_CASE("a mechanism that is switched on changes the history") {
    const std::uint64_t hash = history_with([](Sector&) {});
    for (const Setting& setting : active) {
        INFO(setting.name);
        CHECK(history_with(setting.set) != hash);
    }
}
