// Work on all citizens is cut into stretches, of which a few at once are worth a thread.
#pragma once

#include "core/parallel.hpp"
#include "world/citizens.hpp"

namespace leeway {

/// Calls body(number, stretch) for every stretch of citizens, perhaps several at once; body writes only what is theirs.
template <class Body>
void for_each_stretch(const Citizens& citizens, const Body& body) {
    constexpr std::size_t stretches_at_once = 4;
    for_each_block(citizens.stretches.size(), stretches_at_once, [&](std::size_t begin, std::size_t end) {
        for (std::size_t number = begin; number < end; ++number) body(number, citizens.stretches[number]);
    });
}

}  // namespace leeway
