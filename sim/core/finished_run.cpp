#include "core/finished_run.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace leeway {
namespace {

/// Calls visit(array, first) with each array and the place of a run's first entry in it, as long as it returns true.
template <class SomeResults, class Visit>
bool visit_arrays(SomeResults& results, std::size_t run, Visit&& visit) {
    for (const ArrayKind& kind : array_kinds) {
        for (auto& array : results.*kind.arrays) {
            if (!visit(array, run * array.inner)) return false;
        }
    }
    return true;
}

std::size_t index_of(const Results& results, const FinishedRun& run) {
    return results.run_index(run.design, run.world, run.replicate);
}

}  // namespace

std::size_t numbers_per_run(const Results& results) {
    std::size_t numbers = 0;
    visit_arrays(results, 0, [&](const OutcomeArray& array, std::size_t) {
        numbers += array.inner;
        return true;
    });
    return numbers;
}

void make_room(Results& results) {
    results.status.assign(results.runs(), RunStatus::pending);
    results.failure.assign(results.runs(), "");
    visit_arrays(results, 0, [&](OutcomeArray& array, std::size_t) {
        array.values.assign(results.runs() * array.inner, missing_value);
        return true;
    });
}

void put_in_place(Results& results, const FinishedRun& run) {
    const std::size_t index = index_of(results, run);
    results.status[index] = run.status;
    results.failure[index] = run.failure;
    if (run.status != RunStatus::done) return;
    auto number = run.numbers.begin();
    visit_arrays(results, index, [&](OutcomeArray& array, std::size_t first) {
        const auto last = number + static_cast<std::ptrdiff_t>(array.inner);
        std::copy(number, last, array.values.begin() + static_cast<std::ptrdiff_t>(first));
        number = last;
        return true;
    });
}

bool is_in_place(const Results& results, const FinishedRun& run) {
    const std::size_t index = index_of(results, run);
    if (results.status[index] != run.status) return false;
    if (run.status != RunStatus::done) return true;
    const auto same_bits = [](double one, double other) {
        return std::bit_cast<std::uint64_t>(one) == std::bit_cast<std::uint64_t>(other);
    };
    auto number = run.numbers.begin();
    return visit_arrays(results, index, [&](const OutcomeArray& array, std::size_t first) {
        const auto last = number + static_cast<std::ptrdiff_t>(array.inner);
        const bool same =
            std::equal(number, last, array.values.begin() + static_cast<std::ptrdiff_t>(first), same_bits);
        number = last;
        return same;
    });
}

}  // namespace leeway
