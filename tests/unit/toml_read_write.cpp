// Reading TOML into fields, and writing it so that it reads back.
#include <string>

#include "catch.hpp"
#include "experiment/read_toml.hpp"
#include "experiment/write_toml.hpp"
#include "policy/design.hpp"
#include "world/scenario.hpp"

using namespace leeway;

namespace {

enum class Colour : std::uint8_t { red, green };

struct Point {
    std::string name;
    double x = 1;

    template <class Visit>
    void fields(Visit&& field) {
        field(name, {"name", Unit::none, 0, 0, "test", "name of the point"});
        field(x, {"x", Unit::share, 0, 1, "test", "place of the point"});
    }
};

struct Inner {
    std::int64_t count = 3;
    bool flag = false;

    template <class Visit>
    void fields(Visit&& field) {
        field(count, {"count", Unit::count, 0, 10, "test", "how many"});
        field(flag, {"flag", Unit::none, 0, 1, "test", "whether"});
    }
};

struct Sample {
    double number = 0.5;
    Colour colour = Colour::red;
    std::vector<double> numbers{1, 2};
    std::vector<std::string> words;
    Inner inner;
    std::vector<Point> points{{"only", 0.25}};

    template <class Visit>
    void fields(Visit&& field);
};

}  // namespace

namespace leeway {
template <>
inline constexpr std::array<std::string_view, 2> choice_names<Colour>{"red", "green"};
}  // namespace leeway

template <class Visit>
void Sample::fields(Visit&& field) {
    field(number, {"number", Unit::none, -1, 1, "test", "a number"});
    field(colour, {"colour", Unit::none, 0, 0, "test", "a colour"});
    field(numbers, {"numbers", Unit::none, 0, 5, "test", "numbers"});
    field(words, {"words", Unit::none, 0, 0, "test", "words"});
    field(inner, "inner", "a group");
    field(points, "points", 1, 3, "some points");
}

namespace {

struct Read {
    Sample sample;
    Problems problems;
    Places places;
};

void read_over(Read& read, const std::string& text, Layer layer) {
    const auto document = parse_document("s.toml", text, read.problems);
    if (document) read_toml(field_table(read.sample), {*document, read.problems, read.places, layer});
    put_in_order(read.problems);
}

Read read_sample(const std::string& text) {
    Read read;
    read_over(read, text, Layer::defines);
    return read;
}

/// The one problem of a text, as `line:column message`.
std::string problem_of(const std::string& text) {
    const Read read = read_sample(text);
    REQUIRE(read.problems.size() == 1);
    const Problem& problem = read.problems[0];
    return std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " + problem.message;
}

}  // namespace

TEST_CASE("values of every kind are read, absent ones keep their defaults") {
    const Read read = read_sample(
        "number = -1\ncolour = \"green\"\nwords = [\"a\", \"b\"]\ninner.flag = true\n[[points]]\nname = \"p\"\n");
    REQUIRE(read.problems.empty());
    CHECK(read.sample.number == -1);
    CHECK(read.sample.colour == Colour::green);
    CHECK(read.sample.words == std::vector<std::string>{"a", "b"});
    CHECK(read.sample.numbers == std::vector<double>{1, 2});
    CHECK(read.sample.inner.flag);
    CHECK(read.sample.inner.count == 3);
    REQUIRE(read.sample.points.size() == 1);
    CHECK(read.sample.points[0].x == 1);  // a list replaces the old one; nothing of its entries stays
    CHECK(read.places.at("inner.flag").line == 4);
    CHECK(read.places.at("points[0].name").line == 6);
}

TEST_CASE("a single table is a list of one in the file that defines it") {
    const Read read = read_sample("[points]\nname = \"p\"\n");
    REQUIRE(read.problems.empty());
    REQUIRE(read.sample.points.size() == 1);
    CHECK(read.sample.points[0].name == "p");
    CHECK(read.sample.points[0].x == 1);
    CHECK(read.places.at("points.name").line == 2);
    CHECK(read.places.at("points[0].name").line == 2);
    CHECK(problem_of("[points]\nx = 1.4") ==
          "2:5 points.x is 1.4; a share lies in [0, 1]. Meaning: place of the point.");
    CHECK(problem_of("[points]\ny = 1") == "2:1 unknown key \"points.y\". Known here: name, x.");
}

TEST_CASE("a single table that lies over a list changes every entry, a list replaces it") {
    Read read = read_sample("points = [{name = \"a\", x = 0.1}, {name = \"b\", x = 0.2}]\n");
    read_over(read, "[points]\nx = 0.5\n", Layer::lies_over);
    REQUIRE(read.problems.empty());
    REQUIRE(read.sample.points.size() == 2);
    CHECK(read.sample.points[0].x == 0.5);
    CHECK(read.sample.points[1].x == 0.5);
    CHECK(read.sample.points[1].name == "b");
    CHECK(read.places.at("points[1].x").line == 2);
    read_over(read, "\"points[b].x\" = 0.75\n", Layer::lies_over);
    read_over(read, "\"points.name\" = \"c\"\n", Layer::lies_over);
    CHECK(read.sample.points[0].x == 0.5);
    CHECK(read.sample.points[1].x == 0.75);
    CHECK(read.sample.points[0].name == "c");
    read_over(read, "[[points]]\nname = \"d\"\n", Layer::lies_over);
    REQUIRE(read.sample.points.size() == 1);
    CHECK(read.sample.points[0].x == 1);
    CHECK(read.problems.empty());
}

