// Firms in columns: their money, what experience has taught them about each route to market, and what an evaluator
// would know of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace leeway {

enum class FirmKind : std::uint8_t { start_up, small_firm, incumbent, agency };
inline constexpr std::array<std::string_view, 4> firm_kind_names{"start-up", "small-firm", "incumbent", "agency"};

enum class FirmStatus : std::uint8_t { ahead, alive, failed, relocated, abandoned };

/// What a firm has an expectation about; each is a probability learnt from outcomes.
enum class Lesson : std::uint8_t { authorised, admitted, graduated, caught };
inline constexpr std::size_t lesson_count = 4;

/// How a firm's first application to a sandbox was decided.
enum class Decision : std::uint8_t { never_applied, admitted, rejected, held_out, ineligible };
inline constexpr std::size_t decision_count = 5;

struct Firms {
    std::vector<FirmKind> kind;
    std::vector<std::uint8_t> jurisdiction;
    std::vector<FirmStatus> status;
    std::vector<std::int32_t> founded;                         ///< month of entry, or never
    std::vector<std::int32_t> ended;                           ///< month in which it failed, left or gave up, or never
    std::vector<double> capital;                               ///< thousand currency
    std::array<std::vector<double>, lesson_count> belief;      ///< perceived probability
    std::array<std::vector<double>, lesson_count> experience;  ///< weight of the outcomes behind it
    std::vector<std::int32_t> signalled;                       ///< month of the last admission or graduation, or never
    std::vector<double> displaced_users;   ///< persons who took a tested rival's service when its own was next best
    std::vector<double> displaced_income;  ///< thousand currency that these would have paid so far

    std::vector<Decision> decision;
    std::vector<std::int32_t> decided;     ///< month of that decision; of entry for those who never applied
    std::vector<double> raised;            ///< thousand currency of venture money so far
    std::vector<double> raised_before;     ///< of it, in the follow-up time before the decision
    std::vector<double> raised_after;      ///< of it, in the follow-up time from the decision on
    std::vector<double> complaints_after;  ///< harms of its services detected in the follow-up time

    std::size_t count() const { return status.size(); }
    void resize(std::size_t size);

    /// Whether firm `f` answers to nobody's money: it has a budget and cannot fail.
    bool is_agency(std::size_t f) const { return kind[f] == FirmKind::agency; }
    /// Whether firm `f` goes on when one of its ideas ends.
    bool is_established(std::size_t f) const { return kind[f] == FirmKind::incumbent || kind[f] == FirmKind::agency; }
};

/// Months for which an evaluator follows a firm before and after its decision.
inline constexpr std::int32_t follow_up_months = 24;

/// An outcome that firms learn from at the end of the month.
struct Outcome {
    std::uint32_t firm;
    Lesson lesson;
    bool success;
};

}  // namespace leeway
