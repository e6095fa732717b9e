// What stands where in a results file, as tables that the writer, the reader and the digest all follow: a row added
// here is written, read back and protected.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/results.hpp"

namespace leeway {

/// Raised when files of an older version can no longer be read.
inline constexpr std::int64_t results_format = 1;

/// The attribute by which a variable says which table below it belongs to.
inline constexpr const char* role_attribute = "role";
inline constexpr std::string_view lever_role = "lever";

/// A labelled axis: texts, or whole numbers. An optional one was introduced later: where it has no labels, it
/// leaves no trace.
template <class Label>
struct Coordinate {
    const char* name;
    std::vector<Label> Results::*labels;
    const char *unit, *long_name;
    bool optional = false;
};

inline constexpr std::array text_coordinates{
    Coordinate<std::string>{"design", &Results::designs, "", "design point: a set of levers"},
    Coordinate<std::string>{"segment", &Results::segments, "", "segment of citizens"},
    Coordinate<std::string>{"sector", &Results::sectors, "", "sector of services"},
    Coordinate<std::string>{"regulator", &Results::regulators, "", "regulator"},
    Coordinate<std::string>{"jurisdiction", &Results::jurisdictions, "", "jurisdiction; the governed one first", true},
    Coordinate<std::string>{"parameter", &Results::parameters, "", "uncertain parameter, by its dotted name"},
};
inline constexpr std::array number_coordinates{
    Coordinate<std::int64_t>{"world", &Results::worlds, "", "world: one sample of the uncertain parameters"},
    Coordinate<std::int64_t>{"replicate", &Results::replicates, "", "replicate: one draw of luck within a world"},
    Coordinate<std::int64_t>{"month", &Results::months, "month", "month of the run; the warm-up is negative"},
};

inline constexpr std::array share_coordinates{
    Coordinate<double>{"quantile", &Results::quantiles, "1", "share of the runs of a design that lie below", true},
};

/// A variable that stands under its own name; it has up to three dimensions, the rest are empty names.
template <class Value>
struct Column {
    const char* name;
    std::vector<Value> Results::*values;
    std::array<std::string_view, 3> dimensions;
    const char *unit, *long_name;
    bool optional = false;  ///< introduced later: where it has no values, it leaves no trace
};

inline constexpr std::array text_columns{
    Column<std::string>{"design_text", &Results::design_texts, {"design"}, "", "what the design stands for"},
    Column<std::string>{"design_base", &Results::design_base, {"design"}, "", "the design without its regime", true},
    Column<std::string>{"parameter_unit", &Results::parameter_units, {"parameter"}, "", "unit of the parameter"},
    Column<std::string>{"parameter_source", &Results::parameter_sources, {"parameter"}, "", "source of the range"},
    Column<std::string>{
        "failure", &Results::failure, {"design", "world", "replicate"}, "", "why the run failed; empty if it did not"},
};
inline constexpr std::array number_columns{
    Column<double>{"segment_share", &Results::segment_shares, {"segment"}, "1", "share of the population"},
    Column<double>{"world_parameter",
                   &Results::world_parameter,
                   {"world", "parameter"},
                   "see parameter_unit",
                   "value of each uncertain parameter in each world"},
    Column<double>{"half_width",
                   &Results::half_width,
                   {"design"},
                   "",
                   "half-width of the interval of the mean contrast, in the unit of the outcome that was asked for",
                   true},
};
inline constexpr std::array flag_columns{
    Column<std::int64_t>{"is_best", &Results::is_best, {"design"}, "", "1: named the best of its regime, 0: not", true},
};
inline constexpr std::array index_columns{
    Column<std::size_t>{"baseline_of",
                        &Results::baseline_of,
                        {"design"},
                        "",
                        "index of the design that each is set against: the baseline in the same regime",
                        true},
};

/// A kind of outcome: how its names end, and the dimension that follows [design, world, replicate].
struct OutcomeKind {
    std::string_view role, suffix, dimension;
    std::vector<OutcomeArray> Results::*arrays;
    bool single_precision;
};

inline constexpr std::array outcome_kinds{
    OutcomeKind{"outcome", "", "", &Results::outcomes, false},
    OutcomeKind{"outcome by segment", "_by_segment", "segment", &Results::by_segment, false},
    OutcomeKind{"outcome by sector", "_by_sector", "sector", &Results::by_sector, false},
    OutcomeKind{"outcome by jurisdiction", "_by_jurisdiction", "jurisdiction", &Results::by_jurisdiction, false},
    OutcomeKind{"outcome by month", "_by_month", "month", &Results::by_month, true},
};

/// Monthly series as quantiles over runs: [design, quantile, month], in single precision.
inline constexpr std::string_view quantiles_role = "quantiles by month", quantiles_suffix = "_by_month_quantile";
inline constexpr std::array<std::string_view, 3> quantiles_dimensions{"design", "quantile", "month"};

/// A text attribute of the whole file.
template <class Owner>
struct TextAttribute {
    const char* name;
    std::string Owner::*text;
};

inline constexpr std::array results_attributes{
    TextAttribute<Results>{"baseline", &Results::baseline},
    TextAttribute<Results>{"scenario", &Results::scenario},
    TextAttribute<Results>{"sampling", &Results::sampling},
};
/// Introduced later: where it is empty, it leaves no trace.
inline constexpr TextAttribute<Results> precision_attribute{"precision", &Results::precision};
inline constexpr std::array provenance_attributes{
    TextAttribute<Provenance>{"title", &Provenance::title},
    TextAttribute<Provenance>{"source", &Provenance::source},
    TextAttribute<Provenance>{"compiler", &Provenance::compiler},
    TextAttribute<Provenance>{"created", &Provenance::created},
    TextAttribute<Provenance>{"configuration", &Provenance::configuration},
    TextAttribute<Provenance>{"configuration_hash", &Provenance::configuration_hash},
    TextAttribute<Provenance>{"command", &Provenance::command},
    TextAttribute<Provenance>{"results_hash", &Provenance::results_hash},
};

/// Whether an outcome is a property of a world rather than of a run: it is stored as [design, world].
bool is_per_world(std::string_view outcome);

/// The values of such an outcome, one per [design, world]: the first that is not missing among the replicates.
std::vector<double> collapse_replicates(const std::vector<double>& per_run, std::size_t replicates);

/// The reverse: every replicate has the value of its world.
std::vector<double> repeat_replicates(const std::vector<double>& per_world, std::size_t replicates);

/// Length of a dimension by its name; 0 if there is no such dimension.
std::size_t dimension_size(const Results& results, std::string_view dimension);

/// Number of values of a variable with these dimensions; empty names are skipped.
std::size_t value_count(const Results& results, const std::array<std::string_view, 3>& dimensions);

/// The texts of a column; all empty if the results left a column out that is not optional, so that the variable exists.
std::vector<std::string> texts_of(const Results& results, const Column<std::string>& column);

/// Whether netCDF readers take `unit` for a duration or a date, which changes the values or fails the whole file.
bool reads_as_time(std::string_view unit);

/// Why these results cannot be stored: an array that does not fit its dimensions, a name or unit that no reader would
/// understand. Nothing if they can.
std::optional<std::string> find_inconsistency(const Results& results);

/// The same of everything but outcomes, and of the outcome arrays `first` up to `last` of one kind.
std::optional<std::string> find_inconsistent_frame(const Results& results);
std::optional<std::string> find_bad_outcome(const Results& results, const OutcomeKind& kind, std::size_t first,
                                            std::size_t last);

}  // namespace leeway
