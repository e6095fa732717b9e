// Access is not use: who of the users is active this month, and what that adds up to for services and agencies.
#pragma once

#include "rules/adopt/pace.hpp"

namespace leeway {

/// Counts the active agents of every product and group, into persons_active.
void count_active_agents(const Adopt& rule, World& world, const Levers& levers, const Confidence& confidence);

/// Turns agents into persons: users and active persons of every product, their exposure, and the cases that public
/// agencies serve.
void count_persons(World& world, const Levers& levers);

}  // namespace leeway
