#include "analysis/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "analysis/numbers.hpp"
#include "core/text.hpp"

namespace leeway {
namespace {

constexpr std::string_view harm_words = "severity-weighted harms per 1,000 citizens a year";

const OutcomeContrast* find_contrast(const SentenceSubject& subject, std::string_view metric) {
    const auto found = std::find_if(subject.outcomes.begin(), subject.outcomes.end(),
                                    [&](const OutcomeContrast& outcome) { return outcome.metric->name == metric; });
    return found == subject.outcomes.end() || !std::isfinite(found->level.mean.mean) ? nullptr : &*found;
}

bool has_contrast(const OutcomeContrast* outcome) { return outcome != nullptr && outcome->contrast.units > 0; }

bool is_same_everywhere(const OutcomeContrast& outcome) { return outcome.better + outcome.worse == 0; }

/// Whether an interval is known and holds zero.
bool is_unclear(const OutcomeContrast& outcome) {
    return std::isfinite(outcome.contrast.mean.low) && !outcome.is_clear();
}

/// A magnitude with its spread, turned round where it fell, so that "fewer" and "avoids" take positive numbers.
struct Amount {
    double centre, low, high;

    Amount(const Summary& summary, double factor, bool turned) {
        const double sign = turned ? -factor : factor;
        centre = sign * summary.mean.mean;
        low = sign * (turned ? summary.p95 : summary.p05);
        high = sign * (turned ? summary.p05 : summary.p95);
    }
};

/// "11 % (7 to 15)"; the first spread of a sentence says what it holds.
class SpreadWords {
  public:
    explicit SpreadWords(std::string noun) : noun_(std::move(noun)) {}

    std::string operator()(const Amount& amount, std::string_view unit, bool is_signed = false) {
        const int decimals = decimals_for(largest({amount.centre, amount.low, amount.high}), 2);
        const std::string centre =
            (is_signed ? plain_signed : plain_number)(amount.centre, decimals) + std::string(unit);
        if (!std::isfinite(amount.low)) return centre;
        const std::string holds = explained_ ? "" : fmt::format(" in nine of ten {}s", noun_);
        explained_ = true;
        return fmt::format("{} ({} to {}{})", centre, plain_number(amount.low, decimals),
                           plain_number(amount.high, decimals), holds);
    }

