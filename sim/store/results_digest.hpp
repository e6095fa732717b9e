// A digest of everything that a results file holds, by which a reader knows that it reads what was written.
#pragma once

#include <cstdint>
#include <string>

#include "core/results.hpp"
#include "store/results_layout.hpp"

namespace leeway {

/// The digest under way: outcome arrays are added one by one, in the order of the file.
class ContentDigest {
  public:
    /// Begins with what stands before the outcomes; `results` must live on.
    explicit ContentDigest(const Results& results);
    void add(const OutcomeKind& kind, const OutcomeArray& array);
    /// 16 hexadecimal digits, after what stands behind the outcomes.
    std::string text() const;

  private:
    const Results& results_;
    std::uint64_t state_;
};

/// 16 hexadecimal digits over all members of `results`, as they are stored (monthly series in single precision,
/// outcomes of a world once). Any one changed value gives another digest; it guards against damage, not against
/// forgery. Not to be confused with `results_hash`, which covers outcomes only and does not depend on the order of
/// designs.
std::string content_digest(const Results& results);

}  // namespace leeway
