// Sampling plans as points of the unit cube: a row per world, a column per parameter. A prior turns a coordinate into
// a value by its quantile. All depend on the seed and the names of the parameters alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace leeway {

using Points = std::vector<std::vector<double>>;
using Names = std::vector<std::string>;

/// Every combination of the middles of `count` equal parts of each axis; the last parameter changes fastest.
Points grid(std::size_t parameters, std::int64_t count);

/// In every column each of `count` equal strata holds one point (McKay, Beckman and Conover 1979). A column depends on
/// the seed and its own name only, so that adding a parameter moves no other.
Points latin_hypercube(const Names& parameters, std::int64_t count, std::int64_t seed);

/// The first `count` points of a Sobol sequence with the direction numbers of Joe and Kuo (2008, SIAM J. Sci. Comput.
/// 30), under a nested uniform scrambling of its own for every parameter (Owen 1995). With a power of 2 as `count`
/// each column is stratified like a Latin hypercube. The point at the origin is kept (Owen 2020: dropping it spoils
/// the balance).
Points sobol(const Names& parameters, std::int64_t count, std::int64_t seed);

/// `trajectories` times the parameters + 1 points, one trajectory after the other (Morris 1991, Technometrics 33): the
/// first point is random on a lattice of four levels, 0, 1/3, 2/3 and 1; each next one moves one parameter by 2/3, up
/// or down, in random order, so that two neighbours differ in exactly one column.
Points morris(const Names& parameters, std::int64_t trajectories, std::int64_t seed);

/// `blocks` times the parameters + 2 points, one block after the other (Saltelli and others 2010, Comput. Phys. Commun.
/// 181): two independent points, of a Sobol sequence over twice as many columns, stand first and last in a block;
/// between them, for each parameter in turn, the first one with this parameter taken from the last.
Points saltelli(const Names& parameters, std::int64_t blocks, std::int64_t seed);

/// By how much a step of a trajectory of `morris` changes a coordinate.
inline constexpr double morris_step = 2.0 / 3;

}  // namespace leeway
