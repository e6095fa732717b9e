// Which services take new users this month, from which groups, how many, and how much they appeal: the market at home
// and across borders, and the pilots with their caps and reserved places.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/adopt.hpp"

namespace leeway {

/// A service of one sector that takes new users this month.
struct Offer {
    std::uint32_t product;
    std::int64_t room;             ///< agents that may still join
    std::int64_t room_for_robust;  ///< of them, from groups that are not vulnerable
    std::vector<double> appeal;    ///< exp(utility) by group; 0 where it is not open

    bool has_room(bool vulnerable) const { return (vulnerable ? room : room_for_robust) > 0; }
    void enrol(bool vulnerable) {
        --room;
        if (!vulnerable) --room_for_robust;
        if (room_for_robust > room) room_for_robust = room;
    }
};

/// Whether safeguards for the vulnerable cover the group.
bool is_vulnerable(const World& world, std::size_t group);

/// Persons who may use product `p` now: the cap of its pilot, which holds until the launch, or of its conditional
/// licence; else infinite.
double user_limit(const World& world, const Design& design, std::uint32_t p);

/// The offers of sector `k`. Counts the months in which pilots are closed to new users by their exposure cap.
std::vector<Offer> offers_in(const Adopt& rule, World& world, const Levers& levers, std::size_t k);

/// Share of each group's demand that the offers can reach and win from what people have outside.
std::vector<double> availability(const Adopt& rule, const World& world, const Levers& levers,
                                 const std::vector<Offer>& offers);

}  // namespace leeway
