#include "bench/reference_loops.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/hash.hpp"

namespace leeway::bench {
namespace {

// xoshiro256++ 1.0 (Blackman and Vigna 2021, ACM Transactions on Mathematical Software 47).
class Generator {
  public:
    explicit Generator(std::uint64_t seed) {
        for (std::uint64_t& word : state_) word = seed = mix(seed + 1);
    }
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  private:
    static std::uint64_t turn(std::uint64_t word, int by) { return (word << by) | (word >> (64 - by)); }
    std::uint64_t next() {
        const std::uint64_t result = turn(state_[0] + state_[3], 23) + state_[0], shifted = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = turn(state_[3], 45);
        return result;
    }
    std::array<std::uint64_t, 4> state_{};
};

struct Tie {
    std::uint32_t from, to;
    auto operator<=>(const Tie&) const = default;
};

std::vector<Tie> draw_ties(std::uint32_t people, Generator& random) {
    std::vector<Tie> ties;
    for (std::uint32_t i = 0; i < people; ++i) {
        for (std::uint32_t step = 1; step <= ring_degree / 2; ++step) {
            std::uint32_t other = (i + step) % people;
            if (random.uniform() < ring_rewiring) other = static_cast<std::uint32_t>(random.uniform() * people);
            if (other == i) continue;
            ties.push_back({i, other});
            ties.push_back({other, i});
        }
    }
    return ties;
}

// The chance to adopt by the number of adopting neighbours.
std::vector<double> chances(const Ring& ring, const Spread& spread) {
    std::uint32_t most = 0;
    for (std::uint32_t i = 0; i < ring.people(); ++i) most = std::max(most, ring.first[i + 1] - ring.first[i]);
    std::vector<double> chance;
    for (std::uint32_t n = 0; n <= most; ++n)
        chance.push_back(1 - (1 - spread.innovation) * std::pow(1 - spread.imitation, n));
    return chance;
}

std::uint32_t adopting_neighbours(const Ring& ring, const std::vector<std::uint8_t>& adopted, std::uint32_t i) {
    std::uint32_t examples = 0;
    for (std::uint32_t a = ring.first[i]; a < ring.first[i + 1]; ++a) examples += adopted[ring.neighbour[a]];
    return examples;
}

}  // namespace

Ring rewired_ring(std::uint32_t people, std::uint64_t seed) {
    Generator random(seed);
    std::vector<Tie> ties = draw_ties(people, random);
    std::sort(ties.begin(), ties.end());
    ties.erase(std::unique(ties.begin(), ties.end()), ties.end());
    Ring ring;
    ring.first.assign(people + 1, 0);
    for (const Tie& tie : ties) {
        ++ring.first[tie.from + 1];
        ring.neighbour.push_back(tie.to);
    }
    for (std::uint32_t i = 0; i < people; ++i) ring.first[i + 1] += ring.first[i];
    return ring;
}

Curve plain_loop(const Ring& ring, const Spread& spread, std::uint64_t seed) {
    Generator random(seed);
    const std::vector<double> chance = chances(ring, spread);
    std::vector<std::uint8_t> adopted(ring.people(), 0), next(ring.people(), 0);
    Curve curve;
    for (std::int32_t step = 0; step < spread.steps; ++step) {
        std::uint32_t adopters = 0;
        for (std::uint32_t i = 0; i < ring.people(); ++i) {
            const bool persuaded = random.uniform() < chance[adopting_neighbours(ring, adopted, i)];
            next[i] = adopted[i] | static_cast<std::uint8_t>(persuaded);
            adopters += next[i];
        }
        adopted.swap(next);
        curve.push_back(adopters);
    }
    return curve;
}

Curve sparing_loop(const Ring& ring, const Spread& spread, std::uint64_t seed) {
    Generator random(seed);
    const std::vector<double> chance = chances(ring, spread);
    std::vector<std::uint8_t> adopted(ring.people(), 0);
    std::vector<std::uint32_t> newcomers;
    double adopters = 0;
    Curve curve;
    for (std::int32_t step = 0; step < spread.steps; ++step) {
        newcomers.clear();
        for (std::uint32_t i = 0; i < ring.people(); ++i) {
            if (adopted[i]) continue;
            if (random.uniform() < chance[adopting_neighbours(ring, adopted, i)]) newcomers.push_back(i);
        }
        for (const std::uint32_t i : newcomers) adopted[i] = 1;
        adopters += static_cast<double>(newcomers.size());
        curve.push_back(adopters);
    }
    return curve;
}

}  // namespace leeway::bench
