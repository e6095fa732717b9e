// The story of one citizen agent: what it takes up and leaves, the harms that it notices, and its trust.
#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/numbers.hpp"
#include "experiment/watch_run.hpp"
#include "world/network.hpp"

namespace leeway {
namespace {

constexpr double noted_change = 0.01;  // of trust

/// Looks at one citizen after every phase and says what has changed.
class CitizenTeller {
  public:
    explicit CitizenTeller(std::size_t citizen) : citizen_(citizen) {}

    void look(const World& world, std::string_view phase) {
        story_.known = world.citizens.count();
        if (citizen_ >= story_.known) return;
        phase_ = phase;
        if (product_.empty()) introduce(world);
        for (std::size_t k = 0; k < world.sectors(); ++k) tell_use(world, k);
        if (phase == "harm") tell_harms(world);
        if (phase == end_phase) tell_more_harms(world);
        if (std::abs(trust_of(world) - trust_) >= noted_change || phase == end_phase) tell_trust(world);
    }
    Story story() { return std::move(story_); }

  private:
    void say(const World& world, std::string what) {
        story_.events.push_back({std::min(world.month, world.end_month - 1), std::string(phase_), std::move(what)});
    }
    double trust_of(const World& world) const { return static_cast<double>(world.citizens.trust[citizen_]); }
    const std::string& segment_of(const World& world) const {
        return world.segment_of_group(world.citizens.group_of(static_cast<std::uint32_t>(citizen_))).name;
    }
    std::uint32_t using_neighbours(const World& world, const SectorUse& use) const {
        if (world.acquaintances->complete) return static_cast<std::uint32_t>(use.users - 1);
        return use.using_neighbours[citizen_];
    }

    void introduce(const World& world) {
        product_.assign(world.sectors(), no_product);
        trust_ = trust_of(world);
        say(world, "stands for " + plain_number(world.citizens.represents, 0) + " persons of the segment " +
                       segment_of(world) + ", with trust " + plain_number(trust_, 2));
    }
    void tell_use(const World& world, std::size_t sector) {
        const SectorUse& use = world.citizens.use[sector];
        const std::int32_t now = use.product[citizen_], before = product_[sector];
        if (now == before) return;
        if (before != no_product) say(world, "left " + service_in_words(world, static_cast<std::size_t>(before)));
        if (now != no_product)
            say(world,
                "took up " + service_in_words(world, static_cast<std::size_t>(now)) +
                    "; acquaintances who use one of its sector: " + std::to_string(using_neighbours(world, use)));
        product_[sector] = now;
    }
    // Between the phases harm and react, this month's harms wait to be noticed. The first by a service is told at once,
    // the others once a year.
    void tell_harms(const World& world) {
        for (const HarmEvent& harm : world.noticed_in[static_cast<std::size_t>(world.month - world.first_month)]) {
            if (harm.citizen != citizen_) continue;
            const auto [untold, first] = untold_.try_emplace(harm.product, 0);
            untold->second += first ? 0 : 1;
            if (first)
                say(world, "one of its persons notices a first harm by " + service_in_words(world, harm.product) +
                               ", of severity " + plain_number(static_cast<double>(harm.severity), 1) +
                               (harm.bystander ? ", as a bystander" : ""));
        }
        if ((world.month - world.first_month) % 12 == 11) tell_more_harms(world);
    }
    void tell_more_harms(const World& world) {
        for (auto& [service, count] : untold_) {
            if (count > 0)
                say(world,
                    "its persons noticed " + counted(count, "more harm") + " by " + service_in_words(world, service));
            count = 0;
        }
    }
    void tell_trust(const World& world) {
        const double now = trust_of(world);
        say(world, (phase_ == end_phase ? "the run ends: trust "
                    : now < trust_      ? "trust fell to "
                                        : "trust rose to ") +
                       plain_number(now, 2));
        trust_ = now;
    }

    std::size_t citizen_;
    std::string_view phase_;
    double trust_ = 0;
    std::vector<std::int32_t> product_;
    std::map<std::uint32_t, std::size_t> untold_;  ///< harms by service
    Story story_;
};

}  // namespace

Story story_of_citizen(const Plan& plan, const RunPlace& place, std::size_t citizen) {
    CitizenTeller teller(citizen);
    watch_run(plan, place, [&](const World& world, std::string_view phase) { teller.look(world, phase); });
    return teller.story();
}

}  // namespace leeway
