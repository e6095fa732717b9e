// The rules around the sandbox: how regulators work together, what is published, what crosses borders, what the law
// asks of everybody.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fields.hpp"

namespace leeway {

enum class Coordination : std::uint8_t { siloed, coordinated, one_stop };
template <>
inline constexpr std::array<std::string_view, 3> choice_names<Coordination>{"siloed", "coordinated", "one-stop"};

/// How the regulators of a country work together.
struct CoordinationLevers {
    Coordination form = Coordination::siloed;

    template <class Visit>
    void fields(Visit&& field) {
        field(form, {"form", Unit::none, 0, 0, "guides; Korea: silo against one-stop (R-hi)",
                     "siloed: each clears in turn and sees its own evidence; coordinated: all clear at once and share "
                     "evidence; one-stop: one desk with everybody's hours, one file"});
    }
};

/// What of the tests is published.
struct TransparencyLevers {
    double publish = 0;
    double publish_abroad = 0;
    double publish_to_citizens = 0;

    template <class Visit>
    void fields(Visit&& field) {
        field(publish, {"publish", Unit::share, 0, 1, "assumed",
                        "share of test results published to other firms of the sector"});
        field(publish_abroad, {"publish_abroad", Unit::share, 0, 1, "assumed",
                               "share of test results from which firms of other jurisdictions learn too"});
        field(publish_to_citizens,
              {"publish_to_citizens", Unit::share, 0, 1, "assumed",
               "share of gate decisions that the public hears of: trust rises with passes, falls with failures"});
    }
};

/// What other jurisdictions recognise.
struct CrossBorderLevers {
    std::vector<std::string> partners;
    double passport_tests = 0;
    bool passport_licences = false;

    template <class Visit>
    void fields(Visit&& field) {
        field(partners,
              {"partners", Unit::none, 0, 0, "design", "names of the jurisdictions that take part (empty = all)"});
        field(passport_tests,
              {"passport_tests", Unit::share, 0, 1, "AI Act Article 57(13); assumed",
               "share of the evidence on products tested by a partner that counts in this country's belief"});
        field(passport_licences, {"passport_licences", Unit::none, 0, 1, "European passporting",
                                  "whether services licensed by a partner may serve this country's citizens"});
    }
};

/// What the law asks of everybody, inside or outside a sandbox.
struct RulebookLevers {
    double level_floor = 0;
    double level_ceiling = 1;
    bool authorisation_required = true;

    template <class Visit>
    void fields(Visit&& field) {
        field(level_floor, {"level_floor", Unit::share, 0, 1, "design",
                            "every provision is asked at least to this level (1 = full ex-ante compliance)"});
        field(level_ceiling, {"level_ceiling", Unit::share, 0, 1, "design",
                              "no provision is asked above this level (0 = no ex-ante rules)"});
        field(authorisation_required,
              {"authorisation_required", Unit::none, 0, 1, "design",
               "whether a service needs an authorisation before launch; liability stays without"});
    }
};

}  // namespace leeway
