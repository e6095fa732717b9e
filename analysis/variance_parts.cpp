#include "analysis/variance_parts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/jackknife.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

using Values = std::vector<std::vector<double>>;

/// Mean squares of a balanced layout of designs, worlds and replicates; 0 without freedom.
class Layout {
  public:
    Layout(const Values& worlds, std::size_t designs, std::size_t replicates)
        : d_(designs),
          w_(worlds.size()),
          r_(replicates),
          of_d_(d_, 0),
          of_w_(w_, 0),
          of_r_(r_, 0),
          of_dw_(d_ * w_, 0),
          of_dr_(d_ * r_, 0),
          of_wr_(w_ * r_, 0) {
        each([&](std::size_t d, std::size_t w, std::size_t r) { add(d, w, r, worlds[w][d * r_ + r]); });
        each([&](std::size_t d, std::size_t w, std::size_t r) {
            const double of_two = of_dw_[d * w_ + w] + of_dr_[d * r_ + r] + of_wr_[w * r_ + r];
            rest_ += square(worlds[w][d * r_ + r] - of_two + of_d_[d] + of_w_[w] + of_r_[r] - mean_);
        });
    }

    double designs() const { return one(of_d_, w_ * r_); }
    double worlds() const { return one(of_w_, d_ * r_); }
    double replicates() const { return one(of_r_, d_ * w_); }
    double designs_worlds() const { return two(of_dw_, of_d_, of_w_, r_); }
    double designs_replicates() const { return two(of_dr_, of_d_, of_r_, w_); }
    double worlds_replicates() const { return two(of_wr_, of_w_, of_r_, d_); }
    double rest() const { return over(rest_, (d_ - 1) * (w_ - 1) * (r_ - 1)); }

  private:
    static double number(std::size_t count) { return static_cast<double>(count); }
    static double square(double value) { return value * value; }
    static double over(double sum, std::size_t freedom) { return freedom == 0 ? 0 : sum / number(freedom); }

    template <class See>
    void each(See see) const {
        for (std::size_t w = 0; w < w_; ++w) {
            for (std::size_t d = 0; d < d_; ++d) {
                for (std::size_t r = 0; r < r_; ++r) see(d, w, r);
            }
        }
    }

    void add(std::size_t d, std::size_t w, std::size_t r, double value) {
        mean_ += value / number(d_ * w_ * r_);
        of_d_[d] += value / number(w_ * r_);
        of_w_[w] += value / number(d_ * r_);
        of_r_[r] += value / number(d_ * w_);
        of_dw_[d * w_ + w] += value / number(r_);
        of_dr_[d * r_ + r] += value / number(w_);
        of_wr_[w * r_ + r] += value / number(d_);
    }

    /// Of means over one index, each of so many runs.
    double one(const std::vector<double>& means, std::size_t runs) const {
        double sum = 0;
        for (const double mean : means) sum += square(mean - mean_);
        return over(sum * number(runs), means.size() - 1);
    }

    /// Of means over two indices, each of so many runs, beyond what the means over each of them say.
    double two(const std::vector<double>& means, const std::vector<double>& first, const std::vector<double>& second,
               std::size_t runs) const {
        double sum = 0;
        for (std::size_t i = 0; i < first.size(); ++i) {
            for (std::size_t j = 0; j < second.size(); ++j)
                sum += square(means[i * second.size() + j] - first[i] - second[j] + mean_);
        }
        return over(sum * number(runs), (first.size() - 1) * (second.size() - 1));
    }

    std::size_t d_, w_, r_;
    double mean_ = 0, rest_ = 0;
    std::vector<double> of_d_, of_w_, of_r_, of_dw_, of_dr_, of_wr_;
};

/// Values [world][design and replicate] of the worlds in which none is missing, and the indices of these worlds.
Values complete_worlds(const Results& results, const OutcomeArray& outcome, const std::vector<std::size_t>& designs,
                       std::vector<std::size_t>& numbers) {
    Values worlds;
    for (std::size_t w = 0; w < results.worlds.size(); ++w) {
        std::vector<double> values;
        for (const std::size_t design : designs) {
            for (std::size_t r = 0; r < results.replicates.size(); ++r)
                values.push_back(run_value(results, outcome, design, w, r));
        }
        if (count_finite(values) != values.size()) continue;
        worlds.push_back(std::move(values));
        numbers.push_back(w);
    }
    return worlds;
}

double share_of(const std::array<double, variance_parts>& components, std::size_t part) {
    const double sum = std::accumulate(components.begin(), components.end(), 0.0);
    return sum > 0 ? components[part] / sum : missing_value;
}

}  // namespace

std::array<double, variance_parts> variance_components(const Values& worlds, std::size_t designs,
                                                       std::size_t replicates) {
    const Layout layout(worlds, designs, replicates);
    const auto d = static_cast<double>(designs), w = static_cast<double>(worlds.size()),
               r = static_cast<double>(replicates);
    const double rest = layout.rest(), dw = layout.designs_worlds(), dr = layout.designs_replicates(),
                 wr = layout.worlds_replicates();
    const auto part = [](double squares, double runs) { return std::max(0.0, squares / runs); };
    const double luck =
        rest + part(wr - rest, d) + part(dr - rest, w) + part(layout.replicates() - wr - dr + rest, d * w);
    return {part(layout.designs() - dw - dr + rest, w * r), part(layout.worlds() - dw - wr + rest, d * r),
            part(dw - rest, r), luck};
}

VarianceShares variance_shares(const Results& results, const OutcomeArray& outcome,
                               const std::vector<std::size_t>& designs, std::size_t block) {
    VarianceShares shares;
    std::vector<std::size_t> numbers;
    const Values worlds = complete_worlds(results, outcome, designs, numbers);
    shares.worlds = worlds.size();
    if (worlds.size() < 2) return shares;
    const std::size_t replicates = results.replicates.size();
    const auto all = variance_components(worlds, designs.size(), replicates);
    shares.variance = std::accumulate(all.begin(), all.end(), 0.0);
    for (std::size_t part = 0; part < variance_parts; ++part) {
        if (replicates == 1 && part == static_cast<std::size_t>(VariancePart::luck)) continue;
        Interval& share = shares.share[part];
        share = jackknife(worlds.size(), groups_of_blocks(numbers, block), [&](const std::vector<std::size_t>& rows) {
            Values kept;
            for (const std::size_t row : rows) kept.push_back(worlds[row]);
            if (kept.size() < 2) return missing_value;
            return share_of(variance_components(kept, designs.size(), replicates), part);
        });
        share.low = std::max(0.0, share.low);
        share.high = std::min(1.0, share.high);
    }
    return shares;
}

}  // namespace leeway
