#include "experiment/sampling/world_plan.hpp"

#include <cmath>

#include "core/text.hpp"

namespace leeway {
namespace {

std::string word(Sampling sampling) {
    return "\"" + std::string(choice_names<Sampling>[static_cast<std::size_t>(sampling)]) + "\"";
}

double part_count(const WorldPart& part) {
    const auto count = static_cast<double>(part.count), parameters = static_cast<double>(part.parameters.size());
    switch (part.sampling) {
        case Sampling::grid:
            return std::pow(count, parameters);
        case Sampling::morris:
            return count * (parameters + 1);
        case Sampling::saltelli:
            return count * (parameters + 2);
        case Sampling::file:
            return static_cast<double>(part.table.rows.size());
        default:
            return count;
    }
}

/// Collects what is wrong with one part, under its own names.
class PartCheck {
  public:
    PartCheck(const WorldPart& part, std::string name, std::vector<Complaint>& found)
        : part_(part), name_(std::move(name)), found_(found) {}

    void check() const {
        const bool is_file = part_.sampling == Sampling::file;
        if (part_.sampling == Sampling::point) check_point();
        if (is_file && part_.file.empty())
            object("file", "is missing; sampling = \"file\" needs the name of a CSV file");
        if (!is_file && !part_.file.empty())
            object("file", "is named, but sampling is " + word(part_.sampling) + "; set sampling = \"file\"");
        if (is_file && part_.count != 1)
            object("count", "is given, but a file has as many worlds as rows; leave it out");
        if (is_file && !part_.parameters.empty())
            object("parameters", "are given, but a file names its parameters in its header; leave them out");
    }

    void check_in_product() const {
        if (part_.sampling == Sampling::point || part_.sampling == Sampling::product)
            object("sampling", "is " + word(part_.sampling) +
                                   "; a part of a product is a grid, latin-hypercube, sobol, morris, saltelli or file");
        else
            check();
    }

  private:
    void check_point() const {
        if (part_.count != 1)
            object("count", "is " + std::to_string(part_.count) +
                                ", but point sampling has one world; set worlds.sampling = \"latin-hypercube\", or "
                                "raise replicates instead");
        if (!part_.parameters.empty())
            object("parameters", "are given, but point sampling draws none; set worlds.sampling = \"grid\" or another");
    }

    void object(const std::string& field, const std::string& message) const {
        found_.push_back({name_ + "." + field, message});
    }

    const WorldPart& part_;
    std::string name_;
    std::vector<Complaint>& found_;
};

void check_product(const WorldPlan& plan, std::vector<Complaint>& found) {
    if (plan.sampling != Sampling::point && plan.sampling != Sampling::product)
        found.push_back({"worlds.sampling", "is " + word(plan.sampling) +
                                                ", but worlds.product lists plans; make it an entry of that list"});
    if (plan.count != 1 || !plan.parameters.empty() || !plan.file.empty())
        found.push_back({"worlds.product",
                         "lists plans, and beside it stands count, parameters or file of another; "
                         "each entry of the list has its own"});
    for (std::size_t i = 0; i < plan.product.size(); ++i)
        PartCheck(plan.product[i], part_name(plan, i), found).check_in_product();
}

/// For plans that may be changed and for those that may not.
template <class Part, class Plan>
std::vector<Part*> list_parts(Plan& plan) {
    if (plan.product.empty()) return {&plan};
    std::vector<Part*> parts;
    for (Part& part : plan.product) parts.push_back(&part);
    return parts;
}

}  // namespace

std::vector<WorldPart*> parts_of(WorldPlan& plan) { return list_parts<WorldPart>(plan); }
std::vector<const WorldPart*> parts_of(const WorldPlan& plan) { return list_parts<const WorldPart>(plan); }

std::string part_name(const WorldPlan& plan, std::size_t index) {
    return plan.product.empty() ? "worlds" : "worlds.product[" + std::to_string(index) + "]";
}

double world_count(const WorldPlan& plan) {
    double count = 1;
    for (const WorldPart* part : parts_of(plan)) count *= part_count(*part);
    return count;
}

std::string text_of(const WorldTable& table) {
    std::string text = join(table.columns, ",") + "\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + number_text(row[i]);
        text += "\n";
    }
    return text;
}

std::vector<Complaint> complaints(const WorldPlan& plan) {
    std::vector<Complaint> found;
    if (!plan.product.empty()) {
        check_product(plan, found);
    } else if (plan.sampling == Sampling::product) {
        found.push_back({"worlds.sampling",
                         "is \"product\", but worlds.product lists no plans; write "
                         "[[worlds.product]] for each"});
    } else {
        PartCheck(plan, part_name(plan, 0), found).check();
    }
    return found;
}

}  // namespace leeway
