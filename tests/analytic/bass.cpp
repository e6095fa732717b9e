// Adoption where all know all is the discrete-month Bass chain, whose mean is computed exactly (Bass 1969).
#include <cmath>

#include "catch.hpp"
#include "experiment/validity/closed_forms.hpp"
#include "experiment/validity/one_service.hpp"
#include "sample.hpp"

using namespace leeway;

namespace {

constexpr std::size_t people = 101;
constexpr std::int32_t months = 48;
constexpr double innovation = 0.03, imitation = 0.8;

double z_of(const Model& model) {
    Sample shares;
    for (std::uint64_t r = 0; r < 2000; ++r) shares.add(share_of_users(model, test_key("bass", r), months));
    return shares.z(bass_chain_mean(people, months, innovation, imitation));
}

}  // namespace

TEST_CASE("adoption on the complete network follows the exact Bass chain") {
    CHECK(std::abs(z_of(one_service(people, NetworkKind::complete, innovation, imitation))) < z_limit);
}

TEST_CASE("the same where everybody is linked to everybody, and where trust decides but is the same for all") {
    Model linked = one_service(people, NetworkKind::small_world, innovation, imitation);
    linked.scenario.citizens.degree = people - 1;
    linked.scenario.citizens.rewiring = 0;
    CHECK(std::abs(z_of(linked)) < z_limit);
    std::get<Adopt>(linked.month).trust_exponent = 1;
    std::get<Adopt>(linked.month).trust_reference = linked.scenario.citizens.segments[0].trust;
    CHECK(std::abs(z_of(linked)) < z_limit);
}
