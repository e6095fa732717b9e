// How regulators are divided changes nothing where there is nothing to divide.
#include "catch.hpp"
#include "sample.hpp"
#include "small_history.hpp"

using namespace leeway;

namespace {

Design coordinated_by(Coordination form) {
    Design design = small_sandbox();
    design.coordination.form = form;
    design.waivers.consent_months = 4;
    return design;
}

// Hours are scarce, so that queues form; a division by powers of two adds up to the same bits.
Model model_with(std::vector<RegulatorItem> regulators) {
    Model model = small_model();
    model.scenario.regulators.officer_hours = 512;
    model.scenario.regulators.items = std::move(regulators);
    return model;
}

std::uint64_t history_of(const Model& model, Coordination form, std::uint64_t replicate) {
    const Design design = coordinated_by(form);
    return hash_of(run_history(model, design, design, test_key("coordination", replicate), 48));
}

}  // namespace

TEST_CASE("two regulators with half the hours each at one desk are one regulator, bit for bit") {
    const Model one = model_with({RegulatorItem{.name = "lead"}});
    const Model two = model_with({RegulatorItem{.name = "lead", .hours_share = 0.5, .complaint_share = 0.5},
                                  RegulatorItem{.name = "second", .hours_share = 0.5, .complaint_share = 0.5}});
    for (std::uint64_t r = 0; r < 3; ++r)
        CHECK(history_of(one, Coordination::one_stop, r) == history_of(two, Coordination::one_stop, r));
    CHECK(history_of(two, Coordination::siloed, 0) != history_of(two, Coordination::one_stop, 0));
}

TEST_CASE("a single regulator has nobody to coordinate with: all forms are the same, bit for bit") {
    const Model model = model_with({RegulatorItem{}});
    for (std::uint64_t r = 0; r < 3; ++r) {
        const std::uint64_t siloed = history_of(model, Coordination::siloed, r);
        CHECK(siloed == history_of(model, Coordination::coordinated, r));
        CHECK(siloed == history_of(model, Coordination::one_stop, r));
    }
}
