// Suggestions, terminal-safe text and names.
#include <vector>

#include "catch.hpp"
#include "core/problems.hpp"
#include "core/text.hpp"

using namespace leeway;

TEST_CASE("edit distance counts insertions, deletions and replacements") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("capcity", "capacity") == 1);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("abc", "") == 3);
    CHECK(edit_distance("abc", "cab") == edit_distance("cab", "abc"));
}

TEST_CASE("a suggestion is near, or the right name in another place, or absent") {
    const std::vector<std::string> names{"months", "phases", "sandbox.places", "citizens.count"};
    CHECK(nearest_word("month", names) == "months");
    CHECK(nearest_word("places", names) == "sandbox.places");
    CHECK(nearest_word("citizen.count", names) == "citizens.count");
    CHECK_FALSE(nearest_word("weather", names));
    CHECK_FALSE(nearest_word("x", names));
    CHECK_FALSE(nearest_word(std::string(5000, 'm'), names));
    CHECK(suggestion("mnths", names) == " Did you mean \"months\"?");
}

TEST_CASE("text from a file cannot steer a terminal") {
    CHECK(printable("plain £ text") == "plain £ text");
    CHECK(printable("a\x1b[31mred\nb\x7f") == "a?[31mred?b?");
    CHECK(printable("csi\xC2\x9B"
                    "31m") == "csi?31m");
}

TEST_CASE("numbers are written so that they read back") {
    CHECK(number_text(0.1) == "0.1");
    CHECK(number_text(3) == "3");
    CHECK(number_text(1.0 / 3) == "0.3333333333333333");
}

TEST_CASE("plain names can be labels and files") {
    for (const char* name : {"cohort", "one-stop-ai", "v1.2_b", "COMMON"}) CHECK(is_plain_name(name));
    for (const char* name : {"", ".hidden", "-o", "a b", "a/b", "..", "con", "NUL.toml", "com1", "ä"})
        CHECK_FALSE(is_plain_name(name));
    CHECK(is_plain_name(std::string(64, 'a')));
    CHECK_FALSE(is_plain_name(std::string(65, 'a')));
}

TEST_CASE("a problem shows its place, its line and a caret") {
    const Problem problem{"w.toml", 3, 9, "share", "share is 2", "share = 2"};
    CHECK(text(problem) == "w.toml:3:9: error: share is 2\n    share = 2\n            ^\n");
    const Problem of_command_line{"--set a=1", 0, 0, "a", "unknown key \"a\"", ""};
    CHECK(text(of_command_line) == "--set a=1: error: unknown key \"a\"\n");
}

TEST_CASE("problems are sorted by place and said once, at most so many") {
    Problems problems{
        {"b", 1, 1, "", "x", ""}, {"a", 10, 1, "", "x", ""}, {"a", 2, 1, "", "x", ""}, {"a", 2, 1, "", "x", ""}};
    put_in_order(problems);
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].line == 2);
    CHECK(problems[1].line == 10);
    CHECK(text(problems, 1) == "a:2:1: error: x\nand 2 more\n");
}

TEST_CASE("the place of a name is that of the nearest table that was written") {
    Places places;
    places["citizens"] = {"w.toml", 4, 1, ""};
    places["citizens.segments[1]"] = {"w.toml", 9, 1, ""};
    CHECK(place_of(places, "citizens.segments[1].share", "w.toml").line == 9);
    CHECK(place_of(places, "citizens.segments[0].share", "w.toml").line == 4);
    CHECK(place_of(places, "firms.count", "w.toml").line == 1);
}
