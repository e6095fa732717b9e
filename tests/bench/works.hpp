// The works that are measured, each in a file of its own; each adds its rows to the table.
#pragma once

#include "bench/table.hpp"

namespace leeway::bench {

/// How thoroughly to measure.
struct Effort {
    int rounds = 5;      ///< medians are of so many
    bool quick = false;  ///< a tenth of the size: shows that all works run, its figures say little
    bool large = false;  ///< also what takes minutes and most of the memory

    double scale() const { return quick ? 0.1 : 1; }
};

void measure_machine(Table& table, const Effort& effort);       ///< memory and random numbers of this machine
void measure_ring(Table& table, const Effort& effort);          ///< the reference work, 1e4 and 1e6 people
void measure_few_adopters(Table& table, const Effort& effort);  ///< the same where few adopt
void measure_replicates(Table& table, const Effort& effort);    ///< 64 replicates of 1e4, and whether both loops agree
void measure_full_model(Table& table, const Effort& effort);    ///< a whole run, by phase
void measure_two_threads(Table& table, const Effort& effort);   ///< the same on two threads
void measure_growth(Table& table, const Effort& effort);        ///< cost of a citizen and month as countries grow
void measure_graph(Table& table, const Effort& effort);         ///< who knows whom
void measure_sweeps(Table& table, const Effort& effort);        ///< cost of a run as sweeps grow, and on two threads
void measure_run_store(Table& table, const Effort& effort);     ///< storing finished runs

}  // namespace leeway::bench
