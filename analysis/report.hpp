// The report: one HTML page about stored results, without scripts and without anything from outside, so that it opens
// offline, prints, and can be passed on as a single file.
#pragma once

#include <string>
#include <string_view>

#include "analysis/comparison.hpp"
#include "core/results.hpp"

namespace leeway {

/// The whole page. `comparison` is compare() of these results; its baseline is the page's.
std::string render_report(const Results& results, const Comparison& comparison);

/// Whether a file that begins with `text` is a report of ours, by its generator tag.
bool is_report(std::string_view text);

/// Characters from the begin of a file that is_report() asks for.
inline constexpr std::size_t report_signature_reach = 1024;

}  // namespace leeway
