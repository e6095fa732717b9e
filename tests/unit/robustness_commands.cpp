// The commands about robustness as a user types them.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "configuration_sample.hpp"

using sample = leeway::sample::Folder;
using leeway::sample::tiny_experiment;
using nlohmann::json;

namespace {

/// A folder with the results of a small experiment over several worlds.
struct Folder : sample {
    Folder() {
        write("e.toml", tiny_experiment("[worlds]\nsampling = \"latin-hypercube\"\ncount = 8\n"));
        const auto ended = leeway("run e.toml -o r.h5 --progress none");
        INFO(ended.messages);
        REQUIRE(ended.code == 0);
    }

    json document(const std::string& words) const {
        const auto ended = leeway(words + " --json");
        INFO(words << ": " << ended.messages);
        REQUIRE(ended.code == 0);
        CHECK(ended.messages.empty());
        return json::parse(ended.output);
    }
};

}  // namespace

TEST_CASE("each command prints text, one JSON document and a table", "[robustness]") {
    const Folder folder;
    for (const std::string words : {"regret r.h5", "discover r.h5 --design cohort --metric uptake", "sensitivity r.h5",
                                    "value-of-information r.h5"}) {
        CHECK(folder.document(words).contains("results_hash"));
        const auto ended = folder.leeway(words + " --csv table.csv");
        INFO(words << ": " << ended.messages);
        CHECK(ended.code == 0);
        CHECK(ended.output.find("results hash: ") != std::string::npos);
        CHECK(ended.output.find('\x1b') == std::string::npos);
        CHECK(leeway::sample::read(folder.path() / "table.csv").find("\r\n") != std::string::npos);
        CHECK(folder.leeway(words + " --csv e.toml").code == 2);
        std::filesystem::remove(folder.path() / "table.csv");
    }
}

TEST_CASE("a higher value of harm lowers net benefit by the harm that there is", "[robustness]") {
    const Folder folder;
    const json usual = folder.document("regret r.h5"), dear = folder.document("regret r.h5 --value-of-harm 1240");
    const json compared = folder.document("compare r.h5 --metric harm_per_1000_citizen_years");
    const double harm = compared["designs"][0]["outcomes"]["harm_per_1000_citizen_years"]["mean"];
    const double before = usual["designs"][0]["mean"], after = dear["designs"][0]["mean"];
    CHECK(before - after == Approx(1000 * harm / 1000).epsilon(1e-9));
}

TEST_CASE("what cannot be answered is refused with the reason", "[robustness]") {
    const Folder folder;
    const auto refused = [&](const std::string& words, const std::string& reason) {
        const auto ended = folder.leeway(words);
        INFO(words << ": " << ended.messages);
        CHECK(ended.code == 2);
        CHECK(ended.output.empty());
        CHECK(ended.messages.find(reason) != std::string::npos);
    };
    refused("regret r.h5 --metric uptak", "Did you mean \"uptake\"?");
    refused("regret r.h5 --at-least uptake", "METRIC=VALUE");
    refused("regret r.h5 --at-least uptake=much", "METRIC=VALUE");
    refused("regret r.h5 --metric uptake --value-of-harm 5", "net_benefit only");
    refused("discover r.h5 --design cohrt --metric uptake", "Did you mean \"cohort\"?");
    refused("discover r.h5 --design status-quo --metric uptake", "baseline");
    refused("sensitivity r.h5 --metric nothing", "no outcome");
    refused("value-of-information r.h5 --learn-from nothing", "no outcome");
    refused("regret nowhere.h5", "nowhere.h5");
}
