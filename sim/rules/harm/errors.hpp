// Two kinds of error. A false alarm is noticed soon and costs little; a missed case is noticed late or never, and may
// be severe. One harm rate and one delay cannot stand for both.
#pragma once

#include "core/distributions.hpp"
#include "world/world.hpp"

namespace leeway {

/// What one kind of harm is like.
struct ErrorKind {
    bool missed = false;
    double severity = 1;  ///< mean
    double months_until_noticed = 0;
    bool ever_noticed = true;
};

/// The kind of harm number `h` of an entity this month. Nothing is drawn in a sector without missed cases.
inline ErrorKind kind_of_error(const Sector& sector, const Draws& draws, std::uint64_t entity, std::int32_t month,
                               std::uint32_t h) {
    const ErrorKind alarm{.months_until_noticed = sector.months_until_noticed};
    if (sector.missed_share <= 0) return alarm;
    const auto words = draws.words(entity, month, h);
    if (Draws::unit(words[0]) >= sector.missed_share) return alarm;
    return {true, sector.missed_severity, sector.missed_months_until_noticed,
            Draws::unit(words[1]) < sector.missed_noticed};
}

/// Months until the victim notices, or never.
inline std::int64_t months_until_noticed(const ErrorKind& kind, double luck) {
    return kind.ever_noticed ? geometric_months(luck, kind.months_until_noticed) : never;
}

}  // namespace leeway
