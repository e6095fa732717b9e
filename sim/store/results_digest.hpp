// A digest of everything that a results file holds, by which a reader knows that it reads what was written.
#pragma once

#include <string>

#include "core/results.hpp"

namespace leeway {

/// 16 hexadecimal digits over all members of `results`, as they are stored (monthly series in single precision,
/// outcomes of a world once). Any one changed value gives another digest; it guards against damage, not against
/// forgery. Not to be confused with `results_hash`, which covers outcomes only and does not depend on the order of
/// designs.
std::string content_digest(const Results& results);

}  // namespace leeway
