// The commands as a user types them.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "configuration_sample.hpp"

using sample = leeway::sample::Folder;
using leeway::sample::tiny_experiment;

TEST_CASE("check says what a run would cost, and runs nothing") {
    const sample folder;
    folder.write("e.toml", tiny_experiment());
    const auto before = folder.files();
    const auto plain = folder.leeway("check e.toml scenarios/tiny/world.toml configs/designs/cohort.toml");
    CHECK(plain.code == 0);
    CHECK(plain.output.find("e.toml: ok (experiment)") != std::string::npos);
    CHECK(plain.output.find("2 designs x 1 worlds x 2 replicates = 4 runs") != std::string::npos);
    CHECK(plain.output.find("gate of cohort: sees") != std::string::npos);
    CHECK(plain.output.find("world.toml: ok (scenario)") != std::string::npos);
    CHECK(plain.output.find("cohort.toml: ok (design)") != std::string::npos);
    CHECK(plain.messages.empty());
    CHECK(folder.files() == before);
}

TEST_CASE("check tells of every gate and counts the regimes") {
    const sample folder;
    folder.write("configs/designs/cohort.toml",
                 "name = \"cohort\"\n[[sandbox]]\nname = \"small\"\nplaces = 2\n[[sandbox]]\nname = \"large\"\n"
                 "places = 2\npilots = 2\n");
    folder.write("e.toml", tiny_experiment("adaptation.firms = [true, false]\n"));
    const auto ended = folder.leeway("check e.toml");
    INFO(ended.messages);
    CHECK(ended.code == 0);
    CHECK(ended.output.find("2 designs x 2 regimes x 1 worlds x 2 replicates = 8 runs") != std::string::npos);
    const std::size_t small = ended.output.find("gate of cohort[small]: sees"),
                      first = ended.output.find("gate of cohort[large] after pilot 1 of 2: sees"),
                      second = ended.output.find("gate of cohort[large] after pilot 2 of 2: sees");
    CHECK(small < first);
    CHECK(first < second);
    CHECK(second != std::string::npos);
}

TEST_CASE("check --json prints one document") {
    const sample folder;
    folder.write("e.toml", tiny_experiment());
    folder.write("bad.toml", tiny_experiment("month = 3\n"));
    const auto good = nlohmann::json::parse(folder.leeway("check e.toml --json").output);
    CHECK(good["ok"] == true);
    CHECK(good["runs"] == 4);
    CHECK(good["memory_bytes"] > 500 * 10);
    CHECK(good["seconds_estimate"] > 0);
    const auto ended = folder.leeway("check bad.toml --json");
    CHECK(ended.code == 2);
    CHECK(ended.messages.empty());
    const auto bad = nlohmann::json::parse(ended.output);
    CHECK(bad["ok"] == false);
    REQUIRE(bad["problems"].size() == 1);
    CHECK(bad["problems"][0]["file"] == "bad.toml");
    CHECK(bad["problems"][0]["line"] == 5);
    CHECK(bad["problems"][0]["column"] == 1);
    CHECK(bad["problems"][0]["key"] == "month");
}

TEST_CASE("list names what is there") {
    const sample folder;
    folder.write("configs/experiments/quick.toml", tiny_experiment("title = \"a quick one\"\n"));
    CHECK(folder.leeway("list scenarios").output.find("tiny") != std::string::npos);
    CHECK(folder.leeway("list scenarios").output.find("a world for tests") != std::string::npos);
    CHECK(folder.leeway("list designs").output.find("cohort") != std::string::npos);
    CHECK(folder.leeway("list experiments").output.find("a quick one") != std::string::npos);
    CHECK(folder.leeway("list metrics").output.find("harm_per_1000_citizen_years") != std::string::npos);
    CHECK(folder.leeway("list cats").code == 2);
}

TEST_CASE("describe tells of one name, a group, or everything") {
    const sample folder;
    const auto one = folder.leeway("describe sandbox.places");
    CHECK(one.code == 0);
    CHECK(one.output.find("whole number [0, 1e+06], count, default 0") != std::string::npos);
    const auto group = folder.leeway("describe citizens");
    CHECK(group.output.find("citizens.segments[].share") != std::string::npos);
    CHECK(group.output.find("sandbox.places") == std::string::npos);
    const auto everything = nlohmann::json::parse(folder.leeway("describe --json").output);
    CHECK(everything["entries"].size() > 150);
    const auto unknown = folder.leeway("describe sandbox.place");
    CHECK(unknown.code == 2);
    CHECK(unknown.messages.find("Did you mean \"sandbox.places\"?") != std::string::npos);
}

