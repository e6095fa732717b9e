#include "world/firms.hpp"

#include "world/products.hpp"

namespace leeway {

void Firms::resize(std::size_t size) {
    kind.resize(size, FirmKind::start_up);
    jurisdiction.resize(size);
    status.resize(size, FirmStatus::ahead);
    founded.resize(size, never);
    ended.resize(size, never);
    capital.resize(size);
    for (std::vector<double>& column : belief) column.resize(size);
    for (std::vector<double>& column : experience) column.resize(size);
    signalled.resize(size, -never);
    displaced_users.resize(size);
    displaced_income.resize(size);
    decision.resize(size, Decision::never_applied);
    decided.resize(size, never);
    raised.resize(size);
    raised_before.resize(size);
    raised_after.resize(size);
    complaints_after.resize(size);
}

}  // namespace leeway
