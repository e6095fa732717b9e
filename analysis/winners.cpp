#include "analysis/winners.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "analysis/designs.hpp"
#include "analysis/unit_means.hpp"

namespace leeway {
namespace {

constexpr double rounding = 1e-9;  // relative; sums in another order differ by less

struct Party {
    std::string name;
    OfRun value;
};

/// Parties with one outcome, before any design is looked at.
struct Section {
    std::string name;
    const Metric* metric;
    std::vector<Party> parts;
    std::optional<Party> whole;
    bool sums;
};

OfRun entry(const Results& results, const OutcomeArray& outcome, std::size_t inner) {
    return [&results, &outcome, inner](std::size_t design, std::size_t world, std::size_t replicate) {
        return run_value(results, outcome, design, world, replicate, inner);
    };
}

std::optional<Party> whole_of(const Results& results, std::string_view outcome) {
    const OutcomeArray* total = find_outcome(results.outcomes, outcome);
    if (total == nullptr) return std::nullopt;
    return Party{"all", entry(results, *total, 0)};
}

/// A breakdown that is stored as such: by segment, sector or jurisdiction.
void add_breakdown(const Results& results, const std::vector<OutcomeArray>& arrays,
                   const std::vector<std::string>& labels, const std::string& name, std::string_view outcome, bool sums,
                   std::vector<Section>& sections) {
    const OutcomeArray* array = find_outcome(arrays, outcome);
    if (array == nullptr || array->inner != labels.size() || labels.empty()) return;
    Section section{name, find_metric(outcome), {}, whole_of(results, outcome), sums};
    for (std::size_t i = 0; i < labels.size(); ++i) section.parts.push_back({labels[i], entry(results, *array, i)});
    sections.push_back(std::move(section));
}

struct NamedPart {
    std::string_view outcome, party;
};

/// Parts that are outcomes of their own, and with `rest` what is left of the whole.
void add_parts(const Results& results, const std::string& name, std::string_view whole,
               std::initializer_list<NamedPart> parts, std::string_view rest, std::vector<Section>& sections) {
    const std::optional<Party> total = whole_of(results, whole);
    if (!total) return;
    Section section{name, find_metric(whole), {}, total, true};
    for (const auto& [outcome, party] : parts) {
        const OutcomeArray* array = find_outcome(results.outcomes, outcome);
        if (array == nullptr) return;
        section.parts.push_back({std::string(party), entry(results, *array, 0)});
    }
    if (!rest.empty()) {
        const OfRun part = section.parts.front().value, all = total->value;
        section.parts.push_back({std::string(rest), [part, all](std::size_t d, std::size_t w, std::size_t r) {
                                     return all(d, w, r) - part(d, w, r);
                                 }});
    }
    sections.push_back(std::move(section));
}

void add_alone(const Results& results, const std::string& name, std::string_view outcome, std::string_view party,
               std::vector<Section>& sections) {
    const OutcomeArray* array = find_outcome(results.outcomes, outcome);
    if (array == nullptr) return;
    sections.push_back(
        {name, find_metric(outcome), {{std::string(party), entry(results, *array, 0)}}, std::nullopt, false});
}

void add_citizens(const Results& results, std::vector<Section>& sections) {
    const auto by_segment = [&](std::string_view outcome, bool sums) {
        add_breakdown(results, results.by_segment, results.segments, "citizens by segment", outcome, sums, sections);
    };
    by_segment("uptake", false);
    by_segment("harm_per_1000_citizen_years", false);
    by_segment("net_benefit", false);
    by_segment("trust_mean", false);
    by_segment("user_months", true);
    by_segment("harm_occurred", true);
}

void add_services(const Results& results, std::vector<Section>& sections) {
    for (const std::string_view outcome : {"user_months", "harm_occurred"})
        add_breakdown(results, results.by_sector, results.sectors, "users by sector", outcome, true, sections);
    for (const std::string_view outcome : {"uptake", "harm_per_1000_citizen_years"})
        add_breakdown(results, results.by_jurisdiction, results.jurisdictions, "citizens by jurisdiction", outcome,
                      false, sections);
    add_parts(results, "users inside and outside the sandbox", "active_users",
              {{"users_of_admitted", "services that were in a sandbox"}}, "other services", sections);
    add_parts(results, "harm inside and outside the sandbox", "harm_occurred",
              {{"harm_in_pilots", "live tests"},
               {"harm_of_authorised", "authorised services"},
               {"harm_of_unauthorised", "services without permission"}},
              "", sections);
}

void add_firms(const Results& results, std::vector<Section>& sections) {
    add_parts(results, "firms inside and outside the sandbox", "firms_alive",
              {{"firms_alive_admitted", "admitted firms"}}, "other firms", sections);
    add_parts(results, "firms alive by kind", "firms_alive",
              {{"firms_alive_start_ups", "start-ups"},
               {"firms_alive_small_firms", "small firms"},
               {"firms_alive_incumbents", "incumbents"},
               {"firms_alive_agencies", "public agencies"}},
              "", sections);
    add_parts(results, "users by kind of firm", "active_users",
              {{"users_of_start_ups", "start-ups"},
               {"users_of_small_firms", "small firms"},
               {"users_of_incumbents", "incumbents"},
               {"users_of_agencies", "public agencies"}},
              "", sections);
    add_alone(results, "rivals of tested services", "rivals_displaced", "displaced rivals", sections);
    add_alone(results, "firms that leave", "firms_relocated", "relocated firms", sections);
}

std::vector<Section> sections_of(const Results& results) {
    std::vector<Section> sections;
    add_citizens(results, sections);
    add_services(results, sections);
    add_firms(results, sections);
    return sections;
}

/// What is asked of one design.
struct WinnersQuestion {
    const Results& results;
    const MeanEstimator& estimator;
    double same_share;
    std::size_t design, baseline;

