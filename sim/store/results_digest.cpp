// The digest folds 64-bit words: each step is a bijection of the state, so one changed word can never cancel out.
#include "store/results_digest.hpp"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <span>

#include "store/results_layout.hpp"

namespace leeway {
namespace {

/// The running digest (the constants are those of FNV-1a, the rotation spreads high bits down).
class Digest {
  public:
    Digest() = default;
    explicit Digest(std::uint64_t state) : state_(state) {}
    void add(std::uint64_t word) { state_ = std::rotl(state_ ^ word, 29) * 0x100000001b3ULL; }
    void add(std::int64_t number) { add(std::bit_cast<std::uint64_t>(number)); }
    void add(std::int8_t number) { add(std::int64_t{number}); }
    void add(RunStatus status) { add(static_cast<std::int64_t>(status)); }
    void add(double number) { add(std::bit_cast<std::uint64_t>(std::isnan(number) ? missing_value : number)); }
    void add(const std::string& text) {
        add(std::uint64_t{text.size()});
        for (std::size_t start = 0; start < text.size(); start += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + start, std::min(sizeof word, text.size() - start));
            add(word);
        }
    }
    template <class Value>
    void add(const std::vector<Value>& values) {
        add(std::uint64_t{values.size()});
        for (const Value& value : values) add(value);
    }
    std::uint64_t value() const { return state_; }

  private:
    std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

void add_single_precision(Digest& digest, const std::vector<double>& values) {
    digest.add(std::uint64_t{values.size()});
    for (const double value : values) digest.add(static_cast<double>(static_cast<float>(value)));
}

void add_outcome(Digest& digest, const Results& results, const OutcomeKind& kind, const OutcomeArray& array) {
    digest.add(array.name);
    if (kind.dimension.empty() && is_per_world(array.name)) {
        digest.add(collapse_replicates(array.values, results.replicates.size()));
    } else if (kind.single_precision) {
        add_single_precision(digest, array.values);
    } else {
        digest.add(array.values);
    }
}

/// What is optional and not there leaves no trace, so that files from before it was introduced keep their digest.
template <class Row, class Values>
void add_row(Digest& digest, const Row& row, const Values& values) {
    if (!row.optional || !values.empty()) digest.add(values);
}

void add_tables(Digest& digest, const Results& results) {
    for (const auto& coordinate : text_coordinates) add_row(digest, coordinate, results.*coordinate.labels);
    for (const auto& coordinate : number_coordinates) add_row(digest, coordinate, results.*coordinate.labels);
    for (const auto& column : text_columns) add_row(digest, column, texts_of(results, column));
    for (const auto& column : number_columns) add_row(digest, column, results.*column.values);
    for (const auto& column : index_columns) add_row(digest, column, results.*column.values);
    for (const auto& coordinate : share_coordinates) add_row(digest, coordinate, results.*coordinate.labels);
    for (const auto& column : flag_columns) add_row(digest, column, results.*column.values);
    for (const SeriesQuantiles& series : results.quantiles_by_month) {
        digest.add(series.name);
        add_single_precision(digest, series.values);
    }
}

void add_levers(Digest& digest, const Results& results) {
    for (const LeverColumn& lever : results.levers) {
        digest.add(lever.name);
        digest.add(lever.unit);
        digest.add(lever.meaning);
        std::visit([&digest](const auto& values) { digest.add(values); }, lever.values);
    }
    digest.add(results.lever_bound);
}

}  // namespace

ContentDigest::ContentDigest(const Results& results) : results_(results) {
    Digest digest;
    add_tables(digest, results);
    state_ = digest.value();
}

void ContentDigest::add(const OutcomeKind& kind, const OutcomeArray& array) {
    Digest digest(state_);
    add_outcome(digest, results_, kind, array);
    state_ = digest.value();
}

std::string ContentDigest::text() const {
    Digest digest(state_);
    add_levers(digest, results_);
    digest.add(results_.status);
    for (const auto& attribute : results_attributes) digest.add(results_.*attribute.text);
    if (!results_.precision.empty()) digest.add(results_.precision);
    for (const auto& attribute : provenance_attributes) digest.add(results_.provenance.*attribute.text);
    digest.add(results_.provenance.seed);
    digest.add(results_.population);
    digest.add(results_.agents);
    return fmt::format("{:016x}", digest.value());
}

std::string content_digest(const Results& results) {
    ContentDigest digest(results);
    for (const OutcomeKind& kind : outcome_kinds) {
        for (const OutcomeArray& array : results.*kind.arrays) digest.add(kind, array);
    }
    return digest.text();
}

}  // namespace leeway
