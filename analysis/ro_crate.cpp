#include "analysis/ro_crate.hpp"

#include <nlohmann/json.hpp>

#include "analysis/limits.hpp"
#include "analysis/numbers.hpp"

namespace leeway {
namespace {

using nlohmann::json;

constexpr const char *program_id = "#leeway", *run_id = "#run", *licence_id = "#licence";

json reference(const std::string& id) { return {{"@id", id}}; }

/// The day on which the results were made: "2026-01-31" of "2026-01-31T10:11:12Z".
std::string day_of(const std::string& created) { return created.substr(0, 10); }

bool is_address(const std::string& licence) {
    return licence.starts_with("https://") || licence.starts_with("http://");
}

json descriptor() {
    return {{"@id", crate_metadata_file},
            {"@type", "CreativeWork"},
            {"about", reference("./")},
            {"conformsTo", reference("https://w3id.org/ro/crate/1.1")}};
}

/// What the folder as a whole is.
json root(const Results& results, const std::vector<CrateFile>& files, const std::string& licence) {
    json parts = json::array();
    for (const CrateFile& file : files) parts.push_back(reference(file.name));
    const std::string size = counted(results.designs.size(), "design") + ", " +
                             counted(results.worlds.size(), "world") + ", " +
                             counted(results.replicates.size(), "replicate");
    return {{"@id", "./"},
            {"@type", "Dataset"},
            {"name", results.provenance.title.empty() ? results.scenario : results.provenance.title},
            {"description", "Simulated results of regulatory designs in the scenario " + results.scenario + " (" +
                                size + ", baseline " + results.baseline + "). A model, not a forecast."},
            {"datePublished", day_of(results.provenance.created)},
            {"identifier", results.provenance.results_hash},
            {"license", reference(is_address(licence) ? licence : licence_id)},
            {"hasPart", parts},
            {"mentions", reference(run_id)}};
}

json licence_entity(const std::string& licence) {
    if (licence.empty())
        return {{"@id", licence_id},
                {"@type", "CreativeWork"},
                {"name", "No licence stated"},
                {"description", "Whoever made these results decides how they may be used; ask them."}};
    return {{"@id", is_address(licence) ? licence : licence_id}, {"@type", "CreativeWork"}, {"name", licence}};
}

json file_entity(const CrateFile& file) {
    return {{"@id", file.name},
            {"@type", "File"},
            {"name", file.meaning},
            {"encodingFormat", file.media_type},
            {"contentSize", std::to_string(file.bytes)},
            {"sha256", file.sha256}};
}

json program(const Results& results) {
    return {{"@id", program_id},
            {"@type", "SoftwareApplication"},
            {"name", "Leeway"},
            {"softwareVersion", results.provenance.source},
            {"description", "Simulator of regulatory experimentation; compiled by " + results.provenance.compiler}};
}

/// The run that made the results.
json action(const Results& results, const std::vector<CrateFile>& files) {
    json made = json::array();
    for (const CrateFile& file : files) made.push_back(reference(file.name));
    return {{"@id", run_id},
            {"@type", "CreateAction"},
            {"name", "Run of the experiment"},
            {"description", results.provenance.command + " (seed " + std::to_string(results.provenance.seed) + ")"},
            {"endTime", results.provenance.created},
            {"instrument", reference(program_id)},
            {"result", made}};
}

/// The reservations that must travel with the numbers.
json limits_entity() {
    std::string text;
    for (const std::string& limit : limits_of_the_model()) text += (text.empty() ? "" : " ") + limit;
    return {{"@id", "#limits"},
            {"@type", "CreativeWork"},
            {"name", "What this model cannot say"},
            {"about", reference("./")},
            {"text", text}};
}

}  // namespace

json ro_crate_metadata(const Results& results, const std::vector<CrateFile>& files, const std::string& licence) {
    json graph = json::array({descriptor(), root(results, files, licence), licence_entity(licence), program(results),
                              action(results, files), limits_entity()});
    for (const CrateFile& file : files) graph.push_back(file_entity(file));
    return {{"@context", "https://w3id.org/ro/crate/1.1/context"}, {"@graph", graph}};
}

}  // namespace leeway
