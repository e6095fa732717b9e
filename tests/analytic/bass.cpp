// Adoption where all know all is the discrete-month Bass chain, whose mean is computed exactly (Bass 1969).
#include <cmath>
#include <vector>

#include "catch.hpp"
#include "one_service.hpp"
#include "sample.hpp"

using namespace leeway;

namespace {

constexpr std::size_t people = 101;
constexpr std::int32_t months = 48;
constexpr double innovation = 0.03, imitation = 0.8;

// The exact distribution of adopters: every month each of the others adopts with the same probability.
std::vector<double> exact_distribution() {
    std::vector<double> now(people + 1, 0.0);
    now[0] = 1;
    for (std::int32_t month = 0; month < months; ++month) {
        std::vector<double> next(people + 1, 0.0);
        for (std::size_t n = 0; n <= people; ++n) {
            const double q = std::exp(-(innovation + imitation * static_cast<double>(n) / (people - 1)) / 12);
            const std::size_t left = people - n;
            double mass = std::pow(q, static_cast<double>(left));
            for (std::size_t more = 0; more <= left; ++more) {
                next[n + more] += now[n] * mass;
                mass *= static_cast<double>(left - more) / static_cast<double>(more + 1) * (1 - q) / q;
            }
        }
        now.swap(next);
    }
    return now;
}

double exact_mean() {
    const std::vector<double> distribution = exact_distribution();
    double mean = 0;
    for (std::size_t n = 0; n < distribution.size(); ++n) mean += static_cast<double>(n) * distribution[n];
    return mean / people;
}

double z_of(const Model& model) {
    Sample shares;
    for (std::uint64_t r = 0; r < 2000; ++r) shares.add(share_of_users(model, test_key("bass", r), months));
    return shares.z(exact_mean());
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
