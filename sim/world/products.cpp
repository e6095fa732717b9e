#include "world/products.hpp"

namespace leeway {

void Products::resize(std::size_t size) {
    arrival.resize(size, never);
    firm.resize(size);
    sector.resize(size);
    features.resize(size);
    quality.resize(size, 1);
    perceived_demand.resize(size, 1);
    log_risk.resize(size);
    perceived_log_risk.resize(size);
    bad_actor.resize(size);
    stage.resize(size, Stage::ahead);
    since.resize(size, never);
    next_choice.resize(size, -never);
    launched.resize(size, never);
    tested.resize(size);
    graduated.resize(size);
    rejected.resize(size);
    may_reapply.resize(size, -never);
    extensions.resize(size);
    file_error.resize(size);
    refilings.resize(size);
    effort.resize(size);
    relief.resize(size);
    months_to_comply.resize(size);
    exposure.resize(size);
    surfaced_exposure.resize(size);
    seen.resize(size);
    pilot_exposure.resize(size);
    pilot_seen.resize(size);
    prior_mean.resize(size);
    prior_shape.resize(size);
    predicted_log_rate.resize(size);
    predicted_spread.resize(size);
    users.resize(size);
    active.resize(size);
}

}  // namespace leeway
