#include "rules/harm/source.hpp"

#include "rules/formula/harm_rate.hpp"
#include "rules/harm/causes.hpp"

namespace leeway {

Source source_of(const Harm& rule, World& world, const Design& design, std::uint32_t p) {
    Source source{.product = p,
                  .rate = rule.rate_multiplier * harm_rate(world, design, p),
                  .cause_until = cause_thresholds(rule, world, design, p)};
    if (is_guarded(world, design, p)) {
        source.monitoring = sandbox_state(world, p).monitoring;
        source.most_severe = sandbox_of(design, world, p).value_cap / world.scenario->liability.harm_value;
    } else if (is_surveilled(world, design, p)) {
        source.monitoring = sandbox_state(world, p).surveillance;
        source.surveilled = true;
    }
    return source;
}

}  // namespace leeway
