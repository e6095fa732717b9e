#include "world/products.hpp"

namespace leeway {

void Products::resize(std::size_t size) {
    arrival.resize(size, never);
    firm.resize(size);
    sector.resize(size);
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
    admitted.resize(size);
    tested.resize(size);
    graduated.resize(size);
    may_reapply.resize(size, -never);
    extensions.resize(size);
    file_error.resize(size);
    refilings.resize(size);
    found_out.resize(size);
    effort.resize(size);
    relief.resize(size);
    months_to_comply.resize(size);
    exposure.resize(size);
    unnoticed_exposure.resize(size);
    visible_exposure.resize(size);
    seen.resize(size);
    own_exposure_before.resize(size);
    own_seen_before.resize(size);
    prior_mean.resize(size);
    prior_shape.resize(size);
    predicted_log_rate.resize(size);
    predicted_spread.resize(size);
    users.resize(size);
    active.resize(size);
    owed_to_spillover.resize(size);
}

}  // namespace leeway
