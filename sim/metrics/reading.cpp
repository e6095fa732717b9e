#include "metrics/reading.hpp"

namespace leeway {
namespace {

bool is_governed(const Recording& run, std::size_t group) { return group < run.segments(); }

HarmPlace place_of(const HarmLedger& ledger, std::size_t index) {
    const std::size_t cell = index / ledger.causes;
    return {static_cast<HarmStage>(cell / ledger.groups / ledger.sectors),
            static_cast<std::uint8_t>(cell / ledger.groups % ledger.sectors),
            static_cast<std::uint16_t>(cell % ledger.groups), static_cast<std::uint8_t>(index % ledger.causes)};
}

}  // namespace

double ratio(double numerator, double denominator) { return denominator > 0 ? numerator / denominator : missing_value; }

double since_start(const Recording& run, double Counts::*count) {
    return run.last().counts.*count - run.start().counts.*count;
}
double since_start(const Recording& run, double Money::*flow) {
    return run.last().money.*flow - run.start().money.*flow;
}
double since_start(const Recording& run, double JurisdictionSnapshot::*level) {
    return run.last().governed().*level - run.start().governed().*level;
}

CellFilter any_cell(const Recording& run) { return in_jurisdiction(run, 0); }
CellFilter in_stage(const Recording& run, HarmStage stage) {
    return [&run, stage](const HarmPlace& place) { return place.stage == stage && is_governed(run, place.group); };
}
CellFilter in_segment(std::size_t segment) {
    return [segment](const HarmPlace& place) { return place.group == segment; };
}
CellFilter in_sector(const Recording& run, std::size_t sector) {
    return [&run, sector](const HarmPlace& place) { return place.sector == sector && is_governed(run, place.group); };
}
CellFilter in_cause(const Recording& run, std::size_t cause) {
    return [&run, cause](const HarmPlace& place) { return place.cause == cause && is_governed(run, place.group); };
}
CellFilter in_jurisdiction(const Recording& run, std::size_t jurisdiction) {
    return [&run, jurisdiction](const HarmPlace& place) { return place.group / run.segments() == jurisdiction; };
}

double harm(const Recording& run, double HarmCell::*member, const CellFilter& chosen) {
    double sum = 0;
    for (std::size_t c = 0; c < run.harms_at_end.cells.size(); ++c) {
        if (chosen(place_of(run.harms_at_end, c)))
            sum += run.harms_at_end.cells[c].*member - run.harms_at_start.cells[c].*member;
    }
    return sum;
}

UserFilter any_user(const Recording& run) { return users_in_jurisdiction(run, 0); }
UserFilter users_in_segment(std::size_t segment) {
    return [segment](std::size_t, std::size_t group) { return group == segment; };
}
UserFilter users_in_sector(const Recording& run, std::size_t sector) {
    return [&run, sector](std::size_t k, std::size_t group) { return k == sector && is_governed(run, group); };
}
UserFilter users_in_jurisdiction(const Recording& run, std::size_t jurisdiction) {
    return [&run, jurisdiction](std::size_t, std::size_t group) { return group / run.segments() == jurisdiction; };
}

double users(const Recording& run, const std::vector<double>& column, const UserFilter& chosen) {
    double sum = 0;
    for (std::size_t k = 0; k < run.sectors(); ++k) {
        for (std::size_t g = 0; g < run.groups(); ++g) sum += chosen(k, g) ? column[k * run.groups() + g] : 0;
    }
    return sum;
}

double user_months(const Recording& run, const UserFilter& chosen) {
    return users(run, run.last().user_months, chosen) - users(run, run.start().user_months, chosen);
}

double persons_in_jurisdiction(const Recording& run, std::size_t jurisdiction) {
    double sum = 0;
    for (std::size_t s = 0; s < run.segments(); ++s) sum += run.persons_in_group[jurisdiction * run.segments() + s];
    return sum;
}

double population(const Recording& run) { return persons_in_jurisdiction(run, 0); }

bool is_vulnerable(const Recording& run, std::size_t group) {
    return run.scenario->citizens.segments[group % run.segments()].vulnerability > 1;
}

}  // namespace leeway
