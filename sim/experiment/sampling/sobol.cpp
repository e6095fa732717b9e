// The sequence itself is Boost's, whose table holds the direction numbers of Joe and Kuo.
#include <boost/random/sobol.hpp>

#include "core/random.hpp"
#include "experiment/sampling/plans.hpp"

namespace leeway {
namespace {

constexpr unsigned bits = 32;

/// Each bit is flipped or left by a draw that depends on all bits before it. Points that share their first bits thus
/// keep sharing as many, which is what the balance of the sequence rests on.
std::uint32_t scramble(std::uint32_t coordinate, std::uint64_t key) {
    std::uint32_t scrambled = 0;
    for (unsigned bit = bits; bit-- > 0;) {
        // The bits before, behind a leading 1 that tells prefixes of different length apart.
        const std::uint64_t prefix = (std::uint64_t{1} << bits | coordinate) >> (bit + 1);
        const auto flip = static_cast<std::uint32_t>(mix(key ^ mix(prefix)) & 1);
        scrambled |= ((coordinate >> bit & 1) ^ flip) << bit;
    }
    return scrambled;
}

}  // namespace

Points sobol(const Names& parameters, std::int64_t count, std::int64_t seed) {
    Points points(static_cast<std::size_t>(count), std::vector<double>(parameters.size()));
    const Draws plan(run_key(static_cast<std::uint64_t>(seed), 0, 0), "sobol");
    std::vector<Draws> draws;
    for (const std::string& parameter : parameters) draws.push_back(plan.named(parameter));
    boost::random::sobol_engine<std::uint32_t, bits> sequence(std::max<std::size_t>(1, parameters.size()));
    for (std::size_t world = 0; world < points.size(); ++world) {
        for (std::size_t parameter = 0; parameter < parameters.size(); ++parameter) {
            const std::uint32_t coordinate = world == 0 ? 0 : sequence();  // the engine leaves the origin out
            const std::uint32_t below = draws[parameter].words(world)[0];  // where in its last interval
            points[world][parameter] = Draws::unit(scramble(coordinate, draws[parameter].key()), below);
        }
    }
    return points;
}

}  // namespace leeway
