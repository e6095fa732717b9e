#include "experiment/run_identity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/fields.hpp"
#include "core/parallel.hpp"
#include "experiment/digest.hpp"
#include "experiment/dotted_names.hpp"
#include "experiment/write_toml.hpp"
#include "rules/model_version.hpp"

namespace leeway {
namespace {

/// Fields that only tell people what they look at, and the path of a file whose contents have a field of their own.
constexpr std::array<std::string_view, 6> telling{"name",        "title",  "currency",
                                                  "description", "source", "citizens.edges"};

struct Line {
    std::string name, value;
    bool operator<(const Line& other) const { return name < other.name; }
};
using Lines = std::vector<Line>;

void add_lines(Lines& lines, const FieldTable& table, const std::string& prefix = "") {
    for (const FieldEntry& entry : table.fields) {
        if (std::find(telling.begin(), telling.end(), entry.name) == telling.end())
            lines.push_back({prefix + entry.name, value_toml(entry.value)});
    }
    for (const ListEntry& list : table.lists) {
        lines.push_back({prefix + list.name + ".size", std::to_string(list.size())});
        for (std::size_t i = 0; i < list.size(); ++i) add_lines(lines, list.element(i), prefix);
    }
}

std::string text_of(const Line& line) { return line.name + " = " + line.value + "\n"; }

std::string text_of(const Lines& lines) {
    std::string text;
    for (const Line& line : lines) text += text_of(line);
    return text;
}

ConfigurationPart design_part(NamedDesign named) {
    Lines lines;
    add_lines(lines, field_table(named.design));
    add_lines(lines, field_table(named.adaptation, "adaptation"));
    std::sort(lines.begin(), lines.end());
    std::string text = text_of(lines);
    return {named.name, sha256(text), text};
}

/// The lines that the worlds of a plan share. The regime of adaptation belongs to the design points.
Lines common_lines(const Plan& plan) {
    Model model = plan.model;
    Design status_quo = plan.status_quo;
    Lines lines;
    add_lines(lines, field_table(model));
    std::erase_if(lines, [](const Line& line) { return line.name.starts_with("adaptation."); });
    add_lines(lines, field_table(status_quo), "status_quo.");
    for (std::size_t j = 0; j < plan.neighbours.size(); ++j) {
        Design neighbour = plan.neighbours[j];
        add_lines(lines, field_table(neighbour), "neighbour[" + std::to_string(j) + "].");
    }
    lines.push_back({"luck.world", "0"});
    lines.push_back({"model_version", std::to_string(model_version)});
    lines.push_back({"months", std::to_string(plan.experiment.months)});
    lines.push_back({"seed", std::to_string(plan.experiment.seed)});
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// The common lines with the places at which worlds have values of their own.
class WorldLines {
  public:
    explicit WorldLines(const Plan& plan) : plan_(plan), common_(common_lines(plan)) {
        Model model = plan.model;
        const FieldTable table = field_table(model);
        for (std::size_t p = 0; p < plan.uncertain.size(); ++p) {
            for (const FieldEntry& entry : find_fields(table, plan.uncertain[p].parameter)) {
                const bool is_whole = std::holds_alternative<std::int64_t*>(entry.value);
                own_[place(entry.name)] = {p, is_whole};
            }
        }
        if (plan.experiment.luck == Luck::per_world) own_[place("luck.world")] = {plan.uncertain.size(), true};
        cut_into_pieces();
    }

    ConfigurationPart common() const {
        const std::string text = text_of(common_);
        return {"", sha256(text), text};
    }

    /// The part of world number `world`: the pieces that never change are copied whole.
    ConfigurationPart part(std::size_t world) const {
        ConfigurationPart part{std::to_string(world), "", ""};
        std::string whole = pieces_.front();
        std::size_t piece = 0;
        for (const auto& [place, own] : own_) {
            const std::string line = text_of({common_[place].name, value(world, place, own)});
            part.text += line;
            whole += line + pieces_[++piece];
        }
        part.digest = sha256(whole);
        return part;
    }

  private:
    /// What stands at a place: an uncertain parameter, or behind the last of them the number of the world.
    struct Own {
        std::size_t parameter;
        bool is_whole;
    };

    std::size_t place(const std::string& name) const {
        const auto found = std::lower_bound(common_.begin(), common_.end(), Line{name, ""});
        return static_cast<std::size_t>(found - common_.begin());
    }

    /// A world without a value of its own keeps that of the model.
    std::string value(std::size_t world, std::size_t place, const Own& own) const {
        if (own.parameter == plan_.uncertain.size()) return std::to_string(world);
        double number = plan_.worlds[world][own.parameter];
        if (std::isnan(number)) return common_[place].value;
        auto whole = own.is_whole ? static_cast<std::int64_t>(number) : 0;
        return own.is_whole ? value_toml(&whole) : value_toml(&number);
    }

    void cut_into_pieces() {
        pieces_.emplace_back();
        for (std::size_t i = 0; i < common_.size(); ++i) {
            if (own_.contains(i))
                pieces_.emplace_back();
            else
                pieces_.back() += text_of(common_[i]);
        }
    }

    const Plan& plan_;
    Lines common_;
    std::map<std::size_t, Own> own_;   ///< by place among the common lines
    std::vector<std::string> pieces_;  ///< the common text between these places
};

/// Whether a difference is one of the experiment itself, such as its seed, from which others follow.
bool is_of_experiment(const std::string& difference) {
    return difference.substr(0, difference.find(' ')).find('.') == std::string::npos;
}

std::map<std::string_view, std::string_view> values_by_name(std::string_view text) {
    std::map<std::string_view, std::string_view> values;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const std::size_t equals = line.find(" = ");
        if (equals != line.npos) values[line.substr(0, equals)] = line.substr(equals + 3);
    }
    return values;
}

}  // namespace

RunKeys identify_runs(const Plan& plan) {
    const WorldLines worlds(plan);
    RunKeys keys;
    keys.model_version = model_version;
    keys.configuration = plan.configuration;
    keys.common = worlds.common();
    for (const NamedDesign& named : plan.designs) keys.designs.push_back(design_part(named));
    keys.worlds.resize(plan.worlds.size());
    for_each_index(keys.worlds.size(), [&](std::size_t world) { keys.worlds[world] = worlds.part(world); });
    keys.replicates = static_cast<std::size_t>(plan.experiment.replicates);
    return keys;
}

std::vector<std::string> differences(std::string_view before, std::string_view now) {
    const auto earlier = values_by_name(before), later = values_by_name(now);
    std::vector<std::string> found;
    for (const auto& [name, value] : later) {
        const auto old = earlier.find(name);
        if (old == earlier.end())
            found.push_back(std::string(name) + " is new");
        else if (old->second != value)
            found.push_back(std::string(name) + " was " + std::string(old->second) + " and is " + std::string(value));
    }
    for (const auto& [name, value] : earlier) {
        if (!later.contains(name)) found.push_back(std::string(name) + " is gone");
    }
    std::stable_partition(found.begin(), found.end(), is_of_experiment);
    return found;
}

}  // namespace leeway
