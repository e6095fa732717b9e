// What a design does, in words built from its numbers: one template, so that every design is judged in the same words.
#pragma once

#include <span>
#include <string>

#include "analysis/contrasts.hpp"

namespace leeway {

/// What a sentence is about.
struct SentenceSubject {
    std::string design, baseline;               ///< labels
    std::string unit_noun;                      ///< what the spread is over: world or replicate
    std::span<const OutcomeContrast> outcomes;  ///< of the design
};

/// How uptake and harm differ from the baseline, with the range that holds nine of ten worlds and the number of worlds
/// in which the design does better, then trust and firms alive. For the baseline itself: its levels.
std::string describe_design(const SentenceSubject& subject);

}  // namespace leeway
