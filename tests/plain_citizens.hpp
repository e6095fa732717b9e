// Adoption once more, as anybody would write it: a loop over all citizens every month, a clock for every service on
// offer, a loop over the neighbours of whoever starts or stops. The model's own engine passes over citizens, works in
// vector instructions and on several threads, and must give the same bits.
#pragma once

#include <tuple>

#include "rules/model.hpp"

namespace leeway {

struct PlainAdopt : Adopt {
    void operator()(World& world, const Levers& levers, const Draws& draws) const;
};

/// The month with plain adoption in the place of the model's.
using PlainMonth = std::tuple<Enter, ChooseRoute, Regulate, Launch, PlainAdopt, Harm, React, Learn, Finance, MakeRules>;

/// The same parameters for the plain month.
PlainMonth plain_month(const Month& month);

}  // namespace leeway
