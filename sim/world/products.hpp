// Products (services) in columns. Every idea that could ever arrive has its place from the start, so that identities
// never shift between designs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace leeway {

inline constexpr std::size_t feature_count = 4;  // autonomy, data sensitivity, opacity, novelty
using Features = std::array<double, feature_count>;

/// Where a product stands in its life. The order is the order of the dictionary, not of time.
enum class Stage : std::uint8_t {
    ahead,     ///< its month has not come
    declined,  ///< the idea was not taken up
    idea,      ///< the firm chooses a route
    applying,  ///< application for the sandbox waits or is assessed
    lab,
    pilot,
    preparing,     ///< the firm complies with provisions before it files
    filing,        ///< authorisation waits or is decided
    approved,      ///< may launch
    authorised,    ///< on the market with permission
    unauthorised,  ///< on the market without permission
    withdrawn
};
inline constexpr std::size_t stage_count = 12;

enum class Route : std::uint8_t { authorise, sandbox, unauthorised, relocate, wait, abandon };
inline constexpr std::size_t route_count = 6;

struct Products {
    std::vector<std::int32_t> arrival;  ///< month in which the idea comes
    std::vector<std::uint32_t> firm;
    std::vector<std::uint8_t> sector;
    std::vector<std::uint32_t> number_in_sector;  ///< among all ideas of the sector that could ever come
    std::vector<Features> features;
    std::vector<double> quality;             ///< mean 1
    std::vector<double> price;               ///< mean 1
    std::vector<double> perceived_demand;    ///< the firm's factor on expected demand; the truth is `quality`
    std::vector<double> log_risk;            ///< log harm rate before provisions and effort; nobody knows it
    std::vector<double> perceived_log_risk;  ///< what the firm believes of it
    std::vector<std::uint8_t> bad_actor;

    std::vector<Route> route;  ///< the last one chosen
    std::vector<Stage> stage;
    std::vector<std::int32_t> since;        ///< month in which the stage began
    std::vector<std::int32_t> next_choice;  ///< first month in which a waiting idea chooses again
    std::vector<std::int32_t> launched;     ///< month of launch, or never
    std::vector<std::uint8_t> sandbox;      ///< which one it applied to, an index into its jurisdiction's design
    std::vector<std::uint8_t> admitted;     ///< to a sandbox
    std::vector<std::uint8_t> rung;         ///< pilots behind it
    std::vector<std::uint8_t> tested;       ///< has reached a pilot
    std::vector<std::uint8_t> graduated;
    std::vector<std::int32_t> may_reapply;  ///< first month in which it may apply to the sandbox again
    std::vector<std::uint8_t> extensions;
    std::vector<double> file_error;  ///< probability that its file has a defect
    std::vector<std::uint8_t> refilings;
    std::vector<std::uint8_t> cleared;    ///< regulators that have cleared its file (siloed, in turn), or all at once
    std::vector<std::uint8_t> found_out;  ///< an enforcement case against it waits
    std::vector<std::int32_t> suspended_from;  ///< month in which a suspension takes effect, or never
    std::vector<std::uint8_t> conditional;     ///< on the market under a conditional licence
    std::vector<std::int32_t> may_start;       ///< first month in which its pilot may start: all have consented
    std::vector<double> effort;                ///< mitigation effort: harm falls by exp(-effort)
    std::vector<double> relief;                ///< share of waivable provisions from which it is relieved now
    std::vector<double> months_to_comply;      ///< left while preparing
    std::vector<double> exposure;              ///< active user-months since launch
    std::vector<double> pilot_exposure;        ///< of it, in pilots
    std::vector<double> unnoticed_exposure;    ///< of it, in the regulators' account: harms not yet noticed by victims
    std::vector<double> unnoticed_missed;      ///< likewise, of missed cases
    std::vector<double> hidden_exposure;       ///< of its pilots, in the regulators' account: not visible by now
    std::vector<double> seen;                  ///< harms that any regulator has seen
    std::vector<double> hidden_in_pilots;      ///< harms of its pilots that no regulator has seen
    std::vector<double> prior_mean, prior_shape;               ///< of the harm rate, frozen at admission
    std::vector<double> predicted_log_rate, predicted_spread;  ///< the regulator's prediction when the product launched
    std::vector<double> test_exposure_before, test_seen_before;  ///< of the owner's record, when the test began
    std::vector<double> users;                                   ///< persons who use it
    std::vector<double> active;                                  ///< persons who were active this month
    std::vector<std::uint8_t> owed_to_spillover;  ///< its file would have been returned without what others published

    std::size_t count() const { return stage.size(); }
    void resize(std::size_t size);
};

inline constexpr std::int32_t never = 1'000'000;

inline bool on_market(Stage stage) { return stage == Stage::authorised || stage == Stage::unauthorised; }

/// Whether product `p` serves users: on the market, in its pilot, or between graduation and launch (its pilot's users
/// stay).
inline bool serves_users(const Products& products, std::size_t p) {
    const Stage stage = products.stage[p];
    const bool waits = stage == Stage::preparing || stage == Stage::filing || stage == Stage::approved;
    return on_market(stage) || stage == Stage::pilot || (products.graduated[p] && waits);
}

}  // namespace leeway
