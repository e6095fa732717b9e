// Regimes of adaptation: an experiment may let firms or regulators learn, or not, or compare both, and then every
// design is run in every regime.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/problems.hpp"
#include "experiment/plan.hpp"
#include "experiment/toml_document.hpp"

namespace leeway {

/// The lists `adaptation.firms` and `adaptation.regulators` as the layers state them; an empty one means that the model
/// has a single value.
struct RegimeLists {
    std::vector<bool> firms, regulators;
};

/// Takes the lists out of a document, so that what stays of `adaptation` are single values. A later document wins.
void take_regimes(TomlDocument& document, RegimeLists& lists, Problems& problems);

/// Every regime of an experiment; a single one, that of the model, where nothing is a list.
std::vector<Adaptation> regimes_of(const RegimeLists& lists, const Adaptation& model);

/// The label of a design in one of several regimes: "cohort[adaptation.firms=false,adaptation.regulators=true]"; a
/// swept lever stands before: "cohort[sandbox.places=10,adaptation.firms=false,adaptation.regulators=true]".
std::string regime_label(const std::string& design, const Adaptation& regime);

/// The design points of an experiment: each design in each regime, side by side. With one regime labels stay plain.
std::vector<NamedDesign> cross_with_regimes(const std::vector<NamedDesign>& designs,
                                            const std::vector<Adaptation>& regimes);

/// For each of these points the one of design number `baseline` in the same regime.
std::vector<std::size_t> baseline_of_each(std::size_t designs, std::size_t regimes, std::size_t baseline);

/// The lists as the resolved configuration states them, each line under `prefix`; nothing where there is none.
std::string regimes_toml(const RegimeLists& lists, const std::string& prefix);

}  // namespace leeway
