// What all harms of one service have in common this month: its rate, who watches, and what might have blocked them.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "rules/harm.hpp"

namespace leeway {

struct Source {
    std::uint32_t product;
    double rate = 0;                  ///< harms per active user-month at a vulnerability of 1
    double monitoring = 0;            ///< share that supervision sees
    bool surveilled = false;          ///< on the market, after its test
    double most_severe = INFINITY;    ///< by the cap on what a user can lose
    std::vector<double> cause_until;  ///< see cause_thresholds
};

Source source_of(const Harm& rule, World& world, const Design& design, std::uint32_t p);

}  // namespace leeway
