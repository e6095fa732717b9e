// Many random words of one entity at once, in vector instructions: the same words as Draws gives one by one.
#pragma once

#include <cstdint>
#include <span>

#include "core/random.hpp"

namespace leeway {

/// Writes the words of the indices in `blocks`, four each: words[4 j + w] is draws.words(entity, month, blocks[j])[w].
void words_of_blocks(const Draws& draws, std::uint64_t entity, std::int32_t month,
                     std::span<const std::uint32_t> blocks, std::uint32_t* words);

}  // namespace leeway
