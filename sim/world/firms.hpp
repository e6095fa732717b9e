// Firms in columns: their money, and what experience has taught them about each route to market.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace leeway {

enum class FirmStatus : std::uint8_t { ahead, alive, failed, relocated, abandoned };

/// What a firm has an expectation about; each is a probability learnt from outcomes.
enum class Lesson : std::uint8_t { authorised, admitted, graduated, caught };
inline constexpr std::size_t lesson_count = 4;

struct Firms {
    std::vector<std::uint8_t> incumbent;  ///< alive in the first month
    std::vector<FirmStatus> status;
    std::vector<std::int32_t> founded;                         ///< month of entry, or never
    std::vector<std::int32_t> ended;                           ///< month in which it failed, left or gave up, or never
    std::vector<double> capital;                               ///< thousand currency
    std::array<std::vector<double>, lesson_count> belief;      ///< perceived probability
    std::array<std::vector<double>, lesson_count> experience;  ///< weight of the outcomes behind it
    std::vector<std::int32_t> signalled;                       ///< month of the last admission or graduation, or never
    std::vector<double> displaced_users;   ///< persons who took a tested rival's service when its own was next best
    std::vector<double> displaced_income;  ///< thousand currency that these would have paid so far

    std::size_t count() const { return status.size(); }
    void resize(std::size_t size);
};

/// An outcome that firms learn from at the end of the month.
struct Outcome {
    std::uint32_t firm;
    Lesson lesson;
    bool success;
};

}  // namespace leeway
