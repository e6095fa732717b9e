// How far the answer carries and where it comes from: validity and limits, the assumptions that were varied, the
// program, the seed and the whole configuration.
#pragma once

#include "analysis/html.hpp"
#include "analysis/report_context.hpp"

namespace leeway {

/// How the intervals were made, what these results leave out, and whether the model shows what is known.
Html validity_section(const ReportContext& page);

/// The uncertain parameters with the range seen over worlds, their units and sources.
Html assumptions_section(const ReportContext& page);

/// Version, seed, hashes, the commands that give results and page again, failures, and the resolved configuration.
Html provenance_section(const ReportContext& page);

/// The source as a reader should take it: one that is not a citation is marked as an assumption.
bool is_assumption(std::string_view source);

}  // namespace leeway
