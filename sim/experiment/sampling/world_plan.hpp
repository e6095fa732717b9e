// How an experiment chooses its worlds: a plan samples the uncertain parameters of the scenario, a file lists worlds
// that somebody has chosen, and a product crosses several of them, each over parameters of its own.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

enum class Sampling : std::uint8_t { point, grid, latin_hypercube, sobol, morris, saltelli, file, product };
template <>
inline constexpr std::array<std::string_view, 8> choice_names<Sampling>{
    "point", "grid", "latin-hypercube", "sobol", "morris", "saltelli", "file", "product"};

/// Worlds as a file lists them: a column per parameter, a row per world.
struct WorldTable {
    std::vector<std::string> columns;
    std::vector<std::vector<double>> rows;
};

/// One plan over some of the uncertain parameters.
struct WorldPart {
    Sampling sampling = Sampling::point;
    std::int64_t count = 1;
    std::vector<std::string> parameters;
    std::string file;
    WorldTable table;  ///< what `file` holds; not a field

    template <class Visit>
    void fields(Visit&& field) {
        field(sampling,
              {"sampling", Unit::none, 0, 0, "experiment",
               "point: one world with the scenario's own values; grid: every combination of the middles of equal parts "
               "of each prior; latin-hypercube: stratified draws (McKay, Beckman and Conover 1979); sobol: a scrambled "
               "Sobol sequence (Joe and Kuo 2008, Owen 1995); morris: trajectories that change one parameter at a time "
               "(Morris 1991); saltelli: blocks of a Sobol sequence for first and total Sobol indices (Saltelli and "
               "others "
               "2010); file: the rows of a CSV file; product: what the list product crosses"});
        field(count,
              {"count", Unit::count, 1, 1e6, "experiment",
               "worlds; of a grid the points per parameter, of morris the trajectories, of saltelli the blocks"});
        field(parameters, {"parameters", Unit::none, 0, 0, "experiment",
                           "the uncertain parameters that this plan samples (empty = all that no other plan names); "
                           "the rest keep the scenario's values"});
        field(file, {"file", Unit::none, 0, 0, "experiment",
                     "of sampling = \"file\": the CSV file, whose header names parameters of the scenario"});
    }
};

/// The plan of an experiment: one part, or the product of several.
struct WorldPlan : WorldPart {
    std::vector<WorldPart> product;

    template <class Visit>
    void fields(Visit&& field) {
        WorldPart::fields(field);
        field(product, "product", 0, 16, "plans over different parameters, of which every combination is a world");
    }
};

/// The parts that are crossed: the entries of `product`, or the plan itself.
std::vector<WorldPart*> parts_of(WorldPlan& plan);
std::vector<const WorldPart*> parts_of(const WorldPlan& plan);

/// The name under which an experiment file has part number `index`: "worlds.product[1]", or "worlds".
std::string part_name(const WorldPlan& plan, std::size_t index);

/// The number of worlds of a plan whose parts know their parameters; not a whole number where it is beyond counting.
double world_count(const WorldPlan& plan);

/// The table as CSV, with the shortest text of every number: equal tables give equal text.
std::string text_of(const WorldTable& table);

/// What is wrong with a plan whatever the scenario is.
std::vector<Complaint> complaints(const WorldPlan& plan);

}  // namespace leeway
