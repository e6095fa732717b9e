#include "policy/design.hpp"

#include <algorithm>

namespace leeway {

std::vector<Complaint> complaints(const Design& design, const std::vector<std::string>& provision_names) {
    std::vector<Complaint> found;
    for (const std::string& name : design.waivers.provisions) {
        if (std::find(provision_names.begin(), provision_names.end(), name) != provision_names.end()) continue;
        std::string known;
        for (const std::string& provision : provision_names) known += (known.empty() ? "" : ", ") + provision;
        found.push_back({"waivers.provisions",
                         "names the provision \"" + name + "\", which the scenario does not have; it has " + known});
    }
    if (design.rulebook.level_floor > design.rulebook.level_ceiling) {
        found.push_back({"rulebook.level_floor",
                         "is above rulebook.level_ceiling; a provision cannot be asked both more and less"});
    }
    return found;
}

}  // namespace leeway
