// Made-up results of an experiment whose answers are known: every outcome is a function of its design, world, replicate
// and month, so that tests of the analysis can say what must come out.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "core/results.hpp"

namespace leeway::synthetic {

/// A number in (0, 1) that depends on its place only.
inline double noise(std::uint64_t place) {
    std::uint64_t x = place * 0x9E3779B97F4A7C15ULL + 0x2545F4914F6CDD1DULL;
    for (const int shift : {30, 27, 31}) x = (x ^ (x >> shift)) * 0xBF58476D1CE4E5B9ULL;
    return (static_cast<double>(x >> 11) + 0.5) / 9007199254740992.0;
}

/// A standard normal number that depends on its place only (Box and Muller 1958).
inline double normal(std::uint64_t place) {
    return std::sqrt(-2 * std::log(noise(2 * place))) * std::cos(6.283185307179586 * noise(2 * place + 1));
}

struct Size {
    std::size_t designs = 5, worlds = 24, replicates = 6, months = 73, warm_up = 12;
};

/// What a design adds to the level of the baseline, apart from noise that all designs share.
struct Effect {
    std::string name, text;
    double uptake, harm, trust, alive;
};

inline std::vector<Effect> effects() {
    return {{"status-quo", "The law as it is, no sandbox", 0, 0, 0, 0},
            {"cohort", "Two cohorts a year with capped pilots", 0.03, 0.4, 0.015, 0.04},
            {"precautionary", "Full compliance before launch", -0.05, -0.9, 0.01, -0.07},
            {"permissive", "No rules before launch, liability after", 0.07, 3.2, -0.06, 0.06},
            {"waiver-only", "Rules lifted for whoever asks", 0.001, 1.1, -0.02, 0.001}};
}

/// World `w`'s place on each of two uncertain parameters: a Latin hypercube of strata.
inline double place(std::size_t world, std::size_t parameter, std::size_t worlds) {
    const std::size_t stratum = parameter == 0 ? world : (7 * world + 3) % worlds;
    return (static_cast<double>(stratum) + noise(1000 * world + parameter)) / static_cast<double>(worlds);
}

inline void add_labels(Results& results, const Size& size) {
    for (std::size_t d = 0; d < size.designs; ++d) {
        results.designs.push_back(effects()[d].name);
        results.design_texts.push_back(effects()[d].text);
        results.design_base.push_back(effects()[d].name);
        results.baseline_of.push_back(0);
    }
    results.baseline = "status-quo";
    for (std::size_t w = 0; w < size.worlds; ++w) results.worlds.push_back(static_cast<std::int64_t>(w));
    for (std::size_t r = 0; r < size.replicates; ++r) results.replicates.push_back(static_cast<std::int64_t>(r));
    for (std::size_t m = 0; m < size.months + size.warm_up; ++m) {
        results.months.push_back(static_cast<std::int64_t>(m) - static_cast<std::int64_t>(size.warm_up));
    }
    results.segments = {"young and digital", "middle", "older", "low resilience"};
    results.segment_shares = {0.27, 0.38, 0.19, 0.16};
    results.sectors = {"payments", "credit"};
    results.regulators = {"authority"};
    results.scenario = "made-up";
    results.sampling = size.worlds == 1 ? "point" : "latin-hypercube";
    results.population = 67e6;
    results.agents = 20000;
    results.parameters = {"harm.rate", "citizens.imitation"};
    results.parameter_units = {"harm per user-month", "per year"};
    results.parameter_sources = {"assumed", "Sultan, Farley & Lehmann 1990"};
    for (std::size_t w = 0; w < size.worlds; ++w) {
        results.world_parameter.push_back(0.001 + 0.02 * place(w, 0, size.worlds));
        results.world_parameter.push_back(0.2 + 0.3 * place(w, 1, size.worlds));
    }
}

/// One outcome of all runs: `value(design, world, replicate, inner)`.
template <class Value>
OutcomeArray outcome(const Results& results, const std::string& name, std::size_t inner, Value value) {
    OutcomeArray array{name, inner, {}};
    for (std::size_t d = 0; d < results.designs.size(); ++d) {
        for (std::size_t w = 0; w < results.worlds.size(); ++w) {
            for (std::size_t r = 0; r < results.replicates.size(); ++r) {
                for (std::size_t i = 0; i < inner; ++i) array.values.push_back(value(d, w, r, i));
            }
        }
    }
    return array;
}

/// A level that all designs share in a world and replicate, an effect that grows with the world's first parameter, and
/// a little luck of the design's own.
struct Level {
    const Results& results;
    double base, by_world, luck;
    double Effect::*effect;
    std::uint64_t stream;

