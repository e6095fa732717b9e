#include "experiment/series_quantiles.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace leeway {
namespace {

constexpr int dropped_bits = 52 - 8;  // of the mantissa; 8 bits divide each octave into 256 bins

/// Bins in the order of the numbers in them; negative numbers mirror positive ones.
std::int32_t bin_of(double number) {
    const auto size = static_cast<std::int32_t>(std::bit_cast<std::uint64_t>(std::abs(number)) >> dropped_bits);
    return number < 0 ? -size : size;
}

double lower_end(std::int32_t bin) { return std::bit_cast<double>(static_cast<std::uint64_t>(bin) << dropped_bits); }

/// The bin around 0 holds nothing else that matters.
double middle_of(std::int32_t bin) {
    if (bin == 0) return 0;
    const std::int32_t size = std::abs(bin);
    const double middle = (lower_end(size) + lower_end(size + 1)) / 2;
    return bin < 0 ? -middle : middle;
}

}  // namespace

void Histogram::add(double number) {
    if (std::isfinite(number)) add(bin_of(number), 1);
}

void Histogram::add(std::int32_t bin, std::uint32_t times) {
    const auto at = std::lower_bound(bins_.begin(), bins_.end(), bin,
                                     [](const auto& entry, std::int32_t wanted) { return entry.first < wanted; });
    if (at != bins_.end() && at->first == bin)
        at->second += times;
    else
        bins_.insert(at, {bin, times});
}

void Histogram::merge(const Histogram& other) {
    for (const auto& [bin, times] : other.bins_) add(bin, times);
}

std::uint64_t Histogram::count() const {
    std::uint64_t sum = 0;
    for (const auto& [bin, times] : bins_) sum += times;
    return sum;
}

double Histogram::quantile(double share) const {
    const double rank = std::max(1.0, std::ceil(share * static_cast<double>(count())));
    double below = 0;
    for (const auto& [bin, times] : bins_) {
        below += times;
        if (below >= rank) return middle_of(bin);
    }
    return missing_value;
}

SeriesSummary::SeriesSummary(std::vector<std::string> series, std::size_t designs, std::size_t months)
    : series_(std::move(series)), designs_(designs), months_(months), counts_(series_.size() * designs * months) {}

void SeriesSummary::add(std::size_t design, std::size_t series, std::span<const double> months) {
    const std::size_t first = (series * designs_ + design) * months_;
    for (std::size_t month = 0; month < months_; ++month) counts_[first + month].add(months[month]);
}

void SeriesSummary::merge(const SeriesSummary& other) {
    for (std::size_t cell = 0; cell < counts_.size(); ++cell) counts_[cell].merge(other.counts_[cell]);
}

std::vector<SeriesQuantiles> SeriesSummary::quantiles(const std::vector<double>& shares) const {
    std::vector<SeriesQuantiles> all;
    for (std::size_t series = 0; series < series_.size(); ++series) {
        SeriesQuantiles answer{series_[series], {}};
        for (std::size_t design = 0; design < designs_; ++design) {
            for (const double share : shares) {
                const std::size_t first = (series * designs_ + design) * months_;
                for (std::size_t month = 0; month < months_; ++month)
                    answer.values.push_back(counts_[first + month].quantile(share));
            }
        }
        all.push_back(std::move(answer));
    }
    return all;
}

}  // namespace leeway
