"""A calibration that is killed repeats no finished run, and ends with the worlds of an undisturbed one.

Usage: killed_calibration.py BINARY. LEEWAY_KILLS sets the number of kills (10), LEEWAY_TEST_SEED the instants.
"""

import os
import random
import sys
import time

from small_experiment import EXPERIMENT, expect, run_tests

KILLS = int(os.environ.get("LEEWAY_KILLS", "10"))
SEED = int(os.environ.get("LEEWAY_TEST_SEED", "1"))

CALIBRATION = """
[calibration]
members = 60
waves = 4
wave_worlds = 12

[[targets]]
name = "entry"
outcome = "entrants"
value = 12
source = "made up"
"""


def worlds_in(experiment, name):
    """The header and the worlds, without the remarks above them (the command is one)."""
    lines = (experiment.folder / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def killed_at_any_instant(experiment):
    """kill -9 at random instants of waves, commits and the final write: nothing lost or repeated, the same worlds"""
    experiment.write("c.toml", EXPERIMENT.replace("count = 4", "count = 24") + CALIBRATION)
    began = time.monotonic()
    experiment.leeway("calibrate", "c.toml", "-o", "whole.csv", "--progress", "none")
    usual = time.monotonic() - began
    runs = experiment.stored("whole.leeway")
    instants = random.Random(SEED)
    kills = before = 0
    for _ in range(3 * KILLS):
        process = experiment.start("calibrate", "c.toml", "-o", "cut.csv", "--quiet", "--json")
        time.sleep(instants.uniform(0, usual))
        killed = process.poll() is None
        process.kill()
        process.communicate()
        now = experiment.stored("cut.leeway") if "cut.leeway" in experiment.files() else 0
        expect(now >= before, f"{before} runs were stored before the kill and {now} after it")
        before, kills = now, kills + killed
        if kills == KILLS:
            break
    said = experiment.leeway("calibrate", "c.toml", "-o", "cut.csv", "--progress", "none")
    expect(experiment.stored("cut.leeway") == runs, "the stores hold different numbers of runs")
    expect(worlds_in(experiment, "cut.csv") == worlds_in(experiment, "whole.csv"), "the worlds differ")
    expect(not [name for name in experiment.files() if name.endswith(".tmp")], "a temporary file was left behind")
    again = experiment.leeway("calibrate", "c.toml", "-o", "cut.csv", "--progress", "none")
    made = [line for line in again.splitlines() if line.endswith("are made now") and not line.endswith(" 0 are made now")]
    expect(not made, again)
    expect(said.count("are made now") > 1, "there was one wave only: " + said)
    print(f"   {kills} kills")


def any_number_of_threads(experiment):
    """one, two and seven threads keep the same worlds"""
    experiment.write("c.toml", EXPERIMENT.replace("count = 4", "count = 24") + CALIBRATION)
    found = set()
    for threads in ("1", "2", "7"):
        experiment.leeway("calibrate", "c.toml", "-o", f"{threads}.csv", "--quiet", "--threads", threads)
        found.add(tuple(worlds_in(experiment, f"{threads}.csv")))
    expect(len(found) == 1, "the worlds depend on the number of threads")


if __name__ == "__main__":
    sys.exit(run_tests([killed_at_any_instant, any_number_of_threads], sys.argv[1]))
