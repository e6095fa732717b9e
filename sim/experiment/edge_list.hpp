// Reads who knows whom from a file: CSV, one tie a line, as two numbers of citizens from 0; a header is allowed. The
// file may be larger than memory or no list at all: it is read line by line, and left as soon as it proves to be
// rubbish.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "core/problems.hpp"
#include "world/network.hpp"

namespace leeway {

/// The network of `citizens` citizens that a file lists; nothing, and at most 50 problems with their lines, when it
/// names a tie twice (in either direction), a citizen with itself or whom there is not, or holds anything else.
std::shared_ptr<const Network> read_edge_list(const std::filesystem::path& file, std::uint32_t citizens,
                                              Problems& problems);

/// Where the network is an edge list: reads the file that citizens.edges names, relative to the scenario's, into
/// citizens.listed, and notes its hash or objects to another one. To be called once all layers have been read.
void read_edges(CitizenGroup& citizens, const std::filesystem::path& scenario_file, const Places& places,
                Problems& problems);

}  // namespace leeway
