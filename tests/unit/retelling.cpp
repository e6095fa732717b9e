// Which results can be told anew: those that hold the configuration that they were made from.
#include "catch.hpp"
#include "configuration_sample.hpp"
#include "experiment/results_frame.hpp"
#include "experiment/retell.hpp"

using namespace leeway;

TEST_CASE("a stored configuration is read back as the plan that it was written from") {
    const sample::Folder folder;
    const auto resolution =
        resolve(folder.write("e.toml", sample::tiny_experiment("adaptation.firms = [true, false]\n")));
    REQUIRE(resolution.plan);
    Problems problems;
    const auto plan = plan_of_configuration(resolution.plan->configuration, problems);
    INFO(text(problems));
    REQUIRE(plan);
    CHECK(plan->worlds == resolution.plan->worlds);
    CHECK(plan->baseline == resolution.plan->baseline);
    CHECK(plan->baseline_of == resolution.plan->baseline_of);
    REQUIRE(plan->designs.size() == resolution.plan->designs.size());
    for (std::size_t d = 0; d < plan->designs.size(); ++d)
        CHECK(plan->designs[d].name == resolution.plan->designs[d].name);
}

TEST_CASE("results without their configuration, or with another's, are refused with the reason") {
    const sample::Folder folder;
    const auto resolution = resolve(folder.write("e.toml", sample::tiny_experiment()));
    REQUIRE(resolution.plan);
    Results results = empty_results(*resolution.plan);
    Problems problems;
    CHECK(plan_of_results(results, problems));
    CHECK(problems.empty());
    Results edited = results;
    edited.provenance.configuration += "# a note\n";
    CHECK_FALSE(plan_of_results(edited, problems));
    CHECK(text(problems).find("hash") != std::string::npos);
    problems.clear();
    results.provenance.configuration.clear();
    CHECK_FALSE(plan_of_results(results, problems));
    CHECK(text(problems).find("run the experiment anew") != std::string::npos);
}
