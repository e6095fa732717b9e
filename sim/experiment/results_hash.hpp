// The digest by which results are quoted and compared.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/results.hpp"
#include "experiment/digest.hpp"

namespace leeway {

/// SHA-256 over the outcomes of all runs, taken over designs sorted by name; nothing that varies by machine, moment or
/// order of designs enters it. Arrays are added one by one, in the order in which results hold them.
class ResultsHash {
  public:
    explicit ResultsHash(const Results& results);
    void add(const OutcomeArray& array);
    std::string text() const { return digest_.text(); }

  private:
    std::vector<std::size_t> order_;  ///< of designs
    Sha256 digest_;
};

}  // namespace leeway
