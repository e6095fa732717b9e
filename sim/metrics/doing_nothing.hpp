// What users would have had without their services, month by month: against this the outcomes net of doing nothing are
// set. Those who use no service have it under every design, so that it cancels out of every comparison but for users.
#pragma once

#include "metrics/reading.hpp"

namespace leeway {

/// Severity of harm that the chosen users would have suffered outside, from month 0 to the end.
double harm_of_doing_nothing(const Recording& run, const UserFilter& chosen);

/// The same for the month that snapshot j + 1 has recorded.
double harm_of_doing_nothing_in_month(const Recording& run, std::size_t j, const UserFilter& chosen);

/// Benefit that the chosen users would have had outside, in active user-months of mean quality, from month 0 to the
/// end.
double benefit_of_doing_nothing(const Recording& run, const UserFilter& chosen);

}  // namespace leeway
