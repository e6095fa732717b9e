#include "rules/regulate/fill_places.hpp"

#include <algorithm>
#include <cmath>

namespace leeway {
namespace {

// Picks the first `places` who are eligible and fit; returns the places left.
template <class Fits>
std::int64_t pick(std::vector<Applicant>& applicants, std::int64_t places, const Fits& fits) {
    for (Applicant& applicant : applicants) {
        if (places <= 0) break;
        if (applicant.picked || !applicant.eligible || !fits(applicant)) continue;
        applicant.picked = true;
        --places;
    }
    return places;
}

std::int64_t places_kept(std::int64_t places, double share) {
    return static_cast<std::int64_t>(std::floor(static_cast<double>(places) * share));
}

// Those who are picked though their rank alone would not have been enough.
double picked_out_of_rank(const std::vector<Applicant>& applicants, std::int64_t places) {
    double picked = 0;
    for (const Applicant& applicant : applicants) {
        if (!applicant.eligible) continue;
        picked += places <= 0 && applicant.picked ? 1 : 0;
        --places;
    }
    return picked;
}

}  // namespace

void fill_places(World& world, const IntakeLevers& levers, std::vector<Applicant>& applicants, std::int64_t places) {
    const auto kind_of = [&](const Applicant& applicant) {
        return world.firms.kind[world.products.firm[applicant.product]];
    };
    const auto is_small = [&](const Applicant& applicant) {
        return kind_of(applicant) == FirmKind::start_up || kind_of(applicant) == FirmKind::small_firm;
    };
    const auto is_public = [&](const Applicant& applicant) { return kind_of(applicant) == FirmKind::agency; };
    const std::int64_t for_small = places_kept(places, levers.reserved_small);
    const std::int64_t for_public = std::min(places - for_small, places_kept(places, levers.reserved_public));
    std::int64_t left = places - for_small - for_public;
    left += pick(applicants, for_small, is_small);
    left += pick(applicants, for_public, is_public);
    pick(applicants, left, [](const Applicant&) { return true; });
    if (!applicants.empty())
        world.counts_of(applicants.front().product).reserved += picked_out_of_rank(applicants, places);
}

}  // namespace leeway
