#include "world/neighbours_see.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <type_traits>
#include <vector>

#include "core/parallel.hpp"
#include "core/prefetch.hpp"
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

// On the complete network everybody hears all but what they say themselves.
void tell_everybody(const std::vector<std::uint32_t>& passed_on, const std::vector<std::uint32_t>& senders,
                    std::vector<std::uint32_t>& amount, std::uint32_t most) {
    const std::uint64_t all = std::accumulate(passed_on.begin(), passed_on.end(), std::uint64_t{0});
    for (std::size_t s = 0; s < senders.size(); ++s) amount[senders[s]] -= std::min(amount[senders[s]], passed_on[s]);
    for (std::uint32_t& own : amount) own = static_cast<std::uint32_t>(std::min<std::uint64_t>(most, own + all));
}

/// Letters are written by so many senders before the first is delivered, while memory fetches what they need.
constexpr std::size_t senders_at_once = 16;

using Senders = std::span<const std::uint32_t>;

// The letters of senders number `first` … `last` - 1 to their neighbours; content(s) is what number s says.
template <class Content>
void write_letters(const Network& network, Senders senders, std::size_t first, std::size_t last, const Content& content,
                   std::vector<Letter>& letters) {
    letters.clear();
    for (std::size_t s = first; s < last; ++s) {
        for (const std::uint32_t receiver : neighbours(network, senders[s])) letters.push_back({receiver, content(s)});
    }
}

// Serves the neighbours in district `here` of those who live there; letters to others go outward, by district.
template <class Content, class Receive>
void serve(const Network& network, const Districts& districts, std::size_t here, Senders senders,
           const Content& content, const Receive& receive, std::vector<Letter>* outward) {
    const std::uint32_t begin = districts.begin(here), end = districts.end(here);
    const auto number_of = [&](std::uint32_t citizen) {
        return static_cast<std::size_t>(std::lower_bound(senders.begin(), senders.end(), citizen) - senders.begin());
    };
    const std::size_t last = number_of(end);
    std::vector<Letter> letters;
    for (std::size_t s = number_of(begin); s < last; s += senders_at_once) {
        const std::size_t next = std::min(last, s + senders_at_once);
        for (std::size_t later = next; later < std::min(last, next + senders_at_once); ++later)
            fetch_neighbours(network, senders[later]);
        write_letters(network, senders, s, next, content, letters);
        for (const Letter& letter : letters) receive.fetch(letter.receiver);
        for (const Letter& letter : letters) {
            if (letter.receiver >= begin && letter.receiver < end)
                receive(letter);
            else
                outward[districts.of(letter.receiver)].push_back(letter);
        }
    }
}

// Calls receive(letter) for each neighbour of each sender. Districts work at once: each first serves the neighbours
// within, then those who were written to from elsewhere. Senders are in ascending order, and receive may change only
// what is the receiver's.
template <class Content, class Receive>
void deliver(const World& world, Senders senders, const Content& content, const Receive& receive) {
    if (senders.empty()) return;
    const Districts districts(world.citizens);
    const std::size_t count = districts.count();
    std::vector<std::vector<Letter>> outward(count * count);
    for_each_index(count, [&](std::size_t here) {
        serve(*world.acquaintances, districts, here, senders, content, receive, &outward[here * count]);
    });
    for_each_index(count, [&](std::size_t here) {
        for (std::size_t there = 0; there < count; ++there) {
            for (const Letter& letter : outward[there * count + here]) receive(letter);
        }
    });
}

/// Changes the counter of one citizen. What a user sees moves nothing until it leaves; the block of anybody else
/// catches up first.
template <class Column>
struct Counting {
    SectorUse& use;
    const Citizens& citizens;
    Column& seen;
    int change;

    void fetch(std::uint32_t citizen) const { fetch_to_write(&seen[citizen]); }
    void operator()(const Letter& letter) const {
        using Count = typename Column::value_type;
        const auto now = static_cast<Count>(seen[letter.receiver] + change);
        if (!use.blocks.empty() && use.product[letter.receiver] == no_product) {
            QuietBlock& block = awake_block(use, citizens, letter.receiver);
            block.busiest = std::max<std::uint32_t>(block.busiest, now);
        }
        seen[letter.receiver] = now;
    }
};

/// Adds to an amount, up to the most.
struct Adding {
    std::vector<std::uint32_t>& amount;
    std::uint32_t most;

    void fetch(std::uint32_t citizen) const { fetch_to_write(&amount[citizen]); }
    void operator()(const Letter& letter) const {
        std::uint32_t& own = amount[letter.receiver];
        own = static_cast<std::uint32_t>(std::min<std::uint64_t>(most, std::uint64_t{own} + letter.content));
    }
};

}  // namespace

void tell_neighbours(World& world, std::size_t k, std::span<const std::uint32_t> started,
                     std::span<const std::uint32_t> stopped) {
    SectorUse& use = world.citizens.use[k];
    if (use.using_neighbours.empty()) return;
    const auto nothing_more = [](std::size_t) { return 0U; };
    use.using_neighbours.visit([&](auto& seen) {
        using Seen = std::remove_reference_t<decltype(seen)>;
        deliver(world, started, nothing_more, Counting<Seen>{use, world.citizens, seen, +1});
        deliver(world, stopped, nothing_more, Counting<Seen>{use, world.citizens, seen, -1});
    });
}

void spread_to_neighbours(const World& world, std::vector<std::uint32_t>& amount, double share, std::uint32_t most) {
    std::vector<std::uint32_t> senders, passed_on;
    for (std::uint32_t i = 0; i < amount.size(); ++i) {
        if (amount[i] == 0) continue;
        senders.push_back(i);
        passed_on.push_back(static_cast<std::uint32_t>(std::floor(share * static_cast<double>(amount[i]) + 0.5)));
    }
    if (world.acquaintances->complete) return tell_everybody(passed_on, senders, amount, most);
    deliver(
        world, senders, [&](std::size_t sender) { return passed_on[sender]; }, Adding{amount, most});
}

}  // namespace leeway
