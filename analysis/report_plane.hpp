// The uptake–harm plane: what each design adds of both to the baseline, one point per world. There is no hidden
// composite score; which exchange is acceptable is the reader's to say.
#pragma once

#include <string>
#include <vector>

#include "analysis/html.hpp"
#include "analysis/report_context.hpp"
#include "core/results.hpp"

namespace leeway {

/// One design's differences from the baseline, world by world, and their centre and spread.
struct PlaneCloud {
    std::size_t design = 0;
    std::vector<double> uptake, harm;  ///< finite pairs only; uptake in percentage points
    double mean_uptake = 0, mean_harm = 0;
    double uptake_variance = 0, harm_variance = 0, covariance = 0;
};

/// The clouds of all designs but the baseline, without those that have no complete pair.
std::vector<PlaneCloud> plane_clouds(const Results& results);

/// Designs that no other design, nor the baseline, beats on mean uptake and mean harm at once.
std::vector<std::size_t> undominated_designs(const std::vector<PlaneCloud>& clouds);

/// The chart's title, built from the means: what can be had, and at what price.
std::string plane_finding(const ReportContext& page, const std::vector<PlaneCloud>& clouds);

/// The section with the chart; empty where uptake or harm is missing.
Html plane_section(const ReportContext& page);

}  // namespace leeway
