// How the public reacts: victims notice and complain, trust moves, news and results of tests spread; news may turn
// into backlash.
#pragma once

#include <string_view>

#include "core/fields.hpp"
#include "core/random.hpp"
#include "rules/levers.hpp"
#include "rules/react/complaints.hpp"
#include "rules/react/news.hpp"
#include "rules/react/trust.hpp"
#include "world/world.hpp"

namespace leeway {

struct React {
    static constexpr std::string_view name = "react";
    Complaints complaints;
    Trust trust;
    News news;

    template <class Visit>
    void fields(Visit&& field) {
        field(complaints, "complaints", "victims notice, complain, lose trust and leave");
        field(trust, "trust", "word of mouth and recovery");
        field(news, "news", "news of harm, published results and backlash");
    }

    void operator()(World& world, const Levers& levers, const Draws& draws) const {
        complaints(world, levers, draws.named("complaints"));
        trust(world);
        news(world, draws.named("news"));
    }
};

}  // namespace leeway
