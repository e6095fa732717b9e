#include "experiment/runner.hpp"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>

#include <exception>
#include <optional>

#include "experiment/lever_traces.hpp"
#include "experiment/run_once.hpp"
#include "metrics/metric_table.hpp"
#include "metrics/recording.hpp"

namespace leeway {
namespace {

/// The outcomes of a run in the order in which they are handed on, looked up once for all runs.
class OutcomeReader {
  public:
    explicit OutcomeReader(const Results& frame) : numbers_(numbers_per_run(frame)) {
        for (const ArrayKind& kind : array_kinds) {
            for (const OutcomeArray& array : frame.*kind.arrays)
                arrays_.push_back({kind.arrays, find_metric(array.name), array.inner});
        }
        for (const LeverColumn& lever : frame.levers) counts_.push_back(count_of_lever(lever.name));
    }

    std::vector<double> numbers(const Recording& recording) const {
        std::vector<double> numbers;
        numbers.reserve(numbers_);
        for (const Array& array : arrays_) {
            for (std::size_t i = 0; i < array.inner; ++i) numbers.push_back(value(array, recording, i));
        }
        return numbers;
    }

    std::vector<bool> acted(const Recording& recording) const {
        const Counts &before = recording.start().counts, &after = recording.last().counts;
        std::vector<bool> acted;
        for (double Counts::*const count : counts_) acted.push_back(count && after.*count > before.*count);
        return acted;
    }

  private:
    struct Array {
        std::vector<OutcomeArray> Results::*kind;
        const Metric* metric;
        std::size_t inner;
    };

    static double value(const Array& array, const Recording& recording, std::size_t i) {
        const Metric& metric = *array.metric;
        if (array.kind == &Results::by_segment) return metric.in_segment(recording, i);
        if (array.kind == &Results::by_sector) return metric.in_sector(recording, i);
        if (array.kind == &Results::by_jurisdiction) return metric.in_jurisdiction(recording, i);
        if (array.kind == &Results::by_month) return metric.in_month(recording, i);
        return metric.value ? metric.value(recording) : missing_value;
    }

    std::size_t numbers_;
    std::vector<Array> arrays_;
    std::vector<double Counts::*> counts_;
};

/// The runs of one world and replicate, one design after the other. Successive ones of the same world share its model.
class Task {
  public:
    Task(const Plan& plan, const Results& frame, const RunControl& control, const OutcomeReader& reader)
        : plan_(plan), frame_(frame), control_(control), reader_(reader) {}

    void operator()(std::size_t world, std::size_t replicate) {
        std::optional<Start> start;
        for (std::size_t d = 0; d < plan_.designs.size(); ++d) {
            if (!control_.is_wanted(frame_.run_index(d, world, replicate))) continue;
            if (control_.is_stopped()) return;
            FinishedRun run{d, world, replicate};
            try {
                if (!start) start = begin(world, replicate);
                const bool is_last = d + 1 == plan_.designs.size();  // then nobody else needs the state at month 0
                finish(run, is_last ? Start(std::move(*start)) : *start);
            } catch (const std::exception& problem) {
                run.status = RunStatus::failed;
                run.failure = problem.what();
            }
            control_.on_finished(std::move(run));
        }
    }

  private:
    Start begin(std::size_t world, std::size_t replicate) {
        if (world_ != world) model_ = model_of_world(plan_, world);
        world_ = world;
        return warm_up(plan_, model_, key_of(plan_, world, replicate), control_.on_month);
    }

    void finish(FinishedRun& run, Start start) const {
        const Recording recording = live(plan_, model_, std::move(start), plan_.designs[run.design], control_.on_month);
        run.numbers = reader_.numbers(recording);
        run.acted = reader_.acted(recording);
    }

    const Plan& plan_;
    const Results& frame_;
    const RunControl& control_;
    const OutcomeReader& reader_;
    std::optional<std::size_t> world_;
    Model model_;
};

}  // namespace

bool is_in_shard(const Shard& shard, std::size_t task) { return task % shard.of == shard.number - 1; }

int runs_at_once(const Plan& plan, int threads) {
    constexpr std::int64_t large = 500'000;  // agents; from here on threads work well within a run, and memory counts
    return plan.model.scenario.citizens.count < large ? threads : 1;
}

void run_plan(const Plan& plan, const Results& frame, const RunControl& control) {
    const OutcomeReader reader(frame);
    const std::size_t replicates = frame.replicates.size(), all = frame.worlds.size() * replicates;
    const std::size_t first = control.shard.number - 1, step = control.shard.of;
    const std::size_t tasks = all > first ? (all - first - 1) / step + 1 : 0;
    const auto carry_out = [&](const tbb::blocked_range<std::size_t>& range) {
        Task task(plan, frame, control, reader);
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
            const std::size_t t = first + i * step;
            task(t / replicates, t % replicates);
        }
    };
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(control.threads));
    const tbb::blocked_range<std::size_t> whole(0, tasks);
    if (runs_at_once(plan, control.threads) == 1)
        carry_out(whole);
    else
        tbb::parallel_for(whole, carry_out);
}

}  // namespace leeway