TEST_CASE("the schema covers all three kinds of files") {
    const sample folder;
    const auto all = nlohmann::json::parse(folder.leeway("describe --schema").output);
    CHECK(all["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    const auto& design = all["$defs"]["design"];
    const auto& sandbox = design["properties"]["sandbox"]["anyOf"];  // a list of tables, or one table
    CHECK(sandbox[0]["items"]["properties"]["places"]["type"] == "integer");
    CHECK(sandbox[1]["properties"]["places"]["type"] == "integer");
    CHECK(design["properties"]["changes"]["items"]["properties"]["lever"]["type"] == "string");
    CHECK(design["properties"]["intake"]["properties"]["selection"]["enum"].size() == 3);
    CHECK(design["additionalProperties"] == false);
    const auto scenario = nlohmann::json::parse(folder.leeway("describe --schema scenario").output);
    CHECK(scenario["properties"]["sectors"]["anyOf"][0]["items"]["properties"]["novelty"]["minimum"] == -5.0);
    const auto experiment = nlohmann::json::parse(folder.leeway("describe --schema experiment").output);
    CHECK(experiment["properties"].contains("replicates"));
    CHECK(experiment["properties"].contains("sandbox"));
    CHECK(experiment["properties"].contains("citizens"));
    CHECK(experiment["properties"]["adaptation"]["properties"]["firms"]["anyOf"][1]["type"] == "array");
    CHECK(folder.leeway("describe --schema cat").code == 2);
}

TEST_CASE("init writes an experiment that passes check, and never overwrites") {
    const sample folder;
    const auto first = folder.leeway("init mine");
    CHECK(first.code == 0);
    const std::string written = leeway::sample::read(folder.path() / "mine/experiment.toml");
    CHECK(written.find("# ") != std::string::npos);
    const auto checked = folder.leeway("check mine/experiment.toml mine/my-design.toml");
    INFO(checked.messages);
    CHECK(checked.code == 0);
    folder.write("mine/experiment.toml", "mine\n");
    const auto second = folder.leeway("init mine");
    CHECK(second.code == 2);
    CHECK(leeway::sample::read(folder.path() / "mine/experiment.toml") == "mine\n");
}

TEST_CASE("run makes the folder that -o names and stores there what compare reads, regime by regime") {
    const sample folder;
    folder.write("e.toml", tiny_experiment("adaptation.regulators = [true, false]\n"));
    const auto ran = folder.leeway("run e.toml -o fresh --quiet --progress none");
    INFO(ran.messages);
    REQUIRE(ran.code == 0);
    const auto compared = nlohmann::json::parse(folder.leeway("compare fresh --json").output);
    REQUIRE(compared["designs"].size() == 4);
    CHECK(compared["designs"][3]["name"] == "cohort[adaptation.firms=true,adaptation.regulators=false]");
}

TEST_CASE("the command line itself: version, help, mistakes") {
    const sample folder;
    CHECK(folder.leeway("--version").output.starts_with("leeway 0."));
    CHECK(folder.leeway("--help").code == 0);
    CHECK(folder.leeway("").code == 2);
    CHECK(folder.leeway("frobnicate").code == 2);
    CHECK(folder.leeway("comapre x.h5").messages.find("Did you mean \"compare\"?") != std::string::npos);
    CHECK(folder.leeway("run").code == 2);
    CHECK(folder.leeway("run e.toml --frobnicate").code == 2);
    CHECK(folder.leeway("run e.toml --threads -3").code == 2);
}

TEST_CASE("a run whose results are there says where they are and their hash again") {
    const sample folder;
    folder.write("e.toml", tiny_experiment());
    const auto first = folder.leeway("run e.toml -o r.h5 --progress none");
    const auto second = folder.leeway("run e.toml -o r.h5 --progress none");
    CHECK(second.code == 0);
    CHECK(second.output == first.output);
    CHECK(second.messages.find("nothing to do") != std::string::npos);
}

TEST_CASE("quantiles in the place of every run's months are stored and exported") {
    const sample folder;
    folder.write("e.toml", tiny_experiment("[record]\nseries = [\"uptake\"]\nquantiles = [0.25, 0.75]\n"));
    const auto ran = folder.leeway("run e.toml -o r.h5 --progress none");
    INFO(ran.messages);
    REQUIRE(ran.code == 0);
    REQUIRE(folder.leeway("export r.h5 --csv tables").code == 0);
    const std::string table = leeway::sample::read(folder.path() / "tables/quantiles_by_month.csv");
    CHECK(table.find("0.25") != std::string::npos);
    CHECK(table.find("uptake") != std::string::npos);
}

TEST_CASE("output that is not a terminal is plain") {
    const sample folder;
    CHECK(folder.leeway("describe citizens").output.find('\x1b') == std::string::npos);
}
