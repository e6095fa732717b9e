// `replicates` is a number or the table {until = ...}; fields know one kind of value each, so the table is read as a
// group of its own, `replicates.until`.
#pragma once

#include "core/problems.hpp"
#include "experiment/experiment.hpp"
#include "experiment/toml_document.hpp"

namespace leeway {

/// Moves the table under the key `replicates.until`, where the fields of `Until` find it. What else stands in the
/// table, or a table without `until`, is a problem.
void set_until_apart(TomlDocument& document, Problems& problems);

/// Whether the document gives a number of replicates, which overrules an earlier `until`.
bool gives_replicates(TomlDocument& document);

/// A setting of `until` without a metric says nothing; notes it where it stands.
void check_until_is_whole(const Until& until, const Places& places, Problems& problems);

}  // namespace leeway
