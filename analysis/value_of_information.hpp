// What is it worth to know more before deciding? The expected value of perfect information (EVPI) on everything that
// differs between worlds, and of one parameter (EVPPI), by regression of what designs are worth on the parameter
// (Strong, Oakley and Brennan 2014, Med. Decis. Making 34); and of what a design itself would show (EVSI, the same
// regression on simulated findings: Strong, Oakley, Brennan and Breeze 2015, Med. Decis. Making 35).
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "analysis/interval.hpp"
#include "analysis/worth.hpp"

namespace leeway {

/// What is asked.
struct InformationRequest {
    WorthRequest worth;
    std::vector<std::string> findings;  ///< outcomes that a pilot would show; empty: those that a regulator sees
    std::size_t shuffles = 99;
};

/// The value of a piece of information, in the unit of the outcome.
struct InformationPiece {
    Interval value;      ///< never below 0
    double by_luck = 0;  ///< what the same method finds on average in shuffled worlds, where there is nothing
    double chance = 1;   ///< share of shuffles, these worlds among them, that give as much
};

/// Of one uncertain parameter.
struct ParameterInformation {
    std::size_t parameter = 0;  ///< index into results.parameters
    InformationPiece piece;
};

/// Of one finding of a design that is run first, everywhere and to the end: what deciding after it is worth, whatever
/// it costs.
struct PilotInformation {
    std::size_t design = 0;  ///< index into results.designs
    std::string finding;     ///< an outcome
    InformationPiece piece;
    std::size_t runs = 0;  ///< in which it was found
};

/// What running a design in the place of the best one costs, and how much of it its best finding pays for.
struct PilotPrice {
    std::size_t design = 0;  ///< index into results.designs
    double price = 0;
    double belief_error = missing_value;  ///< of the regulator at the end, mean; NaN if not stored
};

/// The answer.
struct InformationValue {
    Worth worth;
    std::size_t best = 0;  ///< index into worth.designs: chosen with what is known now
    double now = 0;        ///< its mean, in the outcome's unit
    double perfect_at_most = 0, perfect_at_least = missing_value;  ///< EVPI; luck makes the first too large and the
                                                                   ///< second too small (NaN with one replicate)
    std::vector<ParameterInformation> parameters;                  ///< the most valuable first
    std::vector<PilotInformation> pilots;                          ///< likewise
    std::vector<PilotPrice> prices;                                ///< of the designs of `pilots`
    std::vector<std::string> sentences, limits;
};

std::variant<InformationValue, std::string> value_of_information(const Results& results,
                                                                 const InformationRequest& request);

/// What deciding by these expectations [case, choice] gains over deciding now: mean of the best less best of the means.
double gain_of_knowing(const Eigen::MatrixXd& expected);

}  // namespace leeway
