// The levers in force this month, one design per jurisdiction, and the policy that decides which: the base designs and
// the changes over time that their own tables ask for.
#pragma once

#include <cstdint>
#include <vector>

#include "policy/design.hpp"
#include "world/world.hpp"

namespace leeway {

/// The designs in force this month, by jurisdiction; the compared design governs the first.
struct Levers {
    std::vector<Design> in_force;

    const Design& of_jurisdiction(std::size_t jurisdiction) const { return in_force[jurisdiction]; }
    /// The design of the jurisdiction in which product `p`'s firm is at home.
    const Design& of(const World& world, std::size_t p) const { return in_force[world.home(p)]; }
};

/// The levers of the sandbox that product `p` applied to, under the design of its home.
inline const SandboxLevers& sandbox_of(const Design& design, const World& world, std::size_t p) {
    const std::size_t which = world.products.sandbox[p];
    return design.sandbox[which < design.sandbox.size() ? which : 0];
}

/// The state of that sandbox.
inline SandboxState& sandbox_state(World& world, std::size_t p) {
    return world.home_of(p).sandboxes[world.products.sandbox[p]];
}

/// What a government has decided beforehand: a design for every jurisdiction, with its changes over time.
class Policy {
  public:
    /// `designs` by jurisdiction; a single one holds for all.
    explicit Policy(std::vector<Design> designs);

    /// The levers in force in the world's month: changes whose condition holds now are made, those that have lasted
    /// long enough are undone. Call once a month, before its first rule.
    const Levers& in_force(World& world);

  private:
    void begin(World& world);
    void resolve();

    struct Pending {
        std::size_t jurisdiction, change;
        std::int32_t made;  ///< month, or never
        bool undone;
    };
    std::vector<Design> base_;
    std::vector<Pending> pending_;
    Levers levers_;
};

}  // namespace leeway
