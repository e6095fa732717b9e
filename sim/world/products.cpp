#include "world/products.hpp"

namespace leeway {

void Products::resize(std::size_t size) {
    arrival.resize(size, never);
    firm.resize(size);
    sector.resize(size);
    number_in_sector.resize(size);
    features.resize(size);
    quality.resize(size, 1);
    price.resize(size, 1);
    perceived_demand.resize(size, 1);
    log_risk.resize(size);
    perceived_log_risk.resize(size);
    bad_actor.resize(size);
    route.resize(size, Route::wait);
    stage.resize(size, Stage::ahead);
    since.resize(size, never);
    next_choice.resize(size, -never);
    launched.resize(size, never);
    sandbox.resize(size);
    admitted.resize(size);
    rung.resize(size);
    tested.resize(size);
    graduated.resize(size);
    may_reapply.resize(size, -never);
    extensions.resize(size);
    file_error.resize(size);
    refilings.resize(size);
    cleared.resize(size);
    found_out.resize(size);
    suspended_from.resize(size, never);
    conditional.resize(size);
    may_start.resize(size, -never);
    effort.resize(size);
    relief.resize(size);
    months_to_comply.resize(size);
    exposure.resize(size);
    pilot_exposure.resize(size);
    unnoticed_exposure.resize(size);
    unnoticed_missed.resize(size);
    hidden_exposure.resize(size);
    seen.resize(size);
    hidden_in_pilots.resize(size);
    test_exposure_before.resize(size);
    test_seen_before.resize(size);
    prior_mean.resize(size);
    prior_shape.resize(size);
    predicted_log_rate.resize(size);
    predicted_spread.resize(size);
    users.resize(size);
    active.resize(size);
    owed_to_spillover.resize(size);
}

}  // namespace leeway
