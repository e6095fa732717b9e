#include "cli/describe_network.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "cli/messages.hpp"
#include "core/text.hpp"
#include "experiment/edge_list.hpp"
#include "experiment/estimate.hpp"
#include "experiment/locations.hpp"
#include "experiment/scenario_file.hpp"
#include "world/network/figures.hpp"

namespace leeway {
namespace {

constexpr std::uint64_t first_seed = 1;

void check_memory(const Model& model, Problems& problems) {
    constexpr double usable = 0.8, gibibyte = 1024.0 * 1024 * 1024;
    Plan plan;
    plan.model = model;
    const double needed = estimate_memory(plan), offered = usable * available_memory();
    if (needed <= offered) return;
    problems.push_back({"--network", 0, 0, "citizens.count",
                        fmt::format("citizens.count: a run of {} needs about {:.1f} GiB, and {:.1f} GiB may be used "
                                    "here; lower it",
                                    model.scenario.name, needed / gibibyte, offered / gibibyte),
                        ""});
}

std::optional<Model> read_model(const std::string& entry, Problems& problems) {
    const Locations locations = find_locations(".");
    const auto path = find_scenario(locations, entry, ".");
    if (!path) {
        problems.push_back({"--network", 0, 0, "", unknown_scenario(locations, entry), ""});
        return std::nullopt;
    }
    Places places;
    Model model = read_scenario(*path, problems, places).model;
    if (problems.empty()) check_memory(model, problems);
    if (problems.empty()) read_edges(model.scenario.citizens, *path, places, problems);
    return problems.empty() ? std::optional(std::move(model)) : std::nullopt;
}

NetworkFigures figures_in(const Scenario& scenario) {
    const World world = build_world(scenario, Adaptation{}, run_key(first_seed, 0, 0), 0);
    std::vector<std::uint32_t> first_of_group;
    std::vector<std::uint16_t> segment_of_group;
    for (const Quarter& quarter : world.citizens.quarters) {
        first_of_group.push_back(quarter.begin);
        segment_of_group.push_back(static_cast<std::uint16_t>(quarter.group % world.segments()));
    }
    first_of_group.push_back(world.citizens.count());
    return figures_of(*world.acquaintances, {first_of_group, segment_of_group});
}

std::string_view kind_of(const Scenario& scenario) {
    return choice_names<NetworkKind>[static_cast<std::size_t>(scenario.citizens.network)];
}

std::string or_undefined(double figure) { return std::isnan(figure) ? "undefined" : fmt::format("{:.4f}", figure); }

nlohmann::json or_null(double figure) { return std::isnan(figure) ? nlohmann::json() : nlohmann::json(figure); }

std::int64_t whole(double count) { return std::llround(count); }

void print_text(const Scenario& scenario, const NetworkFigures& figures) {
    fmt::print("{}: network {} of {:.0f} citizens\n", scenario.name, kind_of(scenario), figures.nodes);
    fmt::print("  ties           {:.0f}\n", figures.ties);
    fmt::print("  degree         mean {:.4f}, standard deviation {:.4f}, from {} to {}\n", figures.mean_degree,
               figures.sd_degree, figures.least_degree, figures.largest_degree);
    fmt::print("  clustering     {:.4f} (mean over {} citizens)\n", figures.clustering, figures.nodes_sampled);
    fmt::print("  components     {:.0f}; the largest holds {:.4f} of all\n", figures.components, figures.largest_share);
    fmt::print("  assortativity  by degree {}, by segment {}\n", or_undefined(figures.assortativity_by_degree),
               or_undefined(figures.assortativity_by_segment));
}

void print_document(const Scenario& scenario, const NetworkFigures& figures) {
    print_json({{"scenario", scenario.name},
                {"network", kind_of(scenario)},
                {"nodes", whole(figures.nodes)},
                {"ties", whole(figures.ties)},
                {"degree",
                 {{"mean", figures.mean_degree},
                  {"sd", figures.sd_degree},
                  {"min", figures.least_degree},
                  {"max", figures.largest_degree}}},
                {"clustering", figures.clustering},
                {"clustering_sample", figures.nodes_sampled},
                {"components", whole(figures.components)},
                {"largest_component_share", figures.largest_share},
                {"assortativity",
                 {{"degree", or_null(figures.assortativity_by_degree)},
                  {"segment", or_null(figures.assortativity_by_segment)}}}});
}

}  // namespace

int describe_network(const std::string& scenario, bool json) {
    Problems problems;
    const auto model = read_model(scenario, problems);
    if (!model) return refuse(problems);
    const NetworkFigures figures = figures_in(model->scenario);
    if (json)
        print_document(model->scenario, figures);
    else
        print_text(model->scenario, figures);
    return exit_done;
}

}  // namespace leeway
