"""The reference work of docs/performance.md, ring-bass, in NumPy with SciPy and in Numba, beside Leeway's engine: all
by turns in one session, each on one thread.  What counts are the ratios.

Usage: peers.py BENCH [--json] [--quick] [--rounds N]     (BENCH is the program that `./dev bench` runs)
"""

import argparse
import json
import os
import statistics
import subprocess
import time

for library in ("OMP", "OPENBLAS", "MKL", "NUMBA"):
    os.environ[f"{library}_NUM_THREADS"] = "1"

import numba
import numpy as np
import scipy
from scipy.sparse import csr_matrix

DEGREE, REWIRING, STEPS = 10, 0.1, 120
INNOVATION, IMITATION = 0.001, 0.02


def rewired_ring(people, seed):
    """Who knows whom, both ways, as a matrix of ones (Watts and Strogatz 1998)."""
    random = np.random.default_rng(seed)
    one = np.repeat(np.arange(people), DEGREE // 2)
    other = (one + np.tile(np.arange(1, DEGREE // 2 + 1), people)) % people
    rewired = random.random(one.size) < REWIRING
    other[rewired] = random.integers(people, size=rewired.sum())
    one, other = one[one != other], other[one != other]
    ties = np.unique(np.concatenate([one * people + other, other * people + one]))
    return csr_matrix((np.ones(ties.size, np.float32), (ties // people, ties % people)), shape=(people, people))


def numpy_loop(ring, seed):
    """Adopters after each step: one product of the network and the adopters per step."""
    random = np.random.default_rng(seed)
    adopted = np.zeros(ring.shape[0], np.float32)
    stay, log_stay = np.float32(1 - INNOVATION), np.float32(np.log1p(-IMITATION))
    curve = []
    for _ in range(STEPS):
        persuaded = random.random(adopted.size, dtype=np.float32) < 1 - stay * np.exp(log_stay * (ring @ adopted))
        adopted[persuaded] = 1
        curve.append(int(adopted.sum()))
    return curve


@numba.njit
def flat_loop(first, neighbour, chance, steps, skip_adopters):
    people = first.size - 1
    adopted, after = np.zeros(people, np.uint8), np.zeros(people, np.uint8)
    curve = np.zeros(steps, np.int64)
    for step in range(steps):
        for i in range(people):
            if skip_adopters and adopted[i]:
                after[i] = 1
                continue
            examples = 0
            for arc in range(first[i], first[i + 1]):
                examples += adopted[neighbour[arc]]
            after[i] = adopted[i] | (np.random.random() < chance[examples])
        adopted, after = after, adopted
        curve[step] = adopted.sum()
    return curve


def numba_loop(ring, seed, skip_adopters=False):
    """Adopters after each step: a compiled loop over people and their neighbours."""
    most = int(np.diff(ring.indptr).max())
    chance = 1 - (1 - INNOVATION) * (1 - IMITATION) ** np.arange(most + 1)
    return flat_loop(ring.indptr, ring.indices, chance, STEPS, skip_adopters)


PEERS = {"NumPy and SciPy": numpy_loop, "Numba": numba_loop,
         "Numba, skipping adopters": lambda ring, seed: numba_loop(ring, seed, True)}


def time_peers(people, seed):
    """{peer: (agent-steps per second, adopters in % as the mean over steps)}; building the network is not counted."""
    ring = rewired_ring(people, seed)
    figures = {}
    for name, loop in PEERS.items():
        start = time.thread_time()
        curve = loop(ring, seed)
        figures[name] = (people * STEPS / (time.thread_time() - start), 100 * np.mean(curve) / people)
    return figures


def run_bench(bench, quick):
    """What our own program says: its JSON document."""
    command = [bench, "--only", "ring", "--rounds", "1", "--json"] + (["--quick"] if quick else [])
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def figure(document, work, quantity):
    return next(row["measured"] for row in document["rows"] if (row["work"], row["quantity"]) == (work, quantity))


def rows_of(work, ours, theirs):
    """What is said of one size: `ours` and, of the same rounds, the figures of the peers."""
    rows = [("agent-steps per second", statistics.median(mine for mine, _ in ours), "/s"),
            ("adopters, mean over steps", statistics.median(level for _, level in ours), "%")]
    for peer in PEERS:
        speeds = [figures[peer][0] for figures in theirs]
        rows += [(f"agent-steps per second, {peer}", statistics.median(speeds), "/s"),
                 (f"adopters, mean over steps, {peer}", statistics.median(figures[peer][1] for figures in theirs), "%"),
                 (f"speed over {peer}", statistics.median(mine / speed for (mine, _), speed in zip(ours, speeds)), "x")]
    return [{"work": work, "quantity": quantity, "measured": measured, "unit": unit}
            for quantity, measured, unit in rows]


def compare(bench, sizes, rounds, quick):
    """(origin, rows): all by turns, medians over rounds."""
    numba_loop(rewired_ring(100, 0), 0)  # compiled before anything is timed
    ours, theirs = {work: [] for work in sizes}, {work: [] for work in sizes}
    for seed in range(1, rounds + 1):
        document = run_bench(bench, quick)
        for work, people in sizes.items():
            ours[work].append((figure(document, work, "agent-steps per second"),
                               figure(document, work, "adopters, mean over steps")))
            theirs[work].append(time_peers(people, seed))
    return document["origin"], [row for work in sizes for row in rows_of(work, ours[work], theirs[work])]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("bench")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--quick", action="store_true", help="a tenth of the size, one round")
    parser.add_argument("--rounds", type=int, default=3, help="medians are of so many rounds")
    options = parser.parse_args()
    large = {"ring-bass, 1e5": 100_000} if options.quick else {"ring-bass, 1e6": 1_000_000}
    sizes = {"ring-bass, 1e4": 10_000} | large
    origin, rows = compare(options.bench, sizes, 1 if options.quick else options.rounds, options.quick)
    origin["peers"] = f"NumPy {np.__version__}, SciPy {scipy.__version__}, Numba {numba.__version__}"
    if options.json:
        print(json.dumps({"origin": origin, "rows": rows}, indent=2))
        return
    print(f"{origin['version']} beside {origin['peers']}\n{origin['processor']}, {origin['date']}\n")
    for row in rows:
        print(f"{row['work']:<32}{row['quantity']:<52}{row['measured']:>12.3g} {row['unit']}")


if __name__ == "__main__":
    main()
