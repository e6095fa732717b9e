// docs/dictionary.md is written from the same list as everything else; a name added without it fails here.
#include <set>

#include "catch.hpp"
#include "cli/catalogue.hpp"
#include "cli/dictionary.hpp"
#include "configuration_sample.hpp"

using namespace leeway;

TEST_CASE("the committed dictionary is up to date (leeway describe --markdown > docs/dictionary.md)") {
    CHECK(sample::read(LEEWAY_SOURCE_DIR "/docs/dictionary.md") == dictionary(catalogue()));
}

TEST_CASE("every name in the catalogue stands there once") {
    std::set<std::string> seen;
    for (const CatalogueEntry& entry : catalogue()) {
        INFO(entry.name);
        // A scenario and a design both have a name of their own, and an experiment and a scenario a title.
        const bool shared = entry.name == "name" || entry.name == "title";
        CHECK((shared || entry.kind == "metric" || seen.insert(entry.name).second));
        CHECK_FALSE(entry.meaning.empty());
    }
}

TEST_CASE("a group matches what lies under it, not what merely starts alike") {
    const auto all = catalogue();
    for (const CatalogueEntry& entry : matching(all, "exit")) CHECK(entry.name.starts_with("exit"));
    CHECK(matching(all, "citizens.count").size() == 1);
    CHECK(matching(all, "citizens.segments").size() > 3);
    CHECK(matching(all, "citizens.co").empty());
}
