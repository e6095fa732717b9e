// What commands have in common that weigh designs against each other by one outcome.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/worth.hpp"
#include "cli/answer_options.hpp"

namespace leeway {

/// What the user typed after any of these commands.
struct WeighOptions : AnswerOptions {
    std::string metric = "net_benefit";
    std::optional<double> value_of_harm;  ///< of a harm of severity 1, in net benefit
    std::vector<std::string> designs;     ///< the choices; empty: all
};

/// The request that the options make of these results, or why the value of a harm cannot be changed in them.
std::variant<WorthRequest, std::string> worth_request(const WeighOptions& options, const Results& results);

}  // namespace leeway
