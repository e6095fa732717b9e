// Outcomes per head do not depend on how many agents stand for the population.
#include <cmath>

#include "catch.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

/// Mean and standard error over replicates.
struct Estimate {
    double mean = 0, error = 0;
};

Estimate estimate(const Model& model, std::string_view name) {
    constexpr int replicates = 10;
    double sum = 0, squares = 0;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        const double value = find_metric(name)->value(run_history(model, {}, small_sandbox(), run_key(9, 0, r), 36));
        sum += value;
        squares += value * value;
    }
    const double mean = sum / replicates;
    return {mean, std::sqrt((squares / replicates - mean * mean) / (replicates - 1))};
}

}  // namespace

TEST_CASE("uptake, harm and trust per head agree between 2,000 and 20,000 agents") {
    Model few = small_model(), many = small_model();
    many.scenario.citizens.count = 20'000;
    for (const char* name : {"uptake", "harm_per_1000_citizen_years", "trust_mean"}) {
        INFO(name);
        const Estimate a = estimate(few, name), b = estimate(many, name);
        CHECK(std::abs(a.mean - b.mean) < 4.892 * std::hypot(a.error, b.error));
    }
}
