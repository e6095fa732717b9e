// Preferential attachment (Barabási and Albert 1999) without a list of ties to draw from: a newcomer's tie copies a
// place of the imagined list of all ends so far, and that place is worked out by following keyed draws back (Sanders
// and Schulz 2016). The first degree / 2 + 1 citizens all know each other; each later one brings degree / 2 ties.
#include <cmath>
#include <numeric>

#include "world/network/kinds.hpp"
#include "world/network/symmetric.hpp"

namespace leeway {
namespace {

/// The list of the ends of all ties, in the order of arrival; it is never written down.
class ListOfEnds {
  public:
    ListOfEnds(std::uint32_t ties_each, const Draws& draws)
        : ties_each_(ties_each),
          founders_(ties_each + 1),
          of_founders_(std::uint64_t{ties_each} * founders_),
          draws_(draws) {}

    std::uint32_t founders() const { return founders_; }

    /// Whom `newcomer` knows by its tie number `tie`.
    std::uint32_t target(std::uint32_t newcomer, std::uint32_t tie) const {
        std::uint64_t place = begin_of(newcomer) + 2 * tie + 1;
        while (place >= of_founders_) {
            if (place % 2 == 0) return owner(place);
            const std::uint64_t before = begin_of(owner(place));
            place = static_cast<std::uint64_t>(draws_.uniform(place) * static_cast<double>(before));
        }
        return static_cast<std::uint32_t>(place / ties_each_);
    }

  private:
    /// Two places for each tie of those who came before: first the newcomer's end, then the other.
    std::uint64_t begin_of(std::uint32_t newcomer) const {
        return of_founders_ + std::uint64_t{2} * ties_each_ * (newcomer - founders_);
    }
    std::uint32_t owner(std::uint64_t place) const {
        return founders_ + static_cast<std::uint32_t>((place - of_founders_) / (2 * ties_each_));
    }

    std::uint64_t ties_each_;
    std::uint32_t founders_;
    std::uint64_t of_founders_;  ///< an even number: each founder stands ties_each times in front
    Draws draws_;
};

/// Who arrives when: a stride near the golden section of the numbers spreads old and young evenly over all groups (Weyl
/// 1916), from a start that is drawn.
class Arrivals {
  public:
    Arrivals(std::uint32_t count, const Draws& draws)
        : count_(count), start_(static_cast<std::uint64_t>(draws.uniform(0) * count)) {
        stride_ = static_cast<std::uint64_t>(0.6180339887498949 * count) + 1;
        while (std::gcd(stride_, count_) != 1) ++stride_;
    }
    std::uint32_t citizen(std::uint64_t arrival) const {
        return static_cast<std::uint32_t>((start_ + arrival * stride_) % count_);
    }

  private:
    std::uint64_t count_, start_, stride_;
};

}  // namespace

Network scale_free(const CitizenGroup& citizens, std::uint32_t count, const Draws& draws) {
    const auto ties_each = static_cast<std::uint32_t>(citizens.degree / 2);
    const ListOfEnds ends(ties_each, draws.named("ends"));
    const Arrivals arrivals(count, draws.named("start"));
    return symmetric_network(count, count, [&](std::size_t arrival, BatchOfTies& batch) {
        const auto newcomer = static_cast<std::uint32_t>(arrival);
        const auto meet = [&](std::uint32_t other) { batch.link(arrivals.citizen(newcomer), arrivals.citizen(other)); };
        if (newcomer < ends.founders()) {
            for (std::uint32_t other = 0; other < newcomer; ++other) meet(other);
        } else {
            for (std::uint32_t tie = 0; tie < ties_each; ++tie) meet(ends.target(newcomer, tie));
        }
    });
}

}  // namespace leeway
