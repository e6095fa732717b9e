// Access is not use: who of the users is active this month, and what that adds up to for services and agencies.
#pragma once

#include "rules/adopt/mood.hpp"

namespace leeway {

/// Counts users and active persons of every product, their exposure, and the cases that public agencies serve.
void count_activity(const Adopt& rule, World& world, const Levers& levers, const Mood& mood);

}  // namespace leeway
