// The table [vary] as the layers of a configuration state it: lists of values, by the dotted names of levers.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/problems.hpp"
#include "experiment/toml_document.hpp"

namespace leeway {

/// A lever with the values that it takes.
struct SweptLever {
    std::string name;
    TomlDocument document;  ///< where it stands; its table holds the list, under the key "values"

    const toml::array& values() const { return *document.table.get("values")->as_array(); }
    Place place() const { return document.place(values()); }
};

/// The swept levers, sorted by name; a single combination of none where nothing is swept.
struct Sweep {
    std::vector<SweptLever> levers;

    /// The product of the numbers of values; a floating-point number, because it may be beyond counting.
    double combinations() const;

    /// The value of lever number `lever` in combination number `combination`; the last lever changes fastest.
    const toml::node& value(std::size_t combination, std::size_t lever) const;
};

/// Takes [vary], and settings of the command line such as vary.sandbox.places=[5,10], out of a document. A later
/// document's list of a lever replaces an earlier one's.
void take_sweep(TomlDocument& document, Sweep& sweep, Problems& problems);

}  // namespace leeway
