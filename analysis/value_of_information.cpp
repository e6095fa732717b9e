#include "analysis/value_of_information.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/information_sentences.hpp"
#include "analysis/jackknife.hpp"
#include "analysis/shuffle.hpp"
#include "analysis/smooth.hpp"
#include "analysis/worlds.hpp"

namespace leeway {
namespace {

/// What a regulator sees of a design while it runs.
std::vector<std::string> usual_findings() {
    return {"pilot_harm_seen_per_1000_user_months", "harm_detected", "uptake", "graduated", "suspended"};
}

/// One number per case that may tell what designs are worth there; NaN where there is none. Cases come in blocks, the
/// worlds.
struct Evidence {
    Eigen::VectorXd places;
    Eigen::MatrixXd worth;  ///< [case, choice]
    std::size_t block = 1;  ///< cases per world
};

/// Expectations given the evidence; the cases without it are expected to be like each other.
Eigen::MatrixXd expectations(const Eigen::VectorXd& places, const Eigen::MatrixXd& worth) {
    std::vector<Eigen::Index> known, unknown;
    for (Eigen::Index i = 0; i < places.size(); ++i) (std::isfinite(places(i)) ? known : unknown).push_back(i);
    Eigen::MatrixXd expected(worth.rows(), worth.cols());
    if (!unknown.empty())
        expected(unknown, Eigen::all).rowwise() = Eigen::RowVectorXd(worth(unknown, Eigen::all).colwise().mean());
    if (known.size() < 2) {
        if (!known.empty()) expected(known, Eigen::all) = worth(known, Eigen::all);
        return expected;
    }
    const Eigen::VectorXd at = places(known);
    expected(known, Eigen::all) = Smooth(at).fitted(worth(known, Eigen::all));
    return expected;
}

/// The gain from the first design onwards: differences carry the decision, and shared ups and downs cancel.
double gain_of(const Eigen::VectorXd& places, const Eigen::MatrixXd& worth) {
    const Eigen::MatrixXd differences = worth.colwise() - worth.col(0);
    return gain_of_knowing(expectations(places, differences));
}

/// Rows of the worlds that are kept.
std::vector<Eigen::Index> rows_of(const std::vector<std::size_t>& worlds, std::size_t block) {
    std::vector<Eigen::Index> rows;
    for (const std::size_t world : worlds) {
        for (std::size_t i = 0; i < block; ++i) rows.push_back(static_cast<Eigen::Index>(world * block + i));
    }
    return rows;
}

InformationPiece value_of(const Evidence& evidence, std::size_t shuffles, const Draws& draws) {
    const std::size_t worlds = static_cast<std::size_t>(evidence.places.size()) / evidence.block;
    InformationPiece piece;
    piece.value = jackknife(worlds, spread_groups(worlds), [&](const std::vector<std::size_t>& kept) {
        const std::vector<Eigen::Index> rows = rows_of(kept, evidence.block);
        return gain_of(evidence.places(rows), evidence.worth(rows, Eigen::all));
    });
    piece.value.low = std::max(0.0, piece.value.low);
    std::size_t as_much = 1;
    for (std::size_t round = 0; round < shuffles; ++round) {
        const std::vector<Eigen::Index> rows = rows_of(shuffled(worlds, draws, round), evidence.block);
        const double gain = gain_of(evidence.places(rows), evidence.worth);
        piece.by_luck += gain / static_cast<double>(shuffles);
        as_much += gain >= piece.value.mean;
    }
    piece.chance = static_cast<double>(as_much) / static_cast<double>(shuffles + 1);
    return piece;
}

Draws draws_for(const Results& results, const std::string& name) {
    return Draws(run_key(static_cast<std::uint64_t>(results.provenance.seed), 0, 0), "value of information")
        .named(name);
}

template <class Piece>
void put_most_valuable_first(std::vector<Piece>& pieces) {
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Piece& a, const Piece& b) { return a.piece.value.mean > b.piece.value.mean; });
}

void add_parameters(const Results& results, const InformationRequest& request, InformationValue& answer) {
    const std::size_t count = results.parameters.size();
    for (std::size_t p = 0; p < count; ++p) {
        Evidence evidence{Eigen::VectorXd(answer.worth.mean.rows()), answer.worth.mean, 1};
        for (std::size_t i = 0; i < answer.worth.worlds.size(); ++i)
            evidence.places(static_cast<Eigen::Index>(i)) = results.world_parameter[answer.worth.worlds[i] * count + p];
        const bool differs = evidence.places.maxCoeff() > evidence.places.minCoeff();
        if (!evidence.places.allFinite() || !differs) continue;
        answer.parameters.push_back(
            {p, value_of(evidence, request.shuffles, draws_for(results, results.parameters[p]))});
    }
    put_most_valuable_first(answer.parameters);
}