    std::vector<double> levels(const OfRun& value) const {
        return unit_means(results, [&](std::size_t world, std::size_t r) { return value(baseline, world, r); });
    }
    std::vector<double> changes(const OfRun& value) const {
        return unit_means(results, [&](std::size_t world, std::size_t r) {
            return value(design, world, r) - value(baseline, world, r);
        });
    }
};

void count_units(const std::vector<double>& changes, double zone, Better direction, PartyChange& change) {
    const auto units = static_cast<double>(count_finite(changes));
    if (units == 0) return;
    const double sign = direction == Better::less ? -1 : 1;
    const auto share = [&](auto is_so) {
        return static_cast<double>(std::count_if(changes.begin(), changes.end(), is_so)) / units;
    };
    change.better = share([&](double value) { return sign * value > zone; });
    change.worse = share([&](double value) { return sign * value < -zone; });
    change.same = share([&](double value) { return std::abs(value) <= zone; });
}

/// `fallback` is the level of the whole, for parties that have nothing under the baseline.
PartyChange change_of(const WinnersQuestion& question, const Party& party, const Metric& metric, double fallback) {
    const std::vector<double> changes = question.changes(party.value);
    PartyChange change;
    change.party = party.name;
    change.level = estimate_mean(question.estimator, question.levels(party.value));
    change.change = estimate_mean(question.estimator, changes);
    const double level = std::abs(change.level.mean);
    change.zone = question.same_share * (level > 0 ? level : std::isfinite(fallback) ? std::abs(fallback) : 0);
    change.verdict = judge(change.change, change.zone, metric.better);
    count_units(changes, change.zone, metric.better, change);
    return change;
}

double largest_mismatch(const WinnersQuestion& question, const Section& section) {
    double largest = 0;
    for (const std::size_t design : {question.design, question.baseline}) {
        for (std::size_t world = 0; world < question.results.worlds.size(); ++world) {
            for (std::size_t r = 0; r < question.results.replicates.size(); ++r) {
                double sum = 0;
                for (const Party& part : section.parts) sum += part.value(design, world, r);
                const double whole = section.whole->value(design, world, r);
                const double scale = std::max(std::abs(whole), 1.0);
                if (std::isfinite(sum - whole)) largest = std::max(largest, std::abs(sum - whole) / scale);
            }
        }
    }
    return largest;
}

PartyTable table_of(const WinnersQuestion& question, const Section& section) {
    PartyTable table{section.name, section.metric, {}, section.sums && section.whole, 0};
    double whole = missing_value;
    std::optional<PartyChange> total;
    if (section.whole) {
        total = change_of(question, *section.whole, *section.metric, missing_value);
        whole = total->level.mean;
    }
    for (const Party& part : section.parts) table.parties.push_back(change_of(question, part, *section.metric, whole));
    if (table.sums) table.mismatch = largest_mismatch(question, section);
    if (total) table.parties.push_back(*total);
    return table;
}

void add_limits(const WinnersAnswer& answer, const std::vector<Section>& sections, std::vector<std::string>& limits) {
    const auto has = [&](std::string_view name) {
        return std::any_of(sections.begin(), sections.end(),
                           [&](const Section& section) { return section.name == name; });
    };
    if (!has("citizens by segment")) limits.emplace_back("The file holds no outcome by segment.");
    if (!has("firms alive by kind"))
        limits.emplace_back(
            "An older version wrote the file: it does not tell kinds of firms or firms inside the sandbox apart.");
    for (const WinnersDesign& design : answer.designs) {
        for (const PartyTable& table : design.tables) {
            if (table.mismatch > rounding)
                limits.push_back(
                    fmt::format("In {} ({}, `{}`) the parts miss the whole by up to {:.2g} of it: do not add "
                                "them up.",
                                table.section, table.metric->name, design.name, table.mismatch));
        }
    }
}

}  // namespace

std::string_view text(Verdict verdict) {
    constexpr std::string_view words[] = {"better", "worse", "more", "less", "the same", "not clear", "not known"};
    return words[static_cast<std::size_t>(verdict)];
}

Verdict judge(const Interval& change, double zone, Better better) {
    if (!std::isfinite(change.low)) return Verdict::unknown;
    if (change.low >= -zone && change.high <= zone) return Verdict::same;
    if (change.low <= zone && change.high >= -zone) return Verdict::unclear;
    const bool rises = change.mean > 0;
    if (better == Better::neither) return rises ? Verdict::more : Verdict::less;
    return rises == (better == Better::more) ? Verdict::better : Verdict::worse;
}

std::variant<WinnersAnswer, std::string> find_winners(const Results& results, const WinnersRequest& request) {
    if (auto problem = too_few_designs(results)) return *std::move(problem);
    if (!(request.same_share >= 0 && request.same_share <= 1))
        return "what counts as the same is a number from 0 to 100 percent.";
    const auto baseline = design_named(results, request.baseline.value_or(results.baseline));
    if (const auto* problem = std::get_if<std::string>(&baseline)) return *problem;
    const std::vector<Section> sections = sections_of(results);
    if (sections.empty()) return "the file holds no outcome that tells parties apart; run the experiment again.";
    const MeanEstimator estimator = estimator_for(results);
    WinnersAnswer answer{answer_frame(results, estimator), request.same_share, {}};
    for (const DesignGroup& group : groups_by_baseline(results, std::get<std::size_t>(baseline))) {
        for (const std::size_t design : group.designs) {
            if (design == group.baseline) continue;
            const WinnersQuestion question{results, estimator, request.same_share, design, group.baseline};
            WinnersDesign judged{results.designs[design], results.designs[group.baseline], {}};
            for (const Section& section : sections) judged.tables.push_back(table_of(question, section));
            answer.designs.push_back(std::move(judged));
        }
    }
    add_limits(answer, sections, answer.limits);
    return answer;
}

}  // namespace leeway
