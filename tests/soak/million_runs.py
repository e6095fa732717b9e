"""A million tiny runs through the ordinary command: memory while they are made does not grow with their number.

Usage: million_runs.py BINARY [RUNS]. Prints what was measured; fails if memory grew.
"""

import os
import resource
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "invariance"))
from small_experiment import Experiment, expect, hash_in  # noqa: E402

PAGE = os.sysconf("SC_PAGE_SIZE")
ALLOWED_GROWTH = 64 << 20  # bytes between the first tenth of the runs and the last one made


def resident(process):
    return int(Path(f"/proc/{process.pid}/statm").read_text().split()[1]) * PAGE


def watched(experiment, runs):
    """Runs it; gives what it printed and the pairs (share of the runs that are made, bytes in memory)."""
    process = experiment.start("run", "e.toml", "-o", "million.h5", "--replicates", str(runs // 12), "--progress", "plain")
    samples, printed = [], []
    reader = threading.Thread(target=lambda: printed.append(process.stdout.read()))
    reader.start()
    for line in process.stderr:
        words = line.split()
        if len(words) > 4 and words[3] == "runs" and words[4].startswith("done"):
            samples.append((int(words[0]) / int(words[2]), resident(process)))
    reader.join()
    expect(process.wait() == 0, printed)
    return printed[0], samples


def main():
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with Experiment(sys.argv[1]) as experiment:
        world = (experiment.folder / "scenarios/tiny/world.toml").read_text()
        experiment.write("scenarios/tiny/world.toml", world.replace("count = 500", "count = 200").replace("warm_up_months = 3", "warm_up_months = 0"))
        experiment.write("e.toml", (experiment.folder / "e.toml").read_text().replace("months = 6", "months = 12"))
        began = time.monotonic()
        printed, samples = watched(experiment, runs)
        seconds = time.monotonic() - began
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    early = [size for share, size in samples if share < 0.1] or [samples[0][1]]
    late = [size for share, size in samples if 0.5 < share < 1]
    print(f"{runs} runs in {seconds:.0f} s, {1e6 * (usage.ru_utime + usage.ru_stime) / runs:.0f} us of processor time each")
    print(f"memory while they were made: {max(early) >> 20} MiB in the first tenth, {max(late) >> 20} MiB in the second half")
    print(f"largest at any time, the results file included: {usage.ru_maxrss >> 10} MiB; {hash_in(printed)}")
    expect(max(late) < max(early) + ALLOWED_GROWTH, "memory grew with the number of runs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