/// What designs are worth in each world, by the other replicates than the one whose finding is read, so that the luck
/// of a pilot does not tell the luck of what follows. With one replicate that cannot be had.
Eigen::MatrixXd worth_beside(const Worth& worth, std::size_t replicate) {
    const auto is_complete = [&](std::size_t r, Eigen::Index w) { return std::isfinite(worth.replicates[r](w, 0)); };
    Eigen::MatrixXd beside = worth.mean;
    for (Eigen::Index w = 0; w < beside.rows(); ++w) {
        double count = 0;
        for (std::size_t r = 0; r < worth.replicates.size(); ++r) count += is_complete(r, w);
        if (count < 2 || !is_complete(replicate, w)) continue;
        beside.row(w) = (count * worth.mean.row(w) - worth.replicates[replicate].row(w)) / (count - 1);
    }
    return beside;
}

Evidence evidence_of_pilot(const Results& results, const Worth& worth, std::size_t design,
                           const OutcomeArray& finding) {
    const std::size_t replicates = results.replicates.size(), worlds = worth.worlds.size();
    Evidence evidence{Eigen::VectorXd(static_cast<Eigen::Index>(worlds * replicates)),
                      Eigen::MatrixXd(static_cast<Eigen::Index>(worlds * replicates), worth.mean.cols()), replicates};
    for (std::size_t r = 0; r < replicates; ++r) {
        const Eigen::MatrixXd beside = worth_beside(worth, r);
        for (std::size_t w = 0; w < worlds; ++w) {
            const auto row = static_cast<Eigen::Index>(w * replicates + r);
            evidence.places(row) = run_value(results, finding, design, worth.worlds[w], r);
            evidence.worth.row(row) = beside.row(static_cast<Eigen::Index>(w));
        }
    }
    return evidence;
}

/// A finding that is missing in most runs, or the same in all, tells nothing.
std::size_t telling_runs(const Eigen::VectorXd& places) {
    std::size_t known = 0;
    double low = INFINITY, high = -INFINITY;
    for (const double place : places) {
        if (!std::isfinite(place)) continue;
        ++known;
        low = std::min(low, place);
        high = std::max(high, place);
    }
    return high > low && 2 * known > static_cast<std::size_t>(places.size()) ? known : 0;
}

void add_pilots(const Results& results, const InformationRequest& request, InformationValue& answer) {
    const std::vector<std::string> findings = request.findings.empty() ? usual_findings() : request.findings;
    for (const std::size_t design : answer.worth.designs) {
        for (const std::string& name : findings) {
            const OutcomeArray* finding = find_outcome(results.outcomes, name);
            if (finding == nullptr) continue;
            const Evidence evidence = evidence_of_pilot(results, answer.worth, design, *finding);
            const std::size_t runs = telling_runs(evidence.places);
            if (runs == 0) continue;
            const Draws draws = draws_for(results, results.designs[design]).named(name);
            answer.pilots.push_back({design, name, value_of(evidence, request.shuffles, draws), runs});
        }
    }
    put_most_valuable_first(answer.pilots);
}

void add_prices(const Results& results, InformationValue& answer) {
    const Eigen::RowVectorXd means = answer.worth.mean.colwise().mean();
    const OutcomeArray* error = find_outcome(results.outcomes, "belief_error");
    for (std::size_t choice = 0; choice < answer.worth.designs.size(); ++choice) {
        PilotPrice price{answer.worth.designs[choice], means.maxCoeff() - means(static_cast<Eigen::Index>(choice)),
                         missing_value};
        if (error != nullptr) price.belief_error = finite_mean(unit_values(results, *error, price.design));
        answer.prices.push_back(price);
    }
}

std::optional<std::string> problem_of_information(const Results& results, const std::vector<std::string>& findings) {
    for (const std::string& name : findings) {
        const auto outcome = stored_outcome(results, name);
        if (const auto* problem = std::get_if<std::string>(&outcome)) return *problem;
    }
    return std::nullopt;
}

}  // namespace

double gain_of_knowing(const Eigen::MatrixXd& expected) {
    return std::max(0.0, expected.rowwise().maxCoeff().mean() - expected.colwise().mean().maxCoeff());
}

std::variant<InformationValue, std::string> value_of_information(const Results& results,
                                                                 const InformationRequest& request) {
    auto worth = worth_of_designs(results, request.worth);
    if (const auto* problem = std::get_if<std::string>(&worth)) return *problem;
    if (const auto problem = problem_of_information(results, request.findings)) return *problem;
    InformationValue answer;
    answer.worth = std::get<Worth>(std::move(worth));
    answer.best = best_on_average(answer.worth);
    answer.now = answer.worth.sign * answer.worth.mean.colwise().mean().maxCoeff();
    answer.perfect_at_most = gain_of_knowing(answer.worth.mean);
    const double judged = judged_best(answer.worth);
    if (std::isfinite(judged)) answer.perfect_at_least = std::max(0.0, judged - judged_means(answer.worth).maxCoeff());
    add_parameters(results, request, answer);
    add_pilots(results, request, answer);
    add_prices(results, answer);
    answer.sentences = information_sentences(results, answer);
    answer.limits = limits_of_information(results, answer);
    return answer;
}

}  // namespace leeway
