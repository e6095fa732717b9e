#include "experiment/search/target.hpp"

#include <set>

#include "core/special.hpp"
#include "core/text.hpp"
#include "experiment/search/formula.hpp"

namespace leeway {
namespace {

bool has_interval(const Target& target) { return target.low != 0 || target.high != 0; }

/// Collects what is wrong with one target, under the names of its own fields.
class TargetCheck {
  public:
    TargetCheck(const Target& target, std::size_t index, std::vector<Complaint>& found)
        : target_(target), prefix_("targets[" + std::to_string(index) + "]."), found_(found) {}

    void check() const {
        if (target_.name.empty()) object("name", "is missing; say in a few words what was measured");
        if (target_.source.empty()) object("source", "is missing; a target is data: say where it was read");
        check_outcome();
        check_interval();
        check_variance();
    }

  private:
    void check_outcome() const {
        const auto formula = read_formula(target_.outcome);
        if (const auto* problem = std::get_if<std::string>(&formula)) object("outcome", *problem);
    }

    void check_interval() const {
        if (has_interval(target_) && (target_.value < target_.low || target_.value > target_.high))
            object("value", "is " + number_text(target_.value) + ", outside its interval from " +
                                number_text(target_.low) + " to " + number_text(target_.high) + "; check the three");
    }

    void check_variance() const {
        if (target_.discrepancy > 0 && target_.discrepancy_source.empty())
            object("discrepancy_source", "is missing; say why the discrepancy is what it is (\"assumed: …\")");
        if (!has_interval(target_) && !target_.one_history && target_.discrepancy == 0)
            object("discrepancy",
                   "is 0, and there is neither an interval nor one_history: no world meets a number "
                   "exactly; state low and high, or a discrepancy");
    }

    void object(const std::string& field, const std::string& message) const {
        found_.push_back({prefix_ + field, message});
    }

    const Target& target_;
    std::string prefix_;
    std::vector<Complaint>& found_;
};

}  // namespace

double observation_error(const Target& target, double modelled) {
    if (!has_interval(target)) return 0;
    const double half = modelled > target.value ? target.high - target.value : target.value - target.low;
    return half / portable::normal_quantile(0.5 + target.interval_confidence / 2);
}

std::vector<Complaint> complaints(const std::vector<Target>& targets) {
    std::vector<Complaint> found;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        TargetCheck(targets[i], i, found).check();
        if (!seen.insert(targets[i].name).second)
            found.push_back({"targets[" + std::to_string(i) + "].name",
                             "repeats \"" + targets[i].name + "\"; give each target its own name"});
    }
    return found;
}

}  // namespace leeway
