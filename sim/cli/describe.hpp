// `leeway describe`: every parameter, lever, rule and outcome with unit, range, default, source and meaning.
#pragma once

#include <string>

namespace leeway {

struct DescribeOptions {
    std::string name;     ///< one name or a group; empty = everything
    std::string network;  ///< a scenario whose network is described instead
    bool json = false;
    bool schema = false;    ///< the JSON Schema of files; `name` may be scenario, design or experiment
    bool markdown = false;  ///< the dictionary in docs
};

/// Prints the description; returns 2 for an unknown name.
int describe_command(const DescribeOptions& options);

}  // namespace leeway
