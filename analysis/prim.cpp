#include "analysis/prim.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/shuffle.hpp"

namespace leeway {
namespace {

constexpr double open = std::numeric_limits<double>::infinity();

/// A side of a box moved to a new end.
struct Move {
    std::size_t parameter = 0;
    bool upper = false;
    double end = 0;
    BoxCount count{};  ///< of the box after the move
};

ParameterBox moved(ParameterBox box, const Move& move) {
    (move.upper ? box.high : box.low)[move.parameter] = move.end;
    return box;
}

/// Denser first, then larger.
bool is_better(const BoxCount& one, const BoxCount& other) {
    const double difference = one.density() - other.density();
    return difference > 0 || (difference == 0 && one.points > other.points);
}

class Search {
  public:
    Search(const PrimCases& cases, const PrimSettings& settings) : cases_(cases), settings_(settings) {
        for (Eigen::Index p = 0; p < cases.points.cols(); ++p) {
            std::vector<Eigen::Index> order(static_cast<std::size_t>(cases.points.rows()));
            std::iota(order.begin(), order.end(), Eigen::Index{0});
            std::stable_sort(order.begin(), order.end(),
                             [&](Eigen::Index a, Eigen::Index b) { return cases.points(a, p) < cases.points(b, p); });
            orders_.push_back(std::move(order));
        }
        all_.points = cases.hits.size();
        all_.hits = static_cast<std::size_t>(std::count(cases.hits.begin(), cases.hits.end(), true));
    }

    double coverage(const BoxCount& count) const {
        return static_cast<double>(count.hits) / static_cast<double>(std::max<std::size_t>(1, all_.hits));
    }
    double balance(const BoxCount& count) const {
        const double sum = count.density() + coverage(count);
        return sum > 0 ? 2 * count.density() * coverage(count) / sum : 0;
    }

    /// The best box of the peeling trajectory; the whole space where no peel is better.
    ParameterBox peel() const {
        ParameterBox box(orders_.size()), best = box;
        BoxCount count = all_, best_count = all_;
        while (count.density() < 1) {
            const auto move = best_peel(box, count);
            if (!move) break;
            box = moved(box, *move);
            count = move->count;
            if (is_preferred(count, best_count)) {
                best = box;
                best_count = count;
            }
        }
        return best;
    }

    /// Moves sides out again as long as the box grows no less dense and gains hits.
    void paste(ParameterBox& box) const {
        BoxCount count = count_in(cases_, box);
        while (const auto move = best_paste(box, count)) {
            box = moved(box, *move);
            count = move->count;
        }
    }

  private:
    bool is_preferred(const BoxCount& one, const BoxCount& other) const {
        if (!settings_.density) return balance(one) > balance(other);
        const bool dense = one.density() >= *settings_.density, other_dense = other.density() >= *settings_.density;
        if (dense != other_dense) return dense;
        return dense ? one.hits > other.hits : is_better(one, other);
    }

    std::size_t step_of(std::size_t points) const {
        return std::max<std::size_t>(1, static_cast<std::size_t>(settings_.step * static_cast<double>(points)));
    }

    /// The rows in a box, ordered by a parameter, upwards or downwards.
    std::vector<Eigen::Index> ordered_rows(const std::vector<char>& inside, std::size_t parameter, bool upper) const {
        std::vector<Eigen::Index> rows;
        for (const Eigen::Index row : orders_[parameter])
            if (inside[static_cast<std::size_t>(row)]) rows.push_back(row);
        if (upper) std::reverse(rows.begin(), rows.end());
        return rows;
    }

    std::vector<char> rows_in(const ParameterBox& box) const {
        std::vector<char> inside(cases_.hits.size());
        for (std::size_t row = 0; row < inside.size(); ++row)
            inside[row] = box.holds(cases_.points, static_cast<Eigen::Index>(row));
        return inside;
    }

