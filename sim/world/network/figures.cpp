#include "world/network/figures.hpp"

#include <algorithm>
#include <cmath>

#include "core/parallel.hpp"

namespace leeway {
namespace {

constexpr std::uint32_t largest_sample = 100'000;

void add_degrees(const Network& network, NetworkFigures& figures) {
    const auto count = static_cast<std::uint32_t>(figures.nodes);
    figures.least_degree = figures.largest_degree = network.largest_degree;
    figures.mean_degree = mean_degree(network, count);
    figures.ties = figures.mean_degree * figures.nodes / 2;
    if (network.complete) return;
    double squares = 0;
    for (std::uint32_t v = 0; v < count; ++v) {
        const auto degree = static_cast<std::uint32_t>(neighbours(network, v).size());
        figures.least_degree = std::min(figures.least_degree, degree);
        squares += (degree - figures.mean_degree) * (degree - figures.mean_degree);
    }
    figures.sd_degree = count == 0 ? 0 : std::sqrt(squares / count);
}

// Of all nodes where they are few, else of nodes drawn anew each time.
void add_clustering(const Network& network, NetworkFigures& figures) {
    const auto count = static_cast<std::uint32_t>(figures.nodes);
    const Draws draws(0, "clustering");
    figures.nodes_sampled = network.complete ? count : std::min(count, largest_sample);
    if (network.complete) {
        figures.clustering = count > 2 ? 1 : 0;
        return;
    }
    std::vector<double> found(figures.nodes_sampled);
    for_each_block(found.size(), 256, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto drawn = static_cast<std::uint32_t>(draws.uniform(i) * count);
            found[i] = clustering_of(network, count <= largest_sample ? static_cast<std::uint32_t>(i) : drawn);
        }
    });
    double sum = 0;
    for (const double share : found) sum += share;
    figures.clustering = found.empty() ? 0 : sum / static_cast<double>(found.size());
}

}  // namespace

NetworkFigures figures_of(const Network& network, const Membership& members) {
    NetworkFigures figures;
    figures.nodes = members.first_of_group.back();
    add_degrees(network, figures);
    add_clustering(network, figures);
    const Components components = components_of(network);
    figures.components = components.count;
    figures.largest_share = figures.nodes == 0 ? 0 : components.largest / figures.nodes;
    figures.assortativity_by_degree = assortativity_by_degree(network);
    figures.assortativity_by_segment = assortativity_by_segment(network, members);
    return figures;
}

}  // namespace leeway
