#include "experiment/run_names.hpp"

namespace leeway {
namespace {

/// Worlds in a row of which the same replicates are chosen.
struct Group {
    std::vector<std::size_t> worlds, replicates;
};

std::vector<Group> groups_of(std::size_t worlds, std::size_t replicates,
                             const std::function<bool(std::size_t, std::size_t)>& is_chosen) {
    std::vector<Group> groups;
    for (std::size_t world = 0; world < worlds; ++world) {
        std::vector<std::size_t> chosen;
        for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
            if (is_chosen(world, replicate)) chosen.push_back(replicate);
        }
        if (chosen.empty()) continue;
        if (groups.empty() || groups.back().replicates != chosen) groups.push_back({{}, chosen});
        groups.back().worlds.push_back(world);
    }
    return groups;
}

std::string counted(const std::string& word, const std::vector<std::size_t>& numbers) {
    return word + (numbers.size() == 1 ? " " : "s ") + name_numbers(numbers);
}

}  // namespace

std::string name_numbers(const std::vector<std::size_t>& numbers) {
    std::string text;
    for (std::size_t first = 0, last = 0; first < numbers.size(); first = ++last) {
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        if (!text.empty()) text += ", ";
        text += std::to_string(numbers[first]);
        if (last > first) text += (last == first + 1 ? ", " : "-") + std::to_string(numbers[last]);
    }
    return text;
}

std::string name_runs(std::size_t worlds, std::size_t replicates,
                      const std::function<bool(std::size_t, std::size_t)>& is_chosen, std::size_t most) {
    std::string text;
    std::size_t named = 0, left = 0;
    for (const Group& group : groups_of(worlds, replicates, is_chosen)) {
        if (named++ >= most) {
            left += group.worlds.size() * group.replicates.size();
            continue;
        }
        if (!text.empty()) text += "; ";
        text += counted("world", group.worlds) + ", " + counted("replicate", group.replicates);
    }
    return left == 0 ? text : text + "; and " + std::to_string(left) + " more";
}

}  // namespace leeway
