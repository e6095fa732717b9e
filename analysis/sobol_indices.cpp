#include "analysis/sobol_indices.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/first_order.hpp"
#include "analysis/jackknife.hpp"
#include "analysis/world_parameters.hpp"

namespace leeway {
namespace {

/// Whether `mixed` is `first` with this parameter taken from `other`.
bool is_mixture(const Results& results, const std::vector<std::size_t>& parameters, const SaltelliBlock& block,
                std::size_t mixed, std::size_t parameter) {
    return std::all_of(parameters.begin(), parameters.end(), [&](std::size_t p) {
        const std::size_t source = p == parameter ? block.other : block.first;
        return parameter_in(results, mixed, p) == parameter_in(results, source, p);
    });
}

/// Sums over the blocks that are used.
struct Sums {
    double blocks = 0, values = 0, squares = 0, luck = 0;  ///< the last three over both independent worlds
};

Sums sums_of(const SaltelliPlan& plan, const std::vector<double>& values, const std::vector<double>& luck,
             const std::vector<std::size_t>& used) {
    Sums sums;
    for (const std::size_t block : used) {
        ++sums.blocks;
        for (const std::size_t world : {plan.blocks[block].first, plan.blocks[block].other}) {
            sums.values += values[world];
            sums.luck += luck[world];
        }
    }
    const double mean = sums.values / (2 * sums.blocks);
    for (const std::size_t block : used) {
        for (const std::size_t world : {plan.blocks[block].first, plan.blocks[block].other})
            sums.squares += (values[world] - mean) * (values[world] - mean);
    }
    return sums;
}

/// The estimates from some of the blocks.
class Estimates {
  public:
    Estimates(const SaltelliPlan& plan, const std::vector<double>& values, const std::vector<double>& luck,
              const std::vector<std::size_t>& used)
        : plan_(plan), values_(values), luck_(luck), used_(used) {
        const Sums sums = sums_of(plan, values, luck, used);
        count_ = sums.blocks;
        mean_ = sums.values / (2 * count_);
        variance_ = sums.squares / (2 * count_ - 1) - sums.luck / (2 * count_);
    }

    double first(std::size_t place) const {
        double sum = 0;
        for (const std::size_t number : used_) {
            const SaltelliBlock& block = plan_.blocks[number];
            sum += (values_[block.other] - mean_) * (values_[block.mixed[place]] - values_[block.first]);
        }
        return share(sum / count_);
    }

    double total(std::size_t place) const {
        double sum = 0;
        for (const std::size_t number : used_) {
            const SaltelliBlock& block = plan_.blocks[number];
            const double change = values_[block.first] - values_[block.mixed[place]];
            sum += change * change - luck_[block.first] - luck_[block.mixed[place]];
        }
        return share(sum / (2 * count_));
    }

  private:
    double share(double part) const { return variance_ > 0 ? part / variance_ : missing_value; }

    const SaltelliPlan& plan_;
    const std::vector<double>&values_, &luck_;
    const std::vector<std::size_t>& used_;
    double count_ = 0, mean_ = 0, variance_ = 0;
};

/// The blocks in which every world has a value.
std::vector<std::size_t> complete_blocks(const SaltelliPlan& plan, const std::vector<double>& values) {
    std::vector<std::size_t> complete;
    for (std::size_t number = 0; number < plan.blocks.size(); ++number) {
        const SaltelliBlock& block = plan.blocks[number];
        const bool ends = std::isfinite(values[block.first]) && std::isfinite(values[block.other]);
        if (ends && std::all_of(block.mixed.begin(), block.mixed.end(),
                                [&](std::size_t world) { return std::isfinite(values[world]); }))
            complete.push_back(number);
    }
    return complete;
}

/// A number of the estimates, with its interval by leaving out groups of complete blocks.
template <class Number>
Interval interval_of(const SaltelliPlan& plan, const std::vector<double>& values, const std::vector<double>& luck,
                     const Number& number) {
    const std::vector<std::size_t> complete = complete_blocks(plan, values);
    return jackknife(complete.size(), spread_groups(complete.size()), [&](const std::vector<std::size_t>& rows) {
        std::vector<std::size_t> used;
        for (const std::size_t row : rows) used.push_back(complete[row]);
        return used.empty() ? missing_value : number(Estimates(plan, values, luck, used));
    });
}

}  // namespace

std::variant<SaltelliPlan, std::string> saltelli_plan(const Results& results) {
    const std::string none = "These worlds are no Saltelli plan: ";
    SaltelliPlan plan{moving_parameters(results), {}};
    if (plan.parameters.empty()) return none + "no parameter moves.";
    const std::size_t size = plan.block_size();
    if (results.worlds.size() % size != 0) return none + "blocks are cut short.";
    for (std::size_t start = 0; start < results.worlds.size(); start += size) {
        SaltelliBlock block{start, start + size - 1, {}};
        for (std::size_t place = 0; place < plan.parameters.size(); ++place) {
            block.mixed.push_back(start + 1 + place);
            if (!is_mixture(results, plan.parameters, block, block.mixed.back(), plan.parameters[place]))
                return none + "a world is no mixture of the first and the last one of its block.";
        }
        plan.blocks.push_back(std::move(block));
    }
    return plan;
}

std::vector<SobolIndices> sobol_indices(const SaltelliPlan& plan, const std::vector<double>& values,
                                        const std::vector<double>& luck) {
    std::vector<SobolIndices> indices;
    for (std::size_t place = 0; place < plan.parameters.size(); ++place) {
        const auto first = [&](const Estimates& of) { return of.first(place); };
        const auto total = [&](const Estimates& of) { return of.total(place); };
        indices.push_back({plan.parameters[place], cut_ends(interval_of(plan, values, luck, first)),
                           cut_ends(interval_of(plan, values, luck, total))});
    }
    return indices;
}

Interval unexplained_share(const SaltelliPlan& plan, const std::vector<double>& values,
                           const std::vector<double>& luck) {
    Interval answer = cut_ends(interval_of(plan, values, luck, [&](const Estimates& of) {
        double left = 1;
        for (std::size_t place = 0; place < plan.parameters.size(); ++place) left -= of.first(place);
        return left;
    }));
    answer.mean = std::clamp(answer.mean, 0.0, 1.0);
    return answer;
}

}  // namespace leeway
