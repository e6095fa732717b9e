#include "world/neighbours_see.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <vector>

#include "core/parallel.hpp"
#include "world/network.hpp"
#include "world/quiet_blocks.hpp"

namespace leeway {
namespace {

constexpr std::uint32_t district_bits = 17;  // a district's counters and thresholds fit into a core's own cache

/// Parts of the population of about 2^17 citizens each; no quiet block is cut in two.
class Districts {
  public:
    explicit Districts(const Citizens& citizens) {
        const std::uint32_t count = ((citizens.count() - 1) >> district_bits) + 1;
        for (std::uint32_t district = 0; district < count; ++district) {
            const std::uint32_t about = district << district_bits;
            begin_.push_back(about - (about - citizens.home_of(about).begin) % block_size);
        }
        begin_.push_back(citizens.count());
    }
    std::size_t count() const { return begin_.size() - 1; }
    std::uint32_t begin(std::size_t district) const { return begin_[district]; }
    std::uint32_t end(std::size_t district) const { return begin_[district + 1]; }
    std::size_t of(std::uint32_t citizen) const {
        const std::uint32_t about = citizen >> district_bits;
        return citizen >= begin_[about + 1] ? about + 1 : about;
    }

  private:
    std::vector<std::uint32_t> begin_;
};

/// What one citizen hears from another.
struct Letter {
    std::uint32_t receiver, content;
};

// Calls receive(receiver, content[s]) for each neighbour of each sender number s. Districts work at once: each first
// serves the neighbours within, then those who were written to from elsewhere. Senders are in ascending order, and
// receive may change only what is the receiver's.
template <class Content, class Receive>
void deliver(const World& world, std::span<const std::uint32_t> senders, const Content& content,
             const Receive& receive) {
    if (senders.empty()) return;
    const Districts districts(world.citizens);
    std::vector<std::vector<Letter>> outward(districts.count() * districts.count());
    for_each_index(districts.count(), [&](std::size_t here) {
        const std::uint32_t begin = districts.begin(here), end = districts.end(here);
        const auto first = std::lower_bound(senders.begin(), senders.end(), begin);
        for (auto sender = first; sender != senders.end() && *sender < end; ++sender) {
            const auto what = content(static_cast<std::size_t>(sender - senders.begin()));
            for (const std::uint32_t receiver : neighbours(*world.acquaintances, *sender)) {
                if (receiver >= begin && receiver < end)
                    receive(receiver, what);
                else
                    outward[here * districts.count() + districts.of(receiver)].push_back({receiver, what});
            }
        }
    });
    for_each_index(districts.count(), [&](std::size_t here) {
        for (std::size_t there = 0; there < districts.count(); ++there) {
            for (const Letter& letter : outward[there * districts.count() + here])
                receive(letter.receiver, letter.content);
        }
    });
}

/// Changes the counter of one citizen, after its block has caught up.
template <class Column>
struct Receipt {
    SectorUse& use;
    const Citizens& citizens;
    Column& seen;
    int change;

    void operator()(std::uint32_t citizen, std::uint32_t) const {
        using Count = typename Column::value_type;
        const auto now = static_cast<Count>(seen[citizen] + change);
        if (!use.blocks.empty()) {
            QuietBlock& block = awake_block(use, citizens, citizen);
            block.busiest = std::max<std::uint32_t>(block.busiest, now);
        }
        seen[citizen] = now;
    }
};

}  // namespace

void tell_neighbours(World& world, std::size_t k, std::span<const std::uint32_t> started,
                     std::span<const std::uint32_t> stopped) {
    SectorUse& use = world.citizens.use[k];
    if (use.using_neighbours.empty()) return;
    const auto nothing_more = [](std::size_t) { return 0U; };
    use.using_neighbours.visit([&](auto& seen) {
        using Column = std::remove_reference_t<decltype(seen)>;
        deliver(world, started, nothing_more, Receipt<Column>{use, world.citizens, seen, +1});
        deliver(world, stopped, nothing_more, Receipt<Column>{use, world.citizens, seen, -1});
    });
}

void spread_to_neighbours(const World& world, std::vector<std::uint32_t>& amount, double share, std::uint32_t most) {
    std::vector<std::uint32_t> senders, passed_on;
    for (std::uint32_t i = 0; i < amount.size(); ++i) {
        if (amount[i] == 0) continue;
        senders.push_back(i);
        passed_on.push_back(static_cast<std::uint32_t>(std::floor(share * static_cast<double>(amount[i]) + 0.5)));
    }
    const auto content = [&](std::size_t sender) { return passed_on[sender]; };
    deliver(world, senders, content, [&](std::uint32_t receiver, std::uint32_t more) {
        amount[receiver] =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(most, std::uint64_t{amount[receiver]} + more));
    });
}

}  // namespace leeway
