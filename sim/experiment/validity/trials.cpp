#include "experiment/validity/trials.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>

#include "core/parallel.hpp"
#include "core/text.hpp"
#include "experiment/plan.hpp"
#include "experiment/resolve_text.hpp"
#include "experiment/run_once.hpp"
#include "experiment/sampling.hpp"
#include "experiment/sampling/world_file.hpp"
#include "experiment/scenario_file.hpp"
#include "experiment/write_toml.hpp"
#include "rules/simulate.hpp"

namespace leeway {
namespace {

constexpr const char* name_of_trials = "validate";

/// An arm that is ready to be run.
struct PreparedArm {
    Plan plan;
    std::optional<Plan> disturbed;
    std::int32_t begin = 0, end = 0;  ///< of the disturbance
    std::size_t model = 0;            ///< which of the trials' models it has
};

/// Everything that is to be run in each replicate.
struct Trials {
    std::vector<PreparedArm> arms;
    std::vector<std::size_t> first_of_model;         ///< the first arm of each model
    std::vector<std::vector<std::size_t>> of_facts;  ///< the arms of each fact
};

std::string experiment_text(const std::string& scenario, const std::string& design, const TrialSize& size) {
    return fmt::format("scenario = {}\ndesigns = [{}]\nbaseline = {}\nmonths = {}\nreplicates = 1\nseed = {}\n",
                       toml_text(scenario), toml_text(design), toml_text(design), size.months, size.seed);
}

std::vector<UncertainParameter>::const_iterator find_parameter(const Plan& plan, const std::string& name) {
    return std::find_if(plan.uncertain.begin(), plan.uncertain.end(),
                        [&](const UncertainParameter& prior) { return prior.parameter == name; });
}

void take_worlds(Plan& plan, const WorldTable& table, std::int64_t replicates) {
    const std::vector<double> own = sample_worlds(plan.model, plan.uncertain, WorldPlan{}, 0).front();
    const auto count = static_cast<std::size_t>(replicates);
    plan.worlds.assign(count, own);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto found = find_parameter(plan, table.columns[c]);
        if (found == plan.uncertain.end()) continue;
        const auto parameter = static_cast<std::size_t>(found - plan.uncertain.begin());
        for (std::size_t r = 0; r < count; ++r)
            plan.worlds[r][parameter] = table.rows[r * table.rows.size() / count][c];
    }
}

/// A world for each replicate. What an arm sets is not uncertain in it; the other parameters are alike in all arms.
void settle_worlds(Plan& plan, const TrialSize& size) {
    if (size.worlds) return take_worlds(plan, *size.worlds, size.replicates);
    WorldPlan worlds;
    worlds.sampling = Sampling::latin_hypercube;
    worlds.count = size.replicates;
    for (const UncertainParameter& prior : plan.uncertain) worlds.parameters.push_back(prior.parameter);
    plan.worlds = sample_worlds(plan.model, plan.uncertain, worlds, size.seed);
}

std::optional<Plan> planned(const std::string& experiment, const std::vector<std::string>& settings,
                            const TrialSize& size, Problems& problems) {
    Resolution resolution = resolve_text(name_of_trials, experiment, settings);
    problems.insert(problems.end(), resolution.problems.begin(), resolution.problems.end());
    if (resolution.plan) settle_worlds(*resolution.plan, size);
    return std::move(resolution.plan);
}

std::vector<std::string> joined(std::vector<std::string> settings, const std::vector<std::string>& more) {
    settings.insert(settings.end(), more.begin(), more.end());
    return settings;
}

/// Equal for arms whose worlds are the same until month 0.
std::string text_of_model(const Plan& plan) {
    ScenarioFile file{plan.model, plan.uncertain};
    return write_toml(field_table(file));
}

/// Turns the arms of facts into plans, each different arm once.
class Preparation {
  public:
    Preparation(const std::string& scenario, const TrialSize& size, Problems& problems)
        : scenario_(scenario), size_(size), problems_(problems) {}

    Trials prepare(const std::vector<Fact>& facts, const Scenario& scenario, bool mechanisms_off) {
        common_ = joined({fmt::format("citizens.count={}", agents(scenario))}, size_.settings);
        for (const Fact& fact : facts) {
            trials_.of_facts.emplace_back();
            for (Arm arm : fact.arms(scenario)) {
                if (mechanisms_off && fact.off) arm.settings = joined(arm.settings, fact.off(scenario));
                trials_.of_facts.back().push_back(number_of(arm));
            }
        }
        return std::move(trials_);
    }

  private:
    std::int64_t agents(const Scenario& scenario) const {
        const CitizenGroup& citizens = scenario.citizens;
        if (citizens.network == NetworkKind::edge_list) return citizens.count;
        return std::min({size_.citizens, citizens.count, citizens.population});
    }

    std::size_t number_of(const Arm& arm) {
        std::string key = arm.design + "\n" + join(arm.settings, "\n");
        if (const auto& there = arm.disturbance)
            key += fmt::format("\n{} {}\n{}", there->begin, there->end, join(there->settings, "\n"));
        const auto [known, is_new] = numbers_.try_emplace(key, trials_.arms.size());
        if (is_new) add(arm);
        return known->second;
    }

