#include "world/firms.hpp"

#include "world/products.hpp"

namespace leeway {

void Firms::resize(std::size_t size) {
    incumbent.resize(size);
    status.resize(size, FirmStatus::ahead);
    founded.resize(size, never);
    ended.resize(size, never);
    capital.resize(size);
    for (std::vector<double>& column : belief) column.resize(size, 0.5);
    for (std::vector<double>& column : experience) column.resize(size);
    signalled.resize(size, -never);
    displaced_users.resize(size);
    displaced_income.resize(size);
}

}  // namespace leeway