TEST_CASE("a quoted dotted name reaches into a list, after the list itself was read") {
    const Read read = read_sample(
        "\"points[b].x\" = 0.75\n\"points[0].x\" = 0.5\n[[points]]\nname = \"a\"\n[[points]]\nname = \"b\"\n");
    REQUIRE(read.problems.empty());
    CHECK(read.sample.points[0].x == 0.5);
    CHECK(read.sample.points[1].x == 0.75);
}

TEST_CASE("each wrong value is said with its place, its range and its meaning") {
    CHECK(problem_of("number = 1.5") == "1:10 number is 1.5; the value lies in [-1, 1]. Meaning: a number.");
    CHECK(problem_of("\nnumber = nan") ==
          "2:10 number is nan; it takes a finite number in [-1, 1]. Meaning: a number.");
    CHECK(problem_of("number = -inf") ==
          "1:10 number is -inf; it takes a finite number in [-1, 1]. Meaning: a number.");
    CHECK(problem_of("number = \"1\"") ==
          "1:10 number is \"1\"; it takes a finite number in [-1, 1]. Meaning: a number.");
    CHECK(problem_of("inner.count = 2.7") ==
          "1:15 inner.count is 2.7; it takes a whole number in [0, 10]. Meaning: how many.");
    CHECK(problem_of("inner.count = 11") == "1:15 inner.count is 11; the value lies in [0, 10]. Meaning: how many.");
    CHECK(problem_of("inner.flag = 1") == "1:14 inner.flag is 1; it takes true or false. Meaning: whether.");
    CHECK(problem_of("colour = \"gren\"") ==
          "1:10 colour is \"gren\"; it is one of red, green. Did you mean \"green\"? Meaning: a colour.");
    CHECK(problem_of("numbers = [1, 9]") == "1:15 numbers[1] is 9; the value lies in [0, 5]. Meaning: numbers.");
    CHECK(problem_of("words = \"a\"") ==
          "1:9 words is \"a\"; it takes a list of texts such as [\"a\", \"b\"]. Meaning: words.");
    CHECK(problem_of("points = [{x = 1.4}]") ==
          "1:16 points[0].x is 1.4; a share lies in [0, 1]. Meaning: place of the point.");
}

TEST_CASE("lists have a least and a most, groups are tables") {
    CHECK(problem_of("points = []") == "1:10 points has 0 entries; it takes from 1 to 3 (some points).");
    CHECK(problem_of("points = 3") == "1:10 points is a list (some points); write [[points]] for each entry.");
    CHECK(problem_of("points = [1]") == "1:11 points[0] is 1; each entry is a table: write [[points]].");
    CHECK(problem_of("inner = 3") == "1:9 inner is 3; it is a group of values: write [inner]. Its names: count, flag.");
}

TEST_CASE("unknown keys are problems with a suggestion") {
    CHECK(problem_of("nmber = 1") == "1:1 unknown key \"nmber\". Did you mean \"number\"?");
    CHECK(problem_of("[inner]\nconut = 1") == "2:1 unknown key \"inner.conut\". Did you mean \"inner.count\"?");
    CHECK(problem_of("count = 1") == "1:1 unknown key \"count\". Did you mean \"inner.count\"?");
    CHECK(problem_of("points = [{y = 1}]") == "1:12 unknown key \"points[0].y\". Known here: name, x.");
}

TEST_CASE("all problems are found in one pass") {
    CHECK(read_sample("number = 2\nfoo = 1\ncolour = 3\n[inner]\nflag = 2\n").problems.size() == 4);
}

TEST_CASE("what is not TOML is said with its place") {
    CHECK(problem_of("a = 1\na = 2\n").starts_with("2:"));
    CHECK(problem_of("number = 1e999\n").starts_with("1:"));
    CHECK(problem_of("number = 99999999999999999999\n").starts_with("1:"));
    CHECK(problem_of("number = \n").starts_with("1:"));
    CHECK(problem_of("number = 010\n").starts_with("1:"));
}

TEST_CASE("what is written reads back to the same bits") {
    Sample written;
    written.number = 0.1 + 0.2 - 0.3;
    written.colour = Colour::green;
    written.words = {"quote \" and \\", "line\nbreak", "größe"};
    written.points = {{"a", 1.0 / 3}, {"b", 0}};
    const std::string text = write_toml(field_table(written));
    Read read = read_sample(text);
    REQUIRE(read.problems.empty());
    CHECK(read.sample.number == written.number);
    CHECK(read.sample.words == written.words);
    CHECK(read.sample.points[0].x == written.points[0].x);
    CHECK(write_toml(field_table(read.sample)) == text);
}

TEST_CASE("scenario and design survive writing and reading") {
    Scenario scenario;
    scenario.provisions.items = {Provision{.name = "conduct"}};
    scenario.regulators.items = {RegulatorItem{.name = "a", .hours_share = 0.5},
                                 RegulatorItem{.name = "b", .hours_share = 0.5}};
    Design design;
    design.sandbox.resize(2);
    design.sandbox[0].sectors = {"payments", "credit"};
    design.sandbox[1].name = "two";
    design.changes = {Change{"sandbox[two].places", 4, "", 12, Condition::trust_below, 0.3, 6}};
    for (const std::string& text : {write_toml(field_table(scenario)), write_toml(field_table(design))}) {
        Problems problems;
        Places places;
        Scenario scenario_again;
        Design design_again;
        const auto document = parse_document("s.toml", text, problems);
        REQUIRE(document);
        const bool is_scenario = text.find("citizens.count") != std::string::npos;
        const FieldTable table = is_scenario ? field_table(scenario_again) : field_table(design_again);
        read_toml(table, {*document, problems, places});
        CHECK(problems.empty());
        CHECK(write_toml(table) == text);
    }
}
