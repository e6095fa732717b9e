// The columns of services, firms and citizens. What changes most visibly stands first: the first difference of two
// worlds is told by it.
#include <cstring>

#include "world/column_list.hpp"

namespace leeway {
namespace {

void list_life(ColumnList& list, const Products& products) {
    list.add("stage", products.stage);
    list.add("route", products.route);
    list.add("since", products.since);
    list.add("launched", products.launched);
    list.add("next_choice", products.next_choice);
    list.add("sandbox", products.sandbox);
    list.add("admitted", products.admitted);
    list.add("rung", products.rung);
    list.add("tested", products.tested);
    list.add("graduated", products.graduated);
    list.add("may_reapply", products.may_reapply);
    list.add("extensions", products.extensions);
    list.add("refilings", products.refilings);
    list.add("cleared", products.cleared);
    list.add("found_out", products.found_out);
    list.add("suspended_from", products.suspended_from);
    list.add("conditional", products.conditional);
    list.add("may_start", products.may_start);
    list.add("effort", products.effort);
    list.add("relief", products.relief);
    list.add("months_to_comply", products.months_to_comply);
    list.add("file_error", products.file_error);
    list.add("owed_to_spillover", products.owed_to_spillover);
}

void list_record(ColumnList& list, const Products& products) {
    list.add("users", products.users);
    list.add("active", products.active);
    list.add("exposure", products.exposure);
    list.add("pilot_exposure", products.pilot_exposure);
    list.add("unnoticed_exposure", products.unnoticed_exposure);
    list.add("unnoticed_missed", products.unnoticed_missed);
    list.add("hidden_exposure", products.hidden_exposure);
    list.add("seen", products.seen);
    list.add("hidden_in_pilots", products.hidden_in_pilots);
    list.add("prior_mean", products.prior_mean);
    list.add("prior_shape", products.prior_shape);
    list.add("predicted_log_rate", products.predicted_log_rate);
    list.add("predicted_spread", products.predicted_spread);
    list.add("test_exposure_before", products.test_exposure_before);
    list.add("test_seen_before", products.test_seen_before);
}

void list_nature(ColumnList& list, const Products& products) {
    list.add("perceived_demand", products.perceived_demand);
    list.add("log_risk", products.log_risk);
    list.add("perceived_log_risk", products.perceived_log_risk);
    list.add("quality", products.quality);
    list.add("price", products.price);
    list.add("bad_actor", products.bad_actor);
    list.add("arrival", products.arrival);
    list.add("firm", products.firm);
    list.add("sector", products.sector);
    list.add("number_in_sector", products.number_in_sector);
    list.add_features("", products.features, products.features.data());
}

void list_evaluation(ColumnList& list, const Firms& firms) {
    list.add("decision", firms.decision);
    list.add("decided", firms.decided);
    list.add("raised", firms.raised);
    list.add("raised_before", firms.raised_before);
    list.add("raised_after", firms.raised_after);
    list.add("complaints_after", firms.complaints_after);
}

std::string product_in_use(const std::byte* bytes) {
    std::int32_t product;
    std::memcpy(&product, bytes, sizeof product);
    return product == no_product ? "none" : std::to_string(product);
}

}  // namespace

void list_services(std::vector<Column>& columns, const Products& products) {
    ColumnList list(columns, Entity::service, Numbering::service);
    list_life(list, products);
    list_record(list, products);
    list_nature(list, products);
}

void list_firms(std::vector<Column>& columns, const Firms& firms) {
    ColumnList list(columns, Entity::firm, Numbering::firm);
    list.add("status", firms.status);
    list.add("kind", firms.kind);
    list.add("jurisdiction", firms.jurisdiction);
    list.add("founded", firms.founded);
    list.add("ended", firms.ended);
    list.add("capital", firms.capital);
    for (std::size_t lesson = 0; lesson < lesson_count; ++lesson) {
        list.add("belief." + in_words(static_cast<Lesson>(lesson)), firms.belief[lesson]);
        list.add("experience." + in_words(static_cast<Lesson>(lesson)), firms.experience[lesson]);
    }
    list.add("signalled", firms.signalled);
    list.add("displaced_users", firms.displaced_users);
    list.add("displaced_income", firms.displaced_income);
    list_evaluation(list, firms);
}

void list_citizens(std::vector<Column>& columns, const Scenario& scenario, const Citizens& citizens) {
    ColumnList list(columns, Entity::citizen, Numbering::citizen);
    for (std::size_t k = 0; k < citizens.use.size(); ++k) {
        const SectorUse& use = citizens.use[k];
        const std::string in_sector = " in " + scenario.sectors[k].name;
        list.add("product" + in_sector, use.product);
        columns.back().word = product_in_use;
        list.add("threshold" + in_sector, use.threshold);
        list.add("spell" + in_sector, use.spell);
        use.using_neighbours.visit([&](const auto& seen) { list.add("using_neighbours" + in_sector, seen); });
    }
    list.add("trust", citizens.trust);
    list.add("loss", citizens.loss);
    list.add("services", citizens.services);
}

}  // namespace leeway
