// Random numbers as functions of keys: the published vectors of Philox, independence of order, streams apart by name.
#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "catch.hpp"
#include "core/random.hpp"

namespace leeway {
namespace {

using Words = std::array<std::uint32_t, 4>;

Words philox(const Words& counter, const std::array<std::uint32_t, 2>& key) {
    const r123::Philox4x32::ctr_type block =
        r123::Philox4x32()({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
    return {block[0], block[1], block[2], block[3]};
}

constexpr double limit = 4.892;  // two-sided probability 1e-6

}  // namespace

TEST_CASE("Philox gives its authors' known answers", "[core][random]") {
    constexpr std::uint32_t ones = 0xffffffff;
    CHECK(philox({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(philox({ones, ones, ones, ones}, {ones, ones}) == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("a draw is Philox of the rule's key and the entity, month and index", "[core][random]") {
    const std::uint64_t key = mix(42 ^ hash_text("harm"));
    const std::array<std::uint32_t, 2> halves{static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)};
    const Draws draws(42, "harm");
    CHECK(draws.words(0x0123456789abcdef, 7, 9) == philox({0x89abcdef, 0x01234567, 7, 9}, halves));
    CHECK(draws.words(5, -1) == philox({5, 0, 0xffffffff, 0}, halves));
}

TEST_CASE("draws do not depend on the order in which they are asked for", "[core][random]") {
    const Draws draws(run_key(1, 2, 3), "order");
    std::vector<double> forwards, backwards;
    for (std::uint64_t entity = 0; entity < 1000; ++entity) forwards.push_back(draws.uniform(entity, 5));
    for (std::uint64_t entity = 1000; entity-- > 0;) {
        draws.named("another").uniform(entity, 5);
        backwards.push_back(Draws(run_key(1, 2, 3), "order").uniform(entity, 5));
    }
    std::reverse(backwards.begin(), backwards.end());
    CHECK(forwards == backwards);
}

TEST_CASE("each part of a key makes another stream", "[core][random]") {
    std::set<Words> blocks;
    std::size_t asked = 0;
    const auto add = [&](const Words& words) { blocks.insert(words), ++asked; };
    for (const char* rule : {"adopt", "harm", "harm ", ""}) {
        for (std::uint64_t seed = 0; seed < 3; ++seed) {
            for (std::uint64_t world = 0; world < 3; ++world) {
                for (std::uint64_t replicate = 0; replicate < 3; ++replicate) {
                    const Draws draws(run_key(seed, world, replicate), rule);
                    add(draws.words(0)), add(draws.named("count").words(0)), add(draws.named("each").words(0));
                    add(draws.words(1)), add(draws.words(0, 1)), add(draws.words(0, 0, 1)),
                        add(draws.words(1ULL << 32));
                }
            }
        }
    }
    CHECK(blocks.size() == asked);
}

TEST_CASE("streams of neighbouring names, worlds and entities are uncorrelated", "[core][random]") {
    constexpr std::uint64_t count = 100'000;
    const Draws draws(run_key(1, 0, 0), "adopt"), part = draws.named("threshold"), world(run_key(1, 1, 0), "adopt");
    double with_part = 0, with_world = 0, with_next = 0, with_month = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const double here = draws.uniform(i) - 0.5;
        with_part += here * (part.uniform(i) - 0.5);
        with_world += here * (world.uniform(i) - 0.5);
        with_next += here * (draws.uniform(i + 1) - 0.5);
        with_month += here * (draws.uniform(i, 1) - 0.5);
    }
    const double error = std::sqrt(static_cast<double>(count)) / 12;
    for (const double sum : {with_part, with_world, with_next, with_month}) CHECK(std::abs(sum / error) < limit);
}

TEST_CASE("units lie inside the open interval, symmetric about one half", "[core][random]") {
    constexpr std::uint32_t ones = 0xffffffff;
    CHECK(Draws::unit(0) == 0x1p-33);
    CHECK(Draws::unit(ones) == 1 - 0x1p-33);
    CHECK(Draws::unit(0, 0) == 0x1p-53);
    CHECK(Draws::unit(ones, ones) == 1 - 0x1p-53);
    CHECK(Draws::unit(0x80000000, 0) == 0.5 + 0x1p-53);
    CHECK(Draws::unit(0x40000000, 1u << 12) - Draws::unit(0x40000000, 0) == 0x1p-52);
}

TEST_CASE("uniform numbers fill their interval evenly", "[core][random]") {
    constexpr std::size_t bins = 1000;
    constexpr std::uint64_t count = 1'000'000;
    const Draws draws(run_key(4, 0, 0), "even");
    std::vector<double> hits(bins, 0.0);
    for (std::uint64_t i = 0; i < count; ++i) ++hits[static_cast<std::size_t>(draws.uniform(i) * bins)];
    const double expected = static_cast<double>(count) / bins;
    double chi_square = 0;
    for (const double hit : hits) chi_square += (hit - expected) * (hit - expected) / expected;
    CHECK(std::abs((chi_square - (bins - 1)) / std::sqrt(2.0 * (bins - 1))) < limit);
}

}  // namespace leeway
