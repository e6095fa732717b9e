// Formulas of outcomes, such as "admitted / applications": what a study measured is seldom one outcome by itself.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace leeway {

/// A formula in postfix order.
struct Formula {
    struct Number {
        double value;
    };
    struct Outcome {
        std::size_t index;  ///< into `outcomes`
    };
    struct Months {};
    struct Operator {
        char sign;
    };
    using Step = std::variant<Number, Outcome, Months, Operator>;

    std::vector<Step> steps;
    std::vector<std::string> outcomes;  ///< the names in it, each once
};

/// Reads a formula of outcomes that each run has, numbers and `months` (those of the experiment) with + - * / and
/// parentheses. The text says what is wrong with it.
std::variant<Formula, std::string> read_formula(std::string_view text);

/// The value in a run whose outcomes are `values`, parallel to `outcomes`. NaN where an outcome is missing or something
/// is divided by 0.
double evaluate(const Formula& formula, std::span<const double> values, double months);

}  // namespace leeway
