// `./dev bench`: measures the works of docs/performance.md and prints them as a table or as JSON.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "bench/table.hpp"
#include "bench/works.hpp"

namespace leeway::bench {
namespace {

struct Work {
    std::string_view name;
    void (*measure)(Table&, const Effort&);
};

constexpr Work works[] = {{"machine", measure_machine},
                          {"ring", measure_ring},
                          {"few-adopters", measure_few_adopters},
                          {"replicates", measure_replicates},
                          {"full-model", measure_full_model},
                          {"two-threads", measure_two_threads},
                          {"growth", measure_growth},
                          {"graph", measure_graph},
                          {"sweeps", measure_sweeps},
                          {"store", measure_run_store}};

std::vector<std::string> names_of_works() {
    std::vector<std::string> names;
    for (const Work& work : works) names.emplace_back(work.name);
    return names;
}

Table measure(const std::string& only, const Effort& effort) {
    Table table;
    for (const Work& work : works) {
        if (!only.empty() && work.name != only) continue;
        fmt::print(stderr, "measuring {}\n", work.name);
        work.measure(table, effort);
    }
    return table;
}

}  // namespace
}  // namespace leeway::bench

int main(int count, char** words) {
    using namespace leeway::bench;
    CLI::App app("Benchmarks: what is compared runs by turns in this process; no absolute time fails anything.");
    Effort effort;
    std::string only;
    bool json = false;
    app.add_flag("--json", json, "print one JSON document");
    app.add_flag("--quick", effort.quick, "a tenth of the size, one round: shows that all works run");
    app.add_flag("--large", effort.large, "also 100 million citizens (16 GiB) and 100,000 runs");
    app.add_option("--rounds", effort.rounds, "medians are of so many rounds")->check(CLI::Range(1, 1000));
    app.add_option("--only", only, "measure this work alone")->check(CLI::IsMember(names_of_works()));
    CLI11_PARSE(app, count, words);
    if (effort.quick) effort.rounds = 1;
    const Table table = measure(only, effort);
    const Origin origin = origin_of_this_process();
    fmt::print("{}", json ? table.json(origin).dump(2) + "\n" : table.text(origin));
    return 0;
}
