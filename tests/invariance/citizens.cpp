// What must hold for every single citizen: more example never delays anybody, somebody who knows nobody changes nobody,
// and the number of threads cannot show.
#include <oneapi/tbb/global_control.h>

#include "catch.hpp"
#include "experiment/validity/one_service.hpp"
#include "sample.hpp"
#include "small_history.hpp"
#include "world/network.hpp"

using namespace leeway;

namespace {

// The month in which each citizen first used the service, or `never`.
std::vector<std::int32_t> first_use(const Model& model, std::uint64_t key) {
    World world = build_world(model.scenario, model.adaptation, key, 60);
    std::vector<std::int32_t> months(world.citizens.count(), never);
    simulate(world, model.month, model.phases, Design{}, 60, [&](const World& now) {
        for (std::uint32_t i = 0; i < now.citizens.count(); ++i) {
            if (months[i] == never && now.citizens.use[0].product[i] != no_product) months[i] = now.month;
        }
    });
    return months;
}

void check_never_later(double trust_exponent) {
    Model model = one_service(3000, NetworkKind::small_world, 0.05, 0.5);
    std::get<Adopt>(model.month).trust_exponent = trust_exponent;
    Model eager = model;
    eager.scenario.sectors[0].imitation = 0.9;
    const auto usual = first_use(model, test_key("coupling", 0)), sooner = first_use(eager, test_key("coupling", 0));
    std::size_t later = 0, earlier = 0;
    for (std::size_t i = 0; i < usual.size(); ++i) {
        later += sooner[i] > usual[i] ? 1 : 0;
        earlier += sooner[i] < usual[i] ? 1 : 0;
    }
    CHECK(later == 0);
    CHECK(earlier > 100);
}

// The same world with one more citizen at the end, who knows nobody and wants nothing.
World with_a_hermit(const World& world) {
    World other = world;
    Citizens& citizens = other.citizens;
    const std::uint32_t hermit = citizens.count();
    ++citizens.quarters.back().end;
    ++citizens.stretches.back().end;
    citizens.trust.push_back(0.5F);
    citizens.services.push_back(0);
    for (SectorUse& use : citizens.use) {
        use.threshold.push_back(not_interested);
        use.product.push_back(no_product);
        use.spell.push_back(0);
        use.using_neighbours.visit([](auto& seen) { seen.push_back(0); });
    }
    Network network = *world.acquaintances;
    network.graph.m_forward.m_rowstart.push_back(network.graph.m_forward.m_rowstart.back());
    other.acquaintances = std::make_shared<const Network>(network);
    CHECK(neighbours(*other.acquaintances, hermit).empty());
    return other;
}

template <class T>
std::vector<T> without_last(std::vector<T> values) {
    values.pop_back();
    return values;
}

struct End {
    std::uint64_t hash;
    std::vector<float> trust;
    std::vector<std::int32_t> product;
    bool operator==(const End&) const = default;
};

End end_on(int threads, const Model& model) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    World world = build_world(model.scenario, model.adaptation, run_key(4, 0, 0), 12);
    Recording recording = begin_recording(world);
    simulate(world, model.month, model.phases, small_sandbox(), 12,
             [&](const World& now) { record_month(recording, now); });
    end_recording(recording, world, small_sandbox());
    return {hash_of(recording), world.citizens.trust, world.citizens.use[0].product};
}

}  // namespace

TEST_CASE("higher imitation delays nobody's adoption") {
    check_never_later(0);
    check_never_later(1);
}

TEST_CASE("one more citizen who knows nobody and wants nothing changes nobody else") {
    const Model model = small_model();
    World world = build_world(model.scenario, model.adaptation, test_key("hermit", 0), 36);
    World other = with_a_hermit(world);
    for (World* one : {&world, &other})
        simulate(*one, model.month, model.phases, small_sandbox(), 36, [](const World&) {});
    CHECK(without_last(other.citizens.trust) == world.citizens.trust);
    for (std::size_t k = 0; k < world.sectors(); ++k) {
        CHECK(without_last(other.citizens.use[k].product) == world.citizens.use[k].product);
        CHECK(without_last(other.citizens.use[k].threshold) == world.citizens.use[k].threshold);
    }
    CHECK(other.firms.capital == world.firms.capital);
    CHECK(world.total(&Counts::launched) > 0);
}

TEST_CASE("a large population has the same history on 1, 2, 3, 7 and 16 threads") {
    for (const double trust_exponent : {0.0, 1.0}) {
        Model model = small_model();
        model.scenario.citizens.population = model.scenario.citizens.count = 150'000;
        std::get<Adopt>(model.month).trust_exponent = trust_exponent;
        const End alone = end_on(1, model);
        for (const int threads : {2, 3, 7, 16}) CHECK(end_on(threads, model) == alone);
    }
}
