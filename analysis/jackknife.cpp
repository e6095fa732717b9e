#include "analysis/jackknife.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

namespace leeway {
namespace {

std::vector<std::size_t> rows_without(std::size_t count, const std::vector<std::size_t>& group) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < count; ++row)
        if (!std::binary_search(group.begin(), group.end(), row)) rows.push_back(row);
    return rows;
}

}  // namespace

RowGroups spread_groups(std::size_t count, std::size_t most) {
    RowGroups groups(std::min(count, most));
    for (std::size_t row = 0; row < count; ++row) groups[row % groups.size()].push_back(row);
    return groups;
}

RowGroups groups_of_blocks(const std::vector<std::size_t>& worlds, std::size_t block, std::size_t most) {
    const std::size_t blocks = worlds.empty() ? 0 : worlds.back() / block + 1;
    RowGroups groups(std::min(blocks, most));
    for (std::size_t row = 0; row < worlds.size(); ++row) groups[worlds[row] / block % groups.size()].push_back(row);
    std::erase_if(groups, [](const std::vector<std::size_t>& group) { return group.empty(); });
    return groups;
}

Interval jackknife(std::size_t count, const RowGroups& groups,
                   const std::function<double(const std::vector<std::size_t>& rows)>& statistic) {
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), std::size_t{0});
    Interval answer{statistic(all), missing_value, missing_value};
    const auto number = static_cast<double>(groups.size());
    if (groups.size() < 2) return answer;
    std::vector<double> without;
    for (const std::vector<std::size_t>& group : groups) without.push_back(statistic(rows_without(count, group)));
    const double mean = std::accumulate(without.begin(), without.end(), 0.0) / number;
    double squares = 0;
    for (const double value : without) squares += (value - mean) * (value - mean);
    const boost::math::students_t distribution(number - 1);
    const double half =
        boost::math::quantile(distribution, (1 + confidence) / 2) * std::sqrt(squares * (number - 1) / number);
    answer.low = answer.mean - half;
    answer.high = answer.mean + half;
    return answer;
}

}  // namespace leeway
