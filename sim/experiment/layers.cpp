#include "experiment/layers.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/text.hpp"
#include "experiment/locations.hpp"
#include "experiment/read_toml.hpp"
#include "experiment/until_table.hpp"

namespace leeway {
namespace fs = std::filesystem;
namespace {

/// Names that a scenario or a design gives itself; no experiment changes them.
bool names_itself(const std::string& name) {
    return name == "name" || name == "title" || name == "currency" || name == "description" || name == "source";
}

void append_settable(FieldTable& to, const FieldTable& more) {
    for (const FieldEntry& entry : more.fields) {
        if (!names_itself(entry.name)) to.fields.push_back(entry);
    }
    to.lists.insert(to.lists.end(), more.lists.begin(), more.lists.end());
    to.groups.insert(to.groups.end(), more.groups.begin(), more.groups.end());
}

/// A name such as "sandbox[fca].places" need not be known to every design, only to one of them.
void forgive_what_others_know(std::vector<Problems>& found) {
    const auto is_unknown = [](const Problem& said) { return said.message.starts_with("unknown key"); };
    std::map<std::string, std::size_t> unknown_to;
    for (const Problems& problems : found) {
        for (const Problem& said : problems) unknown_to[said.key] += is_unknown(said) ? 1 : 0;
    }
    for (Problems& problems : found) {
        std::erase_if(problems, [&](const Problem& said) {
            return is_unknown(said) && said.key.find('[') != std::string::npos && unknown_to[said.key] < found.size();
        });
    }
}

/// Reads the layers one after the other; each step needs the results of those before it.
class LayerReader {
  public:
    /// With `text`, that is the experiment and `path` only what messages call it.
    explicit LayerReader(const fs::path& path, std::optional<std::string> text = std::nullopt)
        : path_(path),
          text_(std::move(text)),
          folder_(path.has_parent_path() ? path.parent_path() : "."),
          locations_(find_locations(folder_)) {
        layered_.file = text_ ? path.string() : shown(path);
        layered_.folder = folder_;
    }

    Layered read(const std::vector<std::string>& settings) {
        read_documents(settings);
        if (documents_.empty()) return std::move(layered_);
        read_experiment();
        read_scenario_file();
        if (scenario_is_read_) {
            read_designs();
            put_on_designs();
            read_neighbours();
        } else {
            look_for_misspelt_keys();
        }
        return std::move(layered_);
    }

  private:
    void read_documents(const std::vector<std::string>& settings) {
        auto experiment =
            text_ ? parse_document(layered_.file, *text_, layered_.problems) : read_document(path_, layered_.problems);
        if (!experiment) return;
        documents_.push_back(std::move(*experiment));
        for (const std::string& setting : settings) {
            if (auto document = parse_setting(setting, layered_.problems)) documents_.push_back(std::move(*document));
        }
        for (TomlDocument& document : documents_) {
            set_until_apart(document, layered_.problems);
            take_regimes(document, layered_.regimes, layered_.problems);
            take_sweep(document, layered_.sweep, layered_.problems);
        }
    }

    /// The experiment's own fields come first: they say which scenario and designs there are.
    void read_experiment() {
        const std::size_t before = layered_.problems.size();
        for (TomlDocument& document : documents_) {
            if (gives_replicates(document)) forget_until();
            const Reading reading{document, layered_.problems, layered_.places};
            read_toml(field_table(layered_.experiment), reading, UnknownKeys::are_skipped);
        }
        check_until_is_whole(layered_.experiment.until, layered_.places, layered_.problems);
        if (layered_.problems.size() > before) return;
        add_complaints(complaints(layered_.experiment), layered_.file, layered_.places, layered_.problems);
    }

    void forget_until() {
        layered_.experiment.until = {};
        std::erase_if(layered_.places, [](const auto& place) { return place.first.starts_with("replicates.until"); });
    }

    void read_scenario_file() {
        const std::string& name = layered_.experiment.scenario;
        if (name.empty()) return;
        const auto path = find_scenario(locations_, name, folder_);
        if (!path) return not_found("scenario", "scenario", name, scenarios(locations_));
        scenario_folder_ = path->parent_path();
        layered_.scenario_file = shown(*path);
        const std::size_t before = layered_.problems.size();
        layered_.scenario = read_scenario(*path, layered_.problems, layered_.places);
        scenario_is_read_ = layered_.problems.size() == before;
        read_status_quo();
    }

    void read_status_quo() {
        Places aside;
        if (const auto path = find_design(locations_, "status-quo", scenario_folder_, folder_)) {
            layered_.status_quo = read_design(*path, layered_.problems, aside);
        } else {
            layered_.object("scenario", "there is no designs/status-quo.toml beside " + layered_.scenario_file +
                                            "; its warm-up runs under that design");
        }
    }

    void read_designs() {
        const auto& names = layered_.experiment.designs;
        for (std::size_t i = 0; i < names.size(); ++i) add_design("designs[" + std::to_string(i) + "]", names[i]);
        find_baseline();
    }