    void add(const Arm& arm) {
        const std::string experiment = experiment_text(scenario_, arm.design, size_);
        const std::vector<std::string> settings = joined(common_, arm.settings);
        auto plan = planned(experiment, settings, size_, problems_);
        PreparedArm prepared;
        if (plan) prepared.plan = std::move(*plan);
        if (const auto& there = arm.disturbance) {
            prepared.disturbed = planned(experiment, joined(settings, there->settings), size_, problems_);
            prepared.begin = there->begin;
            prepared.end = there->end;
        }
        prepared.model = number_of_model(prepared.plan);
        trials_.arms.push_back(std::move(prepared));
    }

    std::size_t number_of_model(const Plan& plan) {
        const auto [known, is_new] = models_.try_emplace(text_of_model(plan), trials_.first_of_model.size());
        if (is_new) trials_.first_of_model.push_back(trials_.arms.size());
        return known->second;
    }

    const std::string& scenario_;
    const TrialSize& size_;
    Problems& problems_;
    Trials trials_;
    std::vector<std::string> common_;
    std::map<std::string, std::size_t> numbers_, models_;
};

void live_until(std::int32_t end, Start& start, const Plan& plan, const Model& model) {
    simulate(start.world, model.month, model.phases, policy_of(plan, plan.designs.front().design), end,
             [&](const World& now) { record_month(start.recording, now); });
}

/// Lives through the months of an arm from month 0 on.
void live_through(const PreparedArm& arm, const Model& model, std::size_t replicate, Start& start) {
    const NamedDesign& named = arm.plan.designs.front();
    start.world.adaptation = named.adaptation;
    if (arm.disturbed) {
        live_until(arm.begin, start, arm.plan, model);
        live_until(arm.end, start, arm.plan, model_of_world(*arm.disturbed, replicate));
    }
    live_until(static_cast<std::int32_t>(arm.plan.experiment.months), start, arm.plan, model);
    end_recording(start.recording, start.world, named.design);
}

/// The histories of all arms in one replicate, and the models to which they refer.
struct Replicate {
    std::vector<Model> models;
    std::vector<Start> histories;  ///< by arm
};

Replicate run_replicate(const Trials& trials, std::size_t replicate) {
    Replicate lived;
    std::vector<Start> starts;
    for (const std::size_t first : trials.first_of_model)
        lived.models.push_back(model_of_world(trials.arms[first].plan, replicate));
    for (std::size_t m = 0; m < lived.models.size(); ++m) {
        const Plan& plan = trials.arms[trials.first_of_model[m]].plan;
        starts.push_back(warm_up(plan, lived.models[m], key_of(plan, replicate, 0)));
    }
    for (const PreparedArm& arm : trials.arms) {
        lived.histories.push_back(starts[arm.model]);
        live_through(arm, lived.models[arm.model], replicate, lived.histories.back());
    }
    return lived;
}

double value_of(const Fact& fact, const std::vector<std::size_t>& arms, const Replicate& lived) {
    std::vector<History> histories;
    for (const std::size_t arm : arms)
        histories.push_back({lived.histories[arm].world, lived.histories[arm].recording});
    return fact.value(histories);
}

}  // namespace

std::optional<Scenario> scenario_of_trials(const std::string& name, Problems& problems) {
    const auto plan = planned(experiment_text(name, "status-quo", {}), {}, {}, problems);
    if (!plan) return std::nullopt;
    return plan->model.scenario;
}

std::optional<WorldTable> worlds_of_trials(const std::string& scenario, const std::filesystem::path& file,
                                           Problems& problems) {
    auto plan = planned(experiment_text(scenario, "status-quo", {}), {}, {}, problems);
    if (!plan) return std::nullopt;
    auto table = read_world_file(file, field_table(plan->model), problems);
    if (!table) return std::nullopt;
    for (const std::string& column : table->columns) {
        if (find_parameter(*plan, column) == plan->uncertain.end())
            problems.push_back({shown(file), 0, 0, column, column + ": is not uncertain in " + scenario, ""});
    }
    return problems.empty() ? table : std::nullopt;
}

std::optional<TrialValues> run_trials(const std::string& scenario, const std::vector<Fact>& facts,
                                      const TrialSize& size, bool mechanisms_off, Problems& problems,
                                      const std::function<void(std::size_t)>& on_replicate) {
    const auto described = scenario_of_trials(scenario, problems);
    if (!described) return std::nullopt;
    const Trials trials = Preparation(scenario, size, problems).prepare(facts, *described, mechanisms_off);
    if (!problems.empty()) return std::nullopt;
    const auto replicates = static_cast<std::size_t>(size.replicates);
    TrialValues values(facts.size(), std::vector<double>(replicates));
    std::atomic<std::size_t> done = 0;
    for_each_index(replicates, [&](std::size_t replicate) {
        const Replicate lived = run_replicate(trials, replicate);
        for (std::size_t f = 0; f < facts.size(); ++f)
            values[f][replicate] = value_of(facts[f], trials.of_facts[f], lived);
        on_replicate(++done);
    });
    return values;
}

}  // namespace leeway
