// What the parser never gets to see.
#include "experiment/toml_scan.hpp"

#include <string>

#include "catch.hpp"

using namespace leeway;

namespace {

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("ordinary files pass the scan") {
    CHECK_FALSE(scan_toml(""));
    CHECK_FALSE(scan_toml("a.b.c = [1.5, [2]] # [[[[\n'x' = \"\\\"[[[\"\nlong = \"\"\"[\n\"[\"\"\"\n"));
    CHECK_FALSE(scan_toml("name = \"größe €\"\n"));
}

TEST_CASE("a file larger than a mebibyte is refused") {
    CHECK_FALSE(scan_toml(std::string(largest_file, ' ')));
    CHECK(scan_toml(std::string(largest_file + 1, ' ')));
}

TEST_CASE("NUL and invalid UTF-8 are found at their place") {
    const auto nul = scan_toml(std::string("a = 1\nb\0= 2", 11));
    REQUIRE(nul);
    CHECK(nul->line == 2);
    CHECK(nul->column == 2);
    for (const char* bad :
         {"x = \"\xff\"", "x = \"\xc0\x80\"", "x = \"\xed\xa0\x80\"", "x = \"\xf5\x80\x80\x80\"", "x = \"\xe2\x82"}) {
        const auto finding = scan_toml(bad);
        REQUIRE(finding);
        CHECK(finding->column == 6);
    }
}

TEST_CASE("columns count characters, not bytes") {
    const auto finding = scan_toml("x = \"€€\xff\"");
    REQUIRE(finding);
    CHECK(finding->column == 8);
}

TEST_CASE("nesting is bounded, brackets in strings and comments do not count") {
    CHECK_FALSE(scan_toml("a = " + repeated("[", 64)));
    CHECK(scan_toml("a = " + repeated("[", 65)));
    CHECK(scan_toml("a = " + repeated("{b=", 65)));
    CHECK_FALSE(scan_toml("a = '" + repeated("[", 1000) + "'"));
    CHECK_FALSE(scan_toml("# " + repeated("[", 1000)));
}

TEST_CASE("dotted keys are bounded, also with quoted parts") {
    CHECK_FALSE(scan_toml("a" + repeated(".a", 31) + " = 1"));
    CHECK(scan_toml("a" + repeated(".a", 32) + " = 1"));
    CHECK(scan_toml("[a" + repeated(" . \"a\"", 40) + "]"));
    CHECK(scan_toml("a" + repeated(".a", 200000) + " = 1"));
    CHECK_FALSE(scan_toml(repeated("a.b = 1.5\n", 100)));
}
