#include "experiment/edge_list.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <system_error>

#include "experiment/digest.hpp"
#include "experiment/edge_lines.hpp"
#include "experiment/estimate.hpp"
#include "experiment/toml_document.hpp"

namespace leeway {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t early = std::size_t{1} << 20;  // ties after which a first look tells whether to read on
constexpr std::size_t most_ties = 2'100'000'000;     // arcs are numbered by 32 bits

Arc in_order(const Arc& tie) { return std::minmax(tie.first, tie.second); }

/// The first few ties that stand in the list more than once, in either direction.
std::vector<Arc> repeated(std::vector<Arc> ties) {
    for (Arc& tie : ties) tie = in_order(tie);
    std::sort(ties.begin(), ties.end());
    std::vector<Arc> found;
    for (std::size_t i = 1; i < ties.size() && found.size() < EdgeLines::most_problems; ++i) {
        if (ties[i] == ties[i - 1] && (found.empty() || found.back() != ties[i])) found.push_back(ties[i]);
    }
    return found;
}

/// One reading of one file.
class EdgeListReader {
  public:
    EdgeListReader(const fs::path& file, std::uint32_t citizens, Problems& problems)
        : file_(file), name_(shown(file)), citizens_(citizens), problems_(problems), before_(problems.size()) {}

    std::shared_ptr<const Network> read() {
        if (!read_ties()) return nullptr;
        auto network = std::make_shared<const Network>(network_of_ties(citizens_, ties_));
        if (num_edges(network->graph) == 2 * ties_.size()) return network;
        object_to_repeated(repeated(std::move(ties_)));
        return nullptr;
    }

  private:
    bool read_ties() {
        EdgeLines lines(file_, name_, citizens_, problems_);
        if (!lines.is_open()) return object("the file cannot be opened; check its permissions");
        while (const auto tie = lines.next()) {
            ties_.push_back(*tie);
            if (ties_.size() == early && !is_worth_reading(lines.position())) return false;
            if (ties_.size() > most_ties) return object("the file has more ties than the 2100000000 of a network");
        }
        if (problems_.size() == before_ && ties_.empty())
            return object("the file holds no tie; a line for each names two citizens, such as 0,1");
        return problems_.size() == before_;
    }

    bool is_worth_reading(double bytes_so_far) {
        if (const auto twice = repeated(ties_); !twice.empty()) {
            object_to_repeated(twice);
            return false;
        }
        constexpr double bytes_per_tie = 16, usable = 0.8, gibibyte = 1024.0 * 1024 * 1024;
        const double ties = static_cast<double>(early) * static_cast<double>(fs::file_size(file_)) / bytes_so_far;
        if (ties * bytes_per_tie < usable * available_memory()) {
            ties_.reserve(static_cast<std::size_t>(1.01 * ties));
            return true;
        }
        return object("the file has about " + std::to_string(std::llround(ties)) + " ties, which take " +
                      std::to_string(std::llround(ties * bytes_per_tie / gibibyte)) +
                      " GiB, more than is free here; use fewer citizens");
    }

    /// Where they stand is looked up in the file, since only lists with mistakes need it.
    void object_to_repeated(const std::vector<Arc>& ties) {
        std::map<Arc, int> first_line;
        for (const Arc& tie : ties) first_line[tie] = 0;
        EdgeLines lines(file_, name_, citizens_, problems_);
        while (const auto tie = lines.next()) {
            const auto found = first_line.find(in_order(*tie));
            if (found == first_line.end()) continue;
            if (found->second > 0)
                lines.object("the tie of " + std::to_string(tie->first) + " and " + std::to_string(tie->second) +
                             " stands in line " + std::to_string(found->second) +
                             " already; it is given once, in either direction");
            else
                found->second = lines.number();
        }
    }

    bool object(const std::string& message) {
        problems_.push_back({name_, 0, 0, "", message, ""});
        return false;
    }

    fs::path file_;
    std::string name_;
    std::uint32_t citizens_;
    Problems& problems_;
    std::size_t before_;
    std::vector<Arc> ties_;
};

std::string_view bytes_of(const std::vector<std::uint32_t>& numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint32_t)};
}

std::string hash_of(const Network& network) {
    const auto& rows = network.graph.m_forward;
    return sha256(sha256(bytes_of(rows.m_rowstart)) + sha256(bytes_of(rows.m_column)));
}

}  // namespace

std::shared_ptr<const Network> read_edge_list(const fs::path& file, std::uint32_t citizens, Problems& problems) {
    return EdgeListReader(file, citizens, problems).read();
}

void read_edges(CitizenGroup& citizens, const fs::path& scenario_file, const Places& places, Problems& problems) {
    if (citizens.network != NetworkKind::edge_list || citizens.edges.empty()) return;
    const auto object = [&](const std::string& key, const std::string& message) {
        problems.push_back(problem_at(place_of(places, key, shown(scenario_file)), key, key + ": " + message));
    };
    const fs::path file = scenario_file.parent_path() / citizens.edges;
    std::error_code failed;
    if (!fs::exists(file, failed))
        return object("citizens.edges",
                      "there is no file " + shown(file) + "; the path is relative to the scenario's file");
    if (!fs::is_regular_file(file, failed))
        return object("citizens.edges", shown(file) + " is not a file; name a CSV file");
    citizens.listed = read_edge_list(file, static_cast<std::uint32_t>(citizens.count), problems);
    if (!citizens.listed) return;
    const std::string hash = hash_of(*citizens.listed);
    if (!citizens.edges_hash.empty() && citizens.edges_hash != hash)
        object("citizens.edges_hash", shown(file) + " holds other ties than those of this hash (theirs is " + hash +
                                          "): somebody has changed it; restore the file, or remove the hash");
    citizens.edges_hash = hash;
}

}  // namespace leeway
