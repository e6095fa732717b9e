// Limits of adoption in large populations: on a ring (Fibich and Gibori 2010), and contagion without innovators (the SI
// model) where all know all. The month is the step, so that a form in continuous time is approached from below, with an
// error that halves with the step.
#include <cmath>

#include "catch.hpp"
#include "experiment/validity/one_service.hpp"
#include "sample.hpp"

using namespace leeway;

namespace {

// Steps of 1 / (12 * parts) years: rates are divided by `parts` and months multiplied.
Sample ring_after(double years, double p, double q, int parts) {
    Model model = one_service(100'000, NetworkKind::ring, p / parts, q / parts);
    model.scenario.citizens.degree = 2;
    Sample shares;
    for (std::uint64_t r = 0; r < 12; ++r)
        shares.add(share_of_users(model, test_key("ring", r), static_cast<std::int32_t>(12 * years) * parts));
    return shares;
}

double bass_on_a_ring(double t, double p, double q) {
    return 1 - std::exp(-(p + q) * t + q * (1 - std::exp(-p * t)) / p);
}

}  // namespace

TEST_CASE("adoption on a ring tends to its closed form with an error that halves with the step") {
    constexpr double p = 0.1, q = 2, years = 4;
    const double exact = bass_on_a_ring(years, p, q);
    const Sample whole = ring_after(years, p, q, 1), half = ring_after(years, p, q, 2),
                 quarter = ring_after(years, p, q, 4);
    const double extrapolated = 2 * quarter.mean() - half.mean();
    const double error = std::sqrt(4 * quarter.error() * quarter.error() + half.error() * half.error());
    INFO("months " << whole.mean() << ", halves " << half.mean() << ", quarters " << quarter.mean() << ", exact "
                   << exact);
    CHECK(std::abs(extrapolated - exact) < z_limit * error + 5e-4);  // 5e-4: the second order of the step
    CHECK((exact - whole.mean()) / (exact - half.mean()) == Approx(2).margin(0.2));
    CHECK((exact - half.mean()) / (exact - quarter.mean()) == Approx(2).margin(0.3));
}

TEST_CASE("contagion without innovators follows the recursion of the SI model") {
    constexpr double contagion = 1.2;
    Model model = one_service(400'000, NetworkKind::complete, 0, contagion);
    model.scenario.sectors[0].initial_uptake = 0.01;
    Sample differences;
    double expected = 0;
    for (std::uint64_t r = 0; r < 12; ++r) {
        World world = build_world(model.scenario, model.adaptation, test_key("si", r), 60);
        const auto share = [&] { return static_cast<double>(world.citizens.use[0].users) / world.citizens.count(); };
        expected = share();
        simulate(world, model.month, model.phases, Design{}, 60,
                 [&](const World&) { expected += (1 - expected) * -std::expm1(-contagion * expected / 12); });
        differences.add(share() - expected);
    }
    INFO("differs by " << differences.mean() << " +- " << differences.error());
    CHECK(std::abs(differences.z(0)) < z_limit);
    CHECK(expected > 0.5);
    CHECK(differences.error() < 0.003);
}