    double operator()(std::size_t d, std::size_t w, std::size_t r) const {
        const std::size_t worlds = results.worlds.size();
        const double world = place(w, 0, worlds) + place(w, 1, worlds) - 1;
        const double shared = base + by_world * world + luck * normal(stream + 100 * w + r);
        const double strength = 0.4 + 1.2 * place(w, 0, worlds);
        const double own = d == 0 ? 0 : 0.4 * luck * normal(stream + 100000 * (d + 1) + 100 * w + r);
        return shared + effects()[d].*effect * strength + own;
    }
};

inline void add_outcomes(Results& results) {
    const Level uptake{results, 0.23, 0.10, 0.006, &Effect::uptake, 1},
        harm{results, 3.0, 2.4, 0.25, &Effect::harm, 20000000};
    const Level trust{results, 0.55, 0.05, 0.01, &Effect::trust, 40000000},
        alive{results, 0.31, 0.05, 0.02, &Effect::alive, 60000000};
    const auto flat = [](const Level& level) {
        return [level](auto d, auto w, auto r, std::size_t) { return level(d, w, r); };
    };
    results.outcomes = {outcome(results, "uptake", 1, flat(uptake)),
                        outcome(results, "services_launched", 1,
                                [&](auto d, auto w, auto r, std::size_t) { return std::floor(400 * alive(d, w, r)); }),
                        outcome(results, "harm_per_1000_citizen_years", 1, flat(harm)),
                        outcome(results, "firms_alive_per_idea_36", 1, flat(alive)),
                        outcome(results, "trust_mean", 1, flat(trust)),
                        outcome(results, "admitted", 1,
                                [](auto d, auto, auto r, std::size_t) { return static_cast<double>(d * 20 + r); })};
    const double tilt[] = {0.5, 0.1, -0.2, -0.3};
    results.by_segment = {
        outcome(results, "uptake", 4,
                [&](auto d, auto w, auto r, std::size_t s) { return uptake(d, w, r) * (1 + tilt[s]); }),
        outcome(results, "harm_per_1000_citizen_years", 4,
                [&](auto d, auto w, auto r, std::size_t s) { return harm(d, w, r) * (1 - 1.5 * tilt[s]); })};
}

inline void add_series(Results& results, const Size& size) {
    const auto& uptake = results.outcomes[0];
    const auto& harm = results.outcomes[2];
    const auto& trust = results.outcomes[4];
    const auto growth = [&results](std::size_t i) {
        return 1 / (1 + std::exp(-(static_cast<double>(results.months[i]) - 20) / 12));
    };
    const auto of = [&results](const OutcomeArray& array, auto d, auto w, auto r) {
        return array.values[results.run_index(d, w, r)];
    };
    const auto from_zero = [&](const OutcomeArray& array, auto d, auto w, auto r, std::size_t i) {
        return of(array, results.months[i] < 0 ? 0 : d, w, r) * growth(i);
    };
    const std::size_t months = size.months + size.warm_up;
    results.by_month = {outcome(results, "uptake", months,
                                [&](auto d, auto w, auto r, std::size_t i) { return from_zero(uptake, d, w, r, i); }),
                        outcome(results, "harm_per_1000_citizen_years", months,
                                [&](auto d, auto w, auto r, std::size_t i) { return from_zero(harm, d, w, r, i); }),
                        outcome(results, "trust_mean", months,
                                [&](auto d, auto w, auto r, std::size_t i) {
                                    return 0.6 + (from_zero(trust, d, w, r, i) - 0.6 * growth(i));
                                }),
                        outcome(results, "firms_alive", months, [&](auto d, auto w, auto r, std::size_t i) {
                            return 40 + 20 * static_cast<double>(d) * growth(i) +
                                   3 * normal(500000 * d + 1000 * w + 100 * r + i % 3);
                        })};
}

/// The experiment; its luck is a function of place, so that it is the same everywhere.
inline Results results(const Size& size = {}) {
    Results made;
    add_labels(made, size);
    made.status.assign(made.runs(), RunStatus::done);
    made.failure.assign(made.runs(), "");
    add_outcomes(made);
    add_series(made, size);
    std::vector<double> places{0, 24, 0, 0, 100};
    std::vector<std::string> rules{"none", "bayesian", "none", "none", "fixed-term"};
    std::vector<std::int8_t> authorisation{1, 1, 1, 0, 1};
    places.resize(size.designs);
    rules.resize(size.designs);
    authorisation.resize(size.designs);
    made.levers = {{"sandbox.places", "count", "firms tested at once", places},
                   {"gate.rule", "", "how a test is judged", rules},
                   {"rulebook.authorisation_required", "", "whether a launch needs authorisation", authorisation}};
    made.lever_bound.assign(made.designs.size() * made.levers.size(), 1);
    if (size.designs > 4) made.lever_bound[4 * made.levers.size()] = 0;
    made.provenance = {"Five ways to let new services in: what is gained, who is harmed?",
                       "leeway 0.1.0 (0123456789ab)",
                       "GNU 12.2.0",
                       "2026-01-01T00:00:00Z",
                       "title = \"made-up\"\nseed = 7\n",
                       "c0ffee",
                       "leeway run made-up.toml",
                       "0123456789abcdef",
                       7};
    return made;
}

}  // namespace leeway::synthetic
