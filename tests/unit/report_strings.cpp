// The words of the report can be replaced, one by one, and nothing but words.
#include "analysis/report_strings.hpp"

#include <fmt/format.h>

#include "catch.hpp"

namespace leeway {
namespace {

std::string problem_of(std::string_view json) {
    const auto answer = translated_strings(json);
    const auto* problem = std::get_if<std::string>(&answer);
    return problem == nullptr ? "" : *problem;
}

}  // namespace

TEST_CASE("texts are filled in by name and in one pass", "[report]") {
    const ReportStrings words({{"greeting", "{who} meets {whom}, {who} says {unknown}"}, {"open", "a { b"}});
    CHECK(words("greeting", {{"who", "{whom}"}, {"whom", "B"}}) == "{whom} meets B, {whom} says {unknown}");
    CHECK(words("open", {{"x", "y"}}) == "a { b");
    CHECK(words("absent") == "absent");
}

TEST_CASE("numbers and lists follow the language's own forms", "[report]") {
    const ReportStrings words = english_strings();
    CHECK(words.counted(1, "world") == "1 world");
    CHECK(words.counted(12, "world") == "12 worlds");
    CHECK(words.listed({}).empty());
    CHECK(words.listed({"a"}) == "a");
    CHECK(words.listed({"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("a translation replaces what it has and leaves the rest English", "[report]") {
    const auto answer = translated_strings(R"({"answer.title": "Die Antwort", "metric.firms_alive": "Firmen"})");
    REQUIRE(std::holds_alternative<ReportStrings>(answer));
    const auto& words = std::get<ReportStrings>(answer);
    CHECK(words("answer.title") == "Die Antwort");
    CHECK(words("metric.firms_alive") == "Firmen");
    CHECK(words("numbers.title") == "The numbers");
}

TEST_CASE("a translation that cannot be used is refused with the reason", "[report]") {
    for (const char* broken : {"", "[]", "{\"answer.title\": 3}", "{\"answer.title\": {\"a\": \"b\"}}", "{\"answer"})
        CHECK(problem_of(broken).find("no JSON object of texts by key") != std::string::npos);
    CHECK(problem_of(R"({"answr.title": "x"})").find("Did you mean \"answer.title\"?") != std::string::npos);
    CHECK(problem_of(R"({"world.one": "{number} Welt"})").find("{number}") != std::string::npos);
    const std::string deep = std::string(200000, '[') + std::string(200000, ']');
    CHECK(problem_of("{\"answer.title\": " + deep + "}").find("no JSON object") != std::string::npos);
}

}  // namespace leeway
