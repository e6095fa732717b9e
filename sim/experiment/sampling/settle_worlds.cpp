#include "experiment/sampling/settle_worlds.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "core/text.hpp"
#include "experiment/dotted_names.hpp"
#include "experiment/sampling/world_file.hpp"

namespace leeway {
namespace {

constexpr double most_worlds = 1e6;

class Settling {
  public:
    explicit Settling(Layered& layered)
        : layered_(layered), plan_(layered.experiment.worlds), model_(field_table(layered.scenario.model)) {}

    void settle() {
        for (std::size_t i = 0; i < parts().size(); ++i) {
            if (part(i).sampling == Sampling::file)
                read_file(i);
            else
                check_names(i);
        }
        give_the_rest();
        check_overlaps();
        check_count();
        if (!layered_.problems.empty()) return;
        for (WorldPart* part : parts()) add_what_only_files_name(part->table);
        for (WorldPart* part : parts()) put_in_scenario_order(*part);
        simplify();
    }

  private:
    std::vector<WorldPart*> parts() const { return parts_of(plan_); }
    WorldPart& part(std::size_t i) const { return *parts()[i]; }
    std::vector<UncertainParameter>& uncertain() const { return layered_.scenario.uncertain; }

    std::vector<std::string> uncertain_names() const {
        std::vector<std::string> names;
        for (const UncertainParameter& prior : uncertain()) names.push_back(prior.parameter);
        return names;
    }

    void object(std::size_t i, const std::string& field, const std::string& message) const {
        layered_.object(part_name(plan_, i) + "." + field, message);
    }

    void read_file(std::size_t i) {
        auto table = read_world_file(layered_.folder / part(i).file, model_, layered_.problems);
        if (!table) return;
        part(i).parameters = table->columns;
        part(i).table = std::move(*table);
        for (const std::string& name : part(i).parameters) {
            if (is_set(name))
                object(i, "file", "has a column \"" + name + "\", to which the experiment gives a value; keep one");
        }
    }

    bool is_set(const std::string& name) const {
        const auto fields = find_fields(model_, name);
        return std::any_of(fields.begin(), fields.end(), [&](const FieldEntry& entry) {
            return layered_.is_set_by_experiment(layered_.places, entry.name);
        });
    }

    void check_names(std::size_t i) const {
        const std::vector<std::string> known = uncertain_names();
        for (const std::string& name : part(i).parameters) {
            if (std::find(known.begin(), known.end(), name) != known.end()) continue;
            object(i, "parameters",
                   "names \"" + name + "\", which this scenario does not leave uncertain" +
                       (is_set(name) ? ", because the experiment gives it a value." : ".") + suggestion(name, known));
        }
    }

    /// The part that names no parameters samples what no other names.
    void give_the_rest() {
        std::set<std::string> named;
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < parts().size(); ++i) {
            named.insert(part(i).parameters.begin(), part(i).parameters.end());
            const bool samples = part(i).sampling != Sampling::point && part(i).sampling != Sampling::file;
            if (samples && part(i).parameters.empty()) open.push_back(i);
        }
        if (open.size() > 1)
            return object(open[1], "parameters",
                          "is empty like that of another plan; name the parameters of all but one");
        if (open.empty()) return;
        for (const std::string& name : uncertain_names()) {
            if (!named.contains(name)) part(open[0]).parameters.push_back(name);
        }
        if (uncertain().empty())
            object(open[0], "sampling",
                   "nothing is uncertain in this scenario, so all worlds would be the same; use \"point\"");
        else if (part(open[0]).parameters.empty())
            object(open[0], "parameters", "is empty and the other plans name all; leave this plan out");
    }

    /// No number is set twice, be it under two names.
    void check_overlaps() const {
        std::map<std::string, std::string> claimed;
        for (std::size_t i = 0; i < parts().size(); ++i) {
            for (const std::string& name : part(i).parameters) {
                for (const FieldEntry& entry : find_fields(model_, name)) {
                    const auto [first, is_new] = claimed.emplace(entry.name, name);
                    if (is_new) continue;
                    object(i, part(i).sampling == Sampling::file ? "file" : "parameters",
                           "sets " + entry.name + " as \"" + name + "\" and \"" + first->second +
                               "\"; one plan samples a number, once");
                    break;
                }
            }
        }
    }

    void check_count() const {
        const double count = world_count(plan_);
        if (count > most_worlds)
            layered_.object("worlds", "make " + number_text(count) +
                                          " worlds, and at most 1e6 fit into an experiment; lower count, or name "
                                          "fewer parameters");
    }

    void add_what_only_files_name(const WorldTable& table) {
        const std::vector<std::string> known = uncertain_names();
        std::map<std::string, UncertainParameter> added;  // sorted by name, whatever the order of columns
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const std::string& name = table.columns[column];
            if (std::find(known.begin(), known.end(), name) != known.end()) continue;
            UncertainParameter& parameter = added[name];
            parameter.parameter = name;
            parameter.source = "the experiment's file of worlds";
            parameter.low = parameter.high = table.rows.front()[column];
            for (const auto& row : table.rows) {
                parameter.low = std::min(parameter.low, row[column]);
                parameter.high = std::max(parameter.high, row[column]);
            }
        }
        for (auto& [name, parameter] : added) uncertain().push_back(std::move(parameter));
    }

    void put_in_scenario_order(WorldPart& part) const {
        const std::vector<std::string> all = uncertain_names();
        const auto rank = [&](std::size_t i) { return std::find(all.begin(), all.end(), part.parameters[i]); };
        std::vector<std::size_t> order(part.parameters.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
        const auto reordered = [&](const auto& items) {
            auto copy = items;
            for (std::size_t i = 0; i < order.size(); ++i) copy[i] = items[order[i]];
            return copy;
        };
        part.parameters = reordered(part.parameters);
        for (auto& row : part.table.rows) row = reordered(row);
        if (part.sampling == Sampling::file) part.table.columns = part.parameters;
    }

    void simplify() {
        if (plan_.product.empty()) return;
        plan_.sampling = Sampling::product;
        if (plan_.product.size() > 1) return;
        static_cast<WorldPart&>(plan_) = WorldPart(plan_.product.front());
        plan_.product.clear();
    }

    Layered& layered_;
    WorldPlan& plan_;
    const FieldTable model_;
};

}  // namespace

void settle_worlds(Layered& layered) { Settling(layered).settle(); }

}  // namespace leeway
