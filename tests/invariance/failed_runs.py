"""A run that fails is marked and explained, the others are kept, and the printed command makes exactly that run again.

Usage: failed_runs.py BINARY.
"""

import resource
import shlex
import sqlite3
import struct
import sys

from small_experiment import expect, run_tests

TOO_MANY = ("--set", "citizens.population=3000000", "--set", "citizens.count=3000000", "--set", "worlds.count=1",
            "--replicates", "1")


def little_memory():
    """What a child does before it becomes the program: too little memory for three million citizens."""
    resource.setrlimit(resource.RLIMIT_AS, (200 << 20, 200 << 20))


def out_of_memory(experiment):
    """runs that do not get their memory are marked as failed, and the next time they are made again"""
    printed = experiment.run("a.h5", *TOO_MANY, "--threads", "1", code=1, preexec_fn=little_memory)
    expect("3 of 3 runs failed" in printed and "results hash: " in printed, printed)
    command = printed.split("make it again with: ")[1].splitlines()[0]
    expect(command == f"leeway run e.toml {' '.join(TOO_MANY)} --only status-quo:0:0", command)
    again = experiment.leeway(*shlex.split(command)[1:], "--threads", "1", code=1, preexec_fn=little_memory)
    expect("the run failed: std::bad_alloc" in again, again)
    explained = experiment.run("a.h5", *TOO_MANY, "--resume", "--explain")
    expect("cohort: 1 again, because it failed (world 0, replicate 0)" in explained, explained)


def one_again(experiment):
    """a run that is made by itself has the outcomes that were stored"""
    experiment.run("a.h5", "--quiet")
    with sqlite3.connect(experiment.folder / "a.leeway") as database:
        layout, = database.execute("SELECT text FROM layout").fetchone()
        numbers, = database.execute(
            "SELECT numbers FROM run WHERE replicate = 5 AND world = (SELECT id FROM part WHERE kind = 'world' AND label = '2')"
            " AND design = (SELECT id FROM part WHERE kind = 'design' AND label = 'cohort')").fetchone()
    names = [line.split("\t")[1] for line in layout.splitlines() if line.startswith("outcome\t")]
    stored = dict(zip(names, struct.unpack_from(f"<{len(names)}d", numbers)))
    printed = dict(line.split() for line in experiment.leeway("run", "e.toml", "--only", "cohort:2:5").splitlines())
    expect(list(printed) == names, "other outcomes")
    for name, value in stored.items():
        expect(float(printed[name]) == value or value != value, f"{name} is {printed[name]} and was {value}")
    expect("there is no such run" in experiment.leeway("run", "e.toml", "--only", "cohort:2:8", code=2), "")
    expect("there is no such run" in experiment.leeway("run", "e.toml", "--only", "cat:2:7", code=2), "")


def main():
    return run_tests([out_of_memory, one_again], sys.argv[1])


if __name__ == "__main__":
    sys.exit(main())
