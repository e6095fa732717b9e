#include "metrics/doing_nothing.hpp"

#include "world/outside_option.hpp"

namespace leeway {
namespace {

// Sums value(sector, group, month) over the active user-months of the chosen users in the month of snapshot j + 1.
template <class Value>
double sum_in_month(const Recording& run, std::size_t j, const UserFilter& chosen, const Value& value) {
    const auto month = run.first_month + static_cast<std::int32_t>(j);
    double sum = 0;
    for (std::size_t k = 0; k < run.sectors(); ++k) {
        for (std::size_t g = 0; g < run.groups(); ++g) {
            if (!chosen(k, g)) continue;
            const std::size_t cell = k * run.groups() + g;
            const double lived = run.snapshots[j + 1].user_months[cell] - run.snapshots[j].user_months[cell];
            sum += lived * value(run.scenario->sectors[k], g, month);
        }
    }
    return sum;
}

template <class Value>
double sum_since_start(const Recording& run, const UserFilter& chosen, const Value& value) {
    double sum = 0;
    for (auto j = static_cast<std::size_t>(-run.first_month); j + 1 < run.snapshots.size(); ++j)
        sum += sum_in_month(run, j, chosen, value);
    return sum;
}

auto harm_value_in(const Recording& run) {
    return [&run](const Sector& sector, std::size_t g, std::int32_t month) {
        return harm_outside(sector, run.scenario->citizens.segments[g % run.segments()].vulnerability, month);
    };
}

}  // namespace

double harm_of_doing_nothing(const Recording& run, const UserFilter& chosen) {
    return sum_since_start(run, chosen, harm_value_in(run));
}

double harm_of_doing_nothing_in_month(const Recording& run, std::size_t j, const UserFilter& chosen) {
    return sum_in_month(run, j, chosen, harm_value_in(run));
}

double benefit_of_doing_nothing(const Recording& run, const UserFilter& chosen) {
    return sum_since_start(run, chosen, [](const Sector& sector, std::size_t, std::int32_t month) {
        return benefit_outside(sector, month);
    });
}

}  // namespace leeway
