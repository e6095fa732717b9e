// What facts read off histories: shares of firms that were admitted, tested, funded or launched, entrants by sector.
#pragma once

#include <functional>
#include <span>

#include "experiment/validity/fact.hpp"

namespace leeway {

/// Which firms are meant, by their number.
using FirmFilter = std::function<bool(const World& world, std::size_t firm)>;

/// New firms of the governed jurisdiction whose first application was decided so, in months 0 to `months_left` before
/// the end.
FirmFilter decided_as(Decision decision, std::int32_t months_left);

/// How many firms are meant.
double count_firms(const World& world, const FirmFilter& meant);

/// The share of the firms that are meant for which `holds`; NaN where none is meant.
double share_of_firms(const World& world, const FirmFilter& meant, const FirmFilter& holds);

/// Whether a firm raised money in the follow-up time after the decision on its first application.
bool is_funded(const World& world, std::size_t firm);

/// Whether the service with which a firm began came to market within `months` of that decision.
FirmFilter launches_within(std::int32_t months);

/// New firms of the governed jurisdiction that entered in month 0 or later.
bool is_entrant(const World& world, std::size_t firm);

/// The outcome of that name, of the metric table.
double outcome(const History& history, std::string_view metric);

/// How far `value` is above `base`, relative to it; NaN where the base is not positive.
double relative_gain(double value, double base);

/// A share of citizens or of ideas that lie in vulnerable segments: those of vulnerability above 1.
double vulnerable_share(const Scenario& scenario);

/// The number of the sector with most ideas among those that people choose freely.
std::size_t busiest_sector(const Scenario& scenario);

}  // namespace leeway
