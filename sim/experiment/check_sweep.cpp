// What is wrong with a sweep of levers, each problem at the lever or the value that it is about.

#include <map>
#include <set>

#include "core/text.hpp"
#include "experiment/dotted_names.hpp"
#include "experiment/vary.hpp"

namespace leeway {
namespace {

constexpr double most_points = 10'000;

class SweepCheck {
  public:
    explicit SweepCheck(Layered& layered) : layered_(layered), sweep_(layered.sweep) {}

    void check() {
        const std::size_t before = layered_.problems.size();
        for (const SweptLever& lever : sweep_.levers) {
            if (is_lever_everywhere(lever)) check_values(lever);
        }
        check_count();
        if (layered_.problems.size() > before) return;
        check_overlaps();
        for (std::size_t d = 0; d < layered_.designs.size(); ++d) {
            if (is_swept(d)) check_points(d);
        }
    }

  private:
    bool is_swept(std::size_t d) const { return leeway::is_swept(d, layered_.designs.size(), layered_.baseline); }

    void object(const SweptLever& lever, const std::string& message) {
        const std::string key = "vary." + lever.name;
        layered_.problems.push_back(problem_at(lever.place(), key, key + ": " + message));
    }

    bool is_lever_everywhere(const SweptLever& lever) {
        if (const std::string other = what_it_is_instead(lever.name); !other.empty()) {
            object(lever, other);
            return false;
        }
        for (std::size_t d = 0; d < layered_.designs.size(); ++d) {
            const FieldTable table = field_table(layered_.designs[d].design);
            const bool is_label = lever.name.find('.') == std::string::npos;  // name, description, source
            if (!is_swept(d) || (!is_label && !find_fields(table, lever.name).empty())) continue;
            object(lever, "the design \"" + layered_.designs[d].name + "\" has no such lever." +
                              remedy_for_unknown(table, lever.name));
            return false;
        }
        return true;
    }

    /// Why a name that is known, but not as a lever, cannot be swept, and what to do; empty for other names.
    std::string what_it_is_instead(const std::string& name) {
        if (name.starts_with("adaptation."))
            return "is a regime of adaptation; write [adaptation] and below it " + name.substr(name.find('.') + 1) +
                   " = [true, false]";
        const auto parameters = find_fields(field_table(layered_.scenario.model), name);
        if (!parameters.empty()) return what_a_parameter_is(parameters.front().value);
        if (!find_fields(field_table(layered_.experiment), name).empty())
            return "is a setting of the experiment, not a lever of a design; run one experiment per value (--set)";
        return "";
    }

    static std::string what_a_parameter_is(const FieldReference& value) {
        const std::string reason = "is a parameter of the world, not a lever of a design; ";
        const bool is_number = std::holds_alternative<double*>(value) || std::holds_alternative<std::int64_t*>(value);
        return reason + (is_number ? "list its values in a file of worlds ([worlds] sampling = \"file\"), or give it a "
                                     "prior ([[uncertain]] of the scenario) and sample it"
                                   : "run one experiment per value (--set)");
    }

    void check_values(const SweptLever& lever) {
        const std::size_t d = first_swept();
        Places aside;
        std::set<std::string> seen;
        for (const toml::node& value : lever.values()) {
            Design scratch = layered_.designs[d].design;
            const std::size_t before = layered_.problems.size();
            const auto field = set_lever(scratch, lever, value, aside, layered_.problems);
            const std::string text = label_text(field);
            if (layered_.problems.size() == before && !seen.insert(text).second)
                object(lever, "lists " + text + " twice; each value makes one design point");
        }
    }

    std::size_t first_swept() const { return leeway::first_swept(layered_.designs.size(), layered_.baseline); }

    void check_count() {
        const double points = sweep_.combinations() * static_cast<double>(layered_.designs.size());
        if (points > most_points)
            object(sweep_.levers.front(), "the swept levers make " + number_text(points) +
                                              " design points; at most 10,000 fit into one experiment");
    }

    /// A number is swept under one name, and not also set to one value.
    void check_overlaps() {
        const std::size_t d = first_swept();
        const FieldTable table = field_table(layered_.designs[d].design);
        std::map<std::string, std::string> claimed;
        for (const SweptLever& lever : sweep_.levers) {
            for (const FieldEntry& entry : find_fields(table, lever.name)) {
                const auto [first, is_new] = claimed.emplace(entry.name, lever.name);
                if (!is_new) {
                    object(lever, "also changes what \"" + first->second + "\" sweeps, " + entry.name + "; keep one");
                    break;
                }
                if (!layered_.is_set_by_experiment(layered_.design_places[d], entry.name)) continue;
                object(lever, "is swept and also set to one value for all designs; keep one of the two");
                break;
            }
        }
    }

    void check_points(std::size_t d) {
        const KnownNames known = names_in(layered_.scenario.model.scenario);
        for (std::size_t combination = 0; combination < combinations(); ++combination) {
            Places places = layered_.design_places[d];
            const NamedDesign point = sweep_point(layered_.designs[d], sweep_, combination, places);
            check_design(point.design, known, point.file, places, layered_.problems);
        }
    }

    std::size_t combinations() const { return static_cast<std::size_t>(sweep_.combinations()); }

    Layered& layered_;
    const Sweep& sweep_;
};

}  // namespace

void check_sweep(Layered& layered) {
    if (!layered.sweep.levers.empty() && !layered.designs.empty()) SweepCheck(layered).check();
}

}  // namespace leeway
