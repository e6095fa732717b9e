// Hashes of text and of state: fixed values, order, and which numbers count as the same.
#include <bit>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "core/hash.hpp"

namespace leeway {
namespace {

template <class... Values>
std::uint64_t hash_of_all(const Values&... values) {
    BitHash hash;
    (hash.add(values), ...);
    return hash.value();
}

}  // namespace

TEST_CASE("mix is splitmix64's, and flips half of the bits", "[core][hash]") {
    CHECK(mix(0) == 0xe220a8397b1dcdaf);                   // the first number of splitmix64 with seed 0
    CHECK(mix(0x9e3779b97f4a7c15) == 0x6e789e6aa1b965f4);  // and the second
    int flipped = 0;
    for (std::uint64_t x = 0; x < 64; ++x) {
        for (int bit = 0; bit < 64; ++bit) flipped += std::popcount(mix(x) ^ mix(x ^ (1ULL << bit)));
    }
    CHECK(flipped / (64.0 * 64) == Approx(32).margin(0.5));
}

TEST_CASE("text is hashed by FNV-1a, mixed", "[core][hash]") {
    CHECK(hash_text("") == mix(0xcbf29ce484222325));
    CHECK(hash_text("a") == mix(0xaf63dc4c8601ec8c));
    CHECK(hash_text("foobar") == mix(0x85944171f73967e8));
    CHECK(hash_text("\xff") != hash_text("\x7f"));
    static_assert(hash_text("adopt") != hash_text("adapt"));
}

TEST_CASE("hashes of many short texts are all different", "[core][hash]") {
    std::set<std::uint64_t> hashes;
    for (int i = 0; i < 100'000; ++i) hashes.insert(hash_text("segment " + std::to_string(i)));
    CHECK(hashes.size() == 100'000);
}

TEST_CASE("a hash of state depends on every bit and on the order", "[core][hash]") {
    CHECK(hash_of_all(1.0, 2.0) == hash_of_all(1.0, 2.0));
    CHECK(hash_of_all(1.0, 2.0) != hash_of_all(2.0, 1.0));
    CHECK(hash_of_all(1.0) != hash_of_all(std::bit_cast<double>(std::bit_cast<std::uint64_t>(1.0) + 1)));
    CHECK(hash_of_all(0.0) != hash_of_all(0.0, 0.0));
    CHECK(hash_of_all() != hash_of_all(0.0));
    CHECK(hash_of_all(std::string_view("ab"), std::string_view("c")) !=
          hash_of_all(std::string_view("a"), std::string_view("bc")));
}

TEST_CASE("both zeros count as one, and so do all that are not a number", "[core][hash]") {
    const double quiet = std::numeric_limits<double>::quiet_NaN();
    CHECK(hash_of_all(0.0) == hash_of_all(-0.0));
    CHECK(hash_of_all(quiet) == hash_of_all(-quiet));
    CHECK(hash_of_all(quiet) == hash_of_all(std::bit_cast<double>(0x7ff8000000000123)));
    CHECK(hash_of_all(quiet) != hash_of_all(std::numeric_limits<double>::infinity()));
}

TEST_CASE("a span is hashed as its numbers one by one", "[core][hash]") {
    const std::vector<double> numbers{1.5, -0.0, 3};
    CHECK(hash_of_all(std::span<const double>(numbers)) == hash_of_all(1.5, 0.0, 3.0));
}

}  // namespace leeway
