// How sure is a number that is read off all worlds together? The jackknife over groups of worlds (Quenouille 1956,
// Biometrika 43; Shao and Tu 1995): the number is worked out again without each group, and its changes tell its
// variance.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "analysis/interval.hpp"

namespace leeway {

/// Rows that are left out together.
using RowGroups = std::vector<std::vector<std::size_t>>;

/// `count` rows in at most `most` groups of equal size: row i belongs to group i modulo their number.
RowGroups spread_groups(std::size_t count, std::size_t most = 20);

/// The same for rows of these worlds, ascending, of which `block` neighbours belong together: a group is one of at most
/// `most` equal shares of the blocks.
RowGroups groups_of_blocks(const std::vector<std::size_t>& worlds, std::size_t block, std::size_t most = 20);

/// The number with its 95 % interval. `statistic` is given the rows to use, ascending.
Interval jackknife(std::size_t count, const RowGroups& groups,
                   const std::function<double(const std::vector<std::size_t>& rows)>& statistic);

}  // namespace leeway