    /// Cuts off at least so many rows from one side, and all that are equal to the last of them.
    std::optional<Move> peel_side(const std::vector<Eigen::Index>& rows, const BoxCount& count, std::size_t parameter,
                                  bool upper) const {
        const auto value = [&](std::size_t i) { return cases_.points(rows[i], static_cast<Eigen::Index>(parameter)); };
        std::size_t cut = step_of(rows.size());
        while (cut < rows.size() && value(cut) == value(cut - 1)) ++cut;
        if (rows.size() - std::min(cut, rows.size()) < settings_.least_points) return std::nullopt;
        Move move{parameter, upper, (value(cut) + value(cut - 1)) / 2, count};
        for (std::size_t i = 0; i < cut; ++i) move.count.hits -= cases_.hits[static_cast<std::size_t>(rows[i])];
        move.count.points -= cut;
        return move;
    }

    std::optional<Move> best_peel(const ParameterBox& box, const BoxCount& count) const {
        const std::vector<char> inside = rows_in(box);
        std::optional<Move> best;
        for (std::size_t p = 0; p < orders_.size(); ++p) {
            for (const bool upper : {false, true}) {
                const auto move = peel_side(ordered_rows(inside, p, upper), count, p, upper);
                if (move && (!best || is_better(move->count, best->count))) best = move;
            }
        }
        return best;
    }

    /// Takes in at least so many rows beyond one side, and all that are equal to the last of them.
    std::optional<Move> paste_side(const ParameterBox& box, const BoxCount& count, std::size_t parameter,
                                   bool upper) const {
        ParameterBox freed = box;
        (upper ? freed.high : freed.low)[parameter] = upper ? open : -open;
        const double end = (upper ? box.high : box.low)[parameter];
        std::vector<Eigen::Index> beyond;
        for (const Eigen::Index row : ordered_rows(rows_in(freed), parameter, !upper)) {
            const double at = cases_.points(row, static_cast<Eigen::Index>(parameter));
            if (upper ? at > end : at < end) beyond.push_back(row);
        }
        if (beyond.empty()) return std::nullopt;
        const auto value = [&](std::size_t i) {
            return cases_.points(beyond[i], static_cast<Eigen::Index>(parameter));
        };
        std::size_t taken = std::min(step_of(count.points), beyond.size());
        while (taken < beyond.size() && value(taken) == value(taken - 1)) ++taken;
        Move move{parameter, upper, upper ? open : -open, count};
        if (taken < beyond.size()) move.end = (value(taken) + value(taken - 1)) / 2;
        for (std::size_t i = 0; i < taken; ++i) move.count.hits += cases_.hits[static_cast<std::size_t>(beyond[i])];
        move.count.points += taken;
        return move;
    }

    std::optional<Move> best_paste(const ParameterBox& box, const BoxCount& count) const {
        std::optional<Move> best;
        for (std::size_t p = 0; p < orders_.size(); ++p) {
            for (const bool upper : {false, true}) {
                if (std::isinf((upper ? box.high : box.low)[p])) continue;
                const auto move = paste_side(box, count, p, upper);
                const bool gains = move && move->count.hits > count.hits && move->count.density() >= count.density();
                if (gains && (!best || is_better(move->count, best->count))) best = move;
            }
        }
        return best;
    }

