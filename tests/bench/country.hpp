// The country that the full model is measured on: uk-fintech under the design cohort, from the first month of the
// warm-up on.
#pragma once

#include <cstdint>

#include "policy/design.hpp"
#include "rules/levers.hpp"
#include "rules/model.hpp"

namespace leeway::bench {

struct Country {
    Model model;
    Design design;
    std::int32_t months;

    /// Months that a run lives through, with the warm-up.
    std::int32_t all_months() const { return months + static_cast<std::int32_t>(model.scenario.warm_up_months); }
    World start() const;
    Policy policy() const { return Policy({design}); }
};

/// The country with so many citizens as agents. The files belong to the project, so a mistake in them ends the program.
Country country_of(std::int64_t citizens, std::int32_t months);

/// The same with nothing but its first sector, to which all ideas go.
Country country_of_one_sector(std::int64_t citizens, std::int32_t months);

}  // namespace leeway::bench