    void add_design(const std::string& key, const std::string& name) {
        const auto path = find_design(locations_, name, scenario_folder_, folder_);
        if (!path) return not_found(key, "design", name, designs(locations_, scenario_folder_));
        Places places = layered_.places;
        NamedDesign named{name, name, shown(*path), read_design(*path, layered_.problems, places), {}};
        const std::string& own = named.design.name;
        if (is_path(name)) {
            named.name = named.base = own;
        } else if (own != name && own != Design{}.name) {
            const std::string message =
                "is \"" + own + "\" in the file that is looked up as \"" + name + "\"; make both the same";
            add_complaints({{"name", message}}, named.file, places, layered_.problems);
        }
        layered_.designs.push_back(std::move(named));
        layered_.design_places.push_back(std::move(places));
    }

    /// The baseline is one of the designs, by its label or as the experiment writes it; else it is added in front.
    void find_baseline() {
        const std::string& baseline = layered_.experiment.baseline;
        const std::size_t listed = layered_.designs.size();
        for (std::size_t i = 0; i < listed; ++i) {
            if (layered_.designs[i].name != baseline) continue;
            layered_.baseline = i;
            return;
        }
        add_design("baseline", baseline);
        if (layered_.designs.size() == listed) return;
        std::rotate(layered_.designs.begin(), layered_.designs.end() - 1, layered_.designs.end());
        std::rotate(layered_.design_places.begin(), layered_.design_places.end() - 1, layered_.design_places.end());
    }

    void put_on(Model& model, Design& design, Places& places, Problems& problems) {
        Experiment again;
        for (const TomlDocument& document : documents_)
            read_toml(settable(again, model, design), {document, problems, places, Layer::lies_over});
    }

    void put_on_designs() {
        std::vector<Problems> found(layered_.designs.size());
        for (std::size_t i = 0; i < layered_.designs.size(); ++i)
            put_on(layered_.scenario.model, layered_.designs[i].design, layered_.design_places[i], found[i]);
        forgive_what_others_know(found);
        for (const Problems& problems : found)
            layered_.problems.insert(layered_.problems.end(), problems.begin(), problems.end());
        if (layered_.designs.empty())
            look_for_misspelt_keys();
        else
            layered_.places = layered_.design_places.front();
    }

    /// The designs under which the jurisdictions live that the compared designs do not govern.
    void read_neighbours() {
        const JurisdictionGroup& jurisdictions = layered_.scenario.model.scenario.jurisdictions;
        for (std::size_t i = 0; i < jurisdictions.items.size(); ++i) {
            const JurisdictionItem& item = jurisdictions.items[i];
            if (item.name == jurisdictions.governed) continue;
            const std::string key = "jurisdictions.items[" + std::to_string(i) + "].design";
            const auto path = find_design(locations_, item.design, scenario_folder_, scenario_folder_);
            if (!path) {
                not_found(key, "design", item.design, designs(locations_, scenario_folder_));
                continue;
            }
            Places aside;
            layered_.neighbours.push_back(read_design(*path, layered_.problems, aside));
        }
    }

    /// Without a scenario or a design the defaults stand in, so that misspelt keys are found in the same pass. What an
    /// index or an entry's name refers to is then unknown.
    void look_for_misspelt_keys() {
        Design design;
        Places aside;
        Problems found;
        put_on(layered_.scenario.model, design, aside, found);
        std::erase_if(found, [](const Problem& said) { return said.key.find('[') != std::string::npos; });
        layered_.problems.insert(layered_.problems.end(), found.begin(), found.end());
    }

    void not_found(const std::string& key, const std::string& kind, const std::string& name,
                   const std::vector<NamedFile>& known) {
        if (is_path(name))
            return layered_.object(key, "there is no file \"" + name + "\" in " + shown(folder_) +
                                            " or the current folder; check the path");
        std::vector<std::string> names;
        for (const NamedFile& file : known) names.push_back(file.name);
        layered_.object(key, "there is no " + kind + " \"" + name + "\"; \"leeway list " + kind +
                                 "s\" shows the names." + suggestion(name, names));
    }

    fs::path path_;
    std::optional<std::string> text_;
    fs::path folder_, scenario_folder_;
    Locations locations_;
    std::vector<TomlDocument> documents_;  ///< the experiment, then the settings
    bool scenario_is_read_ = false;
    Layered layered_;
};

}  // namespace

Layered read_layers(const fs::path& experiment, const std::vector<std::string>& settings) {
    return LayerReader(experiment).read(settings);
}

Layered read_layers_of_text(const std::string& name, const std::string& text,
                            const std::vector<std::string>& settings) {
    return LayerReader(name, text).read(settings);
}

FieldTable settable(Experiment& experiment, Model& model, Design& design) {
    FieldTable table = field_table(experiment);
    append_settable(table, field_table(model));
    append_settable(table, field_table(design));
    return table;
}

}  // namespace leeway