    const PrimCases& cases_;
    const PrimSettings& settings_;
    std::vector<std::vector<Eigen::Index>> orders_;
    BoxCount all_;
};

/// How often so many hits among the points of the box, or more, come by chance from the wider box.
double quasi_p_of(const PrimCases& cases, const BoxCount& count, const ParameterBox& wider) {
    const double density = count_in(cases, wider).density();
    if (count.hits == 0 || density >= 1) return 1;
    const boost::math::binomial chance(static_cast<double>(count.points), density);
    return boost::math::cdf(boost::math::complement(chance, static_cast<double>(count.hits) - 1));
}

std::vector<Restriction> restrictions_of(const PrimCases& cases, const ParameterBox& box, const BoxCount& count) {
    std::vector<Restriction> restrictions;
    for (std::size_t p = 0; p < box.low.size(); ++p) {
        if (!box.restricts(p)) continue;
        ParameterBox wider = box;
        wider.release(p);
        restrictions.push_back({p, box.low[p], box.high[p], quasi_p_of(cases, count, wider)});
    }
    std::stable_sort(restrictions.begin(), restrictions.end(),
                     [](const Restriction& a, const Restriction& b) { return a.quasi_p < b.quasi_p; });
    return restrictions;
}

/// The side that chance explains best, opened; nothing where it explains none well enough.
std::optional<ParameterBox> without_worst_side(const PrimCases& cases, const PrimSettings& settings,
                                               const ParameterBox& box, const BoxCount& count) {
    std::optional<ParameterBox> without;
    double worst = settings.quasi_p;
    for (std::size_t p = 0; p < box.low.size(); ++p) {
        for (const bool upper : {false, true}) {
            if (std::isinf((upper ? box.high : box.low)[p])) continue;
            const ParameterBox wider = moved(box, {p, upper, upper ? open : -open});
            const double quasi_p = quasi_p_of(cases, count, wider);
            if (quasi_p <= worst) continue;
            worst = quasi_p;
            without = wider;
        }
    }
    return without;
}

/// Opens sides until chance explains none that is left.
void drop_chance(const PrimCases& cases, const PrimSettings& settings, FoundBox& found) {
    found.count = count_in(cases, found.box);
    while (const auto wider = without_worst_side(cases, settings, found.box, found.count)) {
        found.box = *wider;
        found.count = count_in(cases, found.box);
    }
    found.restrictions = restrictions_of(cases, found.box, found.count);
}

}  // namespace

ParameterBox::ParameterBox(std::size_t parameters) : low(parameters, -open), high(parameters, open) {}

bool ParameterBox::restricts(std::size_t parameter) const {
    return std::isfinite(low[parameter]) || std::isfinite(high[parameter]);
}

bool ParameterBox::holds(const Eigen::MatrixXd& points, Eigen::Index row) const {
    for (std::size_t p = 0; p < low.size(); ++p) {
        const double at = points(row, static_cast<Eigen::Index>(p));
        if (at < low[p] || at > high[p]) return false;
    }
    return true;
}

void ParameterBox::release(std::size_t parameter) {
    low[parameter] = -open;
    high[parameter] = open;
}

BoxCount count_in(const PrimCases& cases, const ParameterBox& box) {
    BoxCount count;
    for (std::size_t row = 0; row < cases.hits.size(); ++row) {
        if (!box.holds(cases.points, static_cast<Eigen::Index>(row))) continue;
        ++count.points;
        count.hits += cases.hits[row];
    }
    return count;
}

FoundBox find_box(const PrimCases& cases, const PrimSettings& settings) {
    const Search search(cases, settings);
    FoundBox found{search.peel(), {}, 0, {}, 0};
    search.paste(found.box);
    found.score = search.balance(count_in(cases, found.box));
    drop_chance(cases, settings, found);
    found.coverage = search.coverage(found.count);
    return found;
}

double chance_of_box(const PrimCases& cases, const PrimSettings& settings, double score, std::size_t shuffles,
                     std::uint64_t seed) {
    const Draws draws(run_key(seed, 0, 0), "prim");
    PrimCases dealt = cases;
    std::size_t as_good = 1;
    for (std::size_t round = 0; round < shuffles; ++round) {
        const std::vector<std::size_t> order = shuffled(cases.hits.size(), draws, round);
        for (std::size_t i = 0; i < order.size(); ++i) dealt.hits[i] = cases.hits[order[i]];
        const Search search(dealt, settings);
        ParameterBox box = search.peel();
        search.paste(box);
        as_good += search.balance(count_in(dealt, box)) >= score;
    }
    return static_cast<double>(as_good) / static_cast<double>(shuffles + 1);
}

}  // namespace leeway