  private:
    std::string noun_;
    bool explained_ = false;
};

std::string uptake_clause(const OutcomeContrast& uptake, const std::string& baseline, SpreadWords& spread) {
    if (is_same_everywhere(uptake)) return fmt::format("reaches exactly as many users as `{}`", baseline);
    const bool is_relative = std::isfinite(uptake.relative.mean.mean);
    const Summary& change = is_relative ? uptake.relative : uptake.contrast;
    const std::string_view unit = is_relative ? " %" : " percentage points";
    if (is_unclear(uptake)) {
        return fmt::format("makes no clear difference in users from `{}`: {}", baseline,
                           spread({change, 100, false}, unit, true));
    }
    const bool fell = change.mean.mean < 0;
    if (is_relative) {
        return fmt::format("reaches {} {} users than `{}`", spread({change, 100, fell}, unit), fell ? "fewer" : "more",
                           baseline);
    }
    return fmt::format("{} uptake by {} against `{}`", fell ? "lowers" : "raises", spread({change, 100, fell}, unit),
                       baseline);
}

std::string harm_clause(const OutcomeContrast& harm, SpreadWords& spread) {
    if (is_same_everywhere(harm)) return "changes nothing in harm";
    if (is_unclear(harm)) {
        return fmt::format("makes no clear difference in harm: {} {}", spread({harm.contrast, 1, false}, "", true),
                           harm_words);
    }
    const bool fell = harm.contrast.mean.mean < 0;
    return fmt::format("{} {} {}", fell ? "avoids" : "adds", spread({harm.contrast, 1, fell}, ""), harm_words);
}

/// "uptake is higher in 92 of 100 worlds"
std::string count_words(const OutcomeContrast& outcome, std::string_view what, const std::string& noun) {
    return fmt::format("{} in {} of {}", what, outcome.better, counted(outcome.contrast.units, noun));
}

/// The sentence on uptake and harm, whichever are known.
std::string main_sentence(const SentenceSubject& subject, SpreadWords& spread) {
    const OutcomeContrast *uptake = find_contrast(subject, "uptake"),
                          *harm = find_contrast(subject, "harm_per_1000_citizen_years");
    std::vector<std::string> clauses, counts;
    if (has_contrast(uptake)) {
        clauses.push_back(uptake_clause(*uptake, subject.baseline, spread));
        counts.push_back(count_words(*uptake, "uptake is higher", subject.unit_noun));
    }
    if (has_contrast(harm)) {
        clauses.push_back(harm_clause(*harm, spread));
        const bool same_count = !counts.empty() && uptake->contrast.units == harm->contrast.units;
        counts.push_back(same_count ? fmt::format("harm is lower in {}", harm->better)
                                    : count_words(*harm, "harm is lower", subject.unit_noun));
    }
    if (clauses.empty()) {
        return fmt::format("`{}` cannot be compared with `{}`: no pair of finished runs has uptake or harm.",
                           subject.design, subject.baseline);
    }
    return fmt::format("`{}` {}; {}.", subject.design, listed(clauses), listed(counts));
}

std::string capitalised(std::string text) {
    if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// What moved and what did not, among the outcomes that are said only when they are clear.
std::string second_sentence(const SentenceSubject& subject, SpreadWords& spread) {
    struct Said {
        std::string_view metric, words;
    };
    std::vector<std::string> moved, disputed, unmoved;
    for (const auto& [metric, words] :
         {Said{"trust_mean", "trust"},
          Said{"firms_alive_per_idea_36", "the share of ideas alive as firms after 36 months"}}) {
        const OutcomeContrast* outcome = find_contrast(subject, metric);
        if (!has_contrast(outcome)) continue;
        if (is_unclear(*outcome)) {
            unmoved.emplace_back(words);
        } else if (outcome->is_clear() && !outcome->units_agree()) {
            disputed.emplace_back(words);
        } else if (outcome->is_clear()) {
            const bool fell = outcome->contrast.mean.mean < 0;
            const std::string amount = spread({outcome->contrast, 100, fell}, " percentage points");
            moved.push_back(fmt::format("{} {} by {}", words, fell ? "falls" : "rises", amount));
        }
    }
    std::vector<std::string> said;
    if (!moved.empty()) said.push_back(capitalised(listed(moved)) + ".");
    if (!disputed.empty()) {
        said.push_back(fmt::format("In {} the direction differs between {}s.", listed(disputed), subject.unit_noun));
    }
    if (!unmoved.empty()) said.push_back(fmt::format("There is no clear difference in {}.", listed(unmoved)));
    return join(said, " ");
}

std::string baseline_sentence(const SentenceSubject& subject, SpreadWords& spread) {
    std::vector<std::string> levels;
    if (const auto* uptake = find_contrast(subject, "uptake")) {
        levels.push_back("uptake of " + spread({uptake->level, 100, false}, " %"));
    }
    if (const auto* harm = find_contrast(subject, "harm_per_1000_citizen_years")) {
        levels.push_back(fmt::format("{} {}", spread({harm->level, 1, false}, ""), harm_words));
    }
    if (levels.empty()) {
        return fmt::format("`{}` is the baseline; none of its runs has uptake or harm.", subject.design);
    }
    return fmt::format("`{}` is the baseline: {}.", subject.design, listed(levels));
}

}  // namespace

std::string describe_design(const SentenceSubject& subject) {
    SpreadWords spread(subject.unit_noun);
    if (subject.design == subject.baseline) return baseline_sentence(subject, spread);
    const std::string first = main_sentence(subject, spread), second = second_sentence(subject, spread);
    return second.empty() ? first : first + " " + second;
}

}  // namespace leeway
