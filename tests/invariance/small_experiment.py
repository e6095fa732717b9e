"""A small experiment in a folder of its own, and the program run in it: what the tests of the store share."""

import os
import re
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

WORLD = """
name = "tiny"
warm_up_months = 3
[citizens]
population = 10000
count = 500
[[citizens.segments]]
name = "all"
share = 1
[[sectors]]
name = "payments"
idea_share = 1
[[provisions.items]]
name = "conduct"
[[uncertain]]
parameter = "firms.margin"
low = 0.5
high = 2
"""

EXPERIMENT = """
scenario = "tiny"
designs = ["cohort", "wide"]
months = 6
replicates = 8
[worlds]
sampling = "latin-hypercube"
count = 4
"""

DESIGN = 'name = "{name}"\n[sandbox]\nplaces = {places}\n'
RUNS = 3 * 4 * 8  # with the baseline


class Experiment:
    """The folder; it is gone at the end of a `with`."""

    def __init__(self, binary):
        self.binary = Path(binary).resolve()
        self.kept = tempfile.TemporaryDirectory(prefix="leeway-test-")
        self.folder = Path(self.kept.name)
        self.write("scenarios/tiny/world.toml", WORLD)
        self.write("scenarios/tiny/designs/status-quo.toml", 'name = "status-quo"\n')
        self.write("e.toml", EXPERIMENT)
        self.design("cohort", 4)
        self.design("wide", 9)

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.kept.cleanup()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def design(self, name, places):
        self.write(f"configs/designs/{name}.toml", DESIGN.format(name=name, places=places))

    def start(self, *words, **how):
        """Starts the program and does not wait for it."""
        how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
        return subprocess.Popen([self.binary, *words], cwd=self.folder, text=True, **how)

    def leeway(self, *words, code=0, **how):
        """Runs the program to its end, which must be `code`; returns what it printed on both streams."""
        process = self.start(*words, **how)
        printed, messages = process.communicate(timeout=120)
        if process.returncode != code:
            raise AssertionError(f"leeway {' '.join(words)}: {process.returncode} instead of {code}\n{printed}{messages}")
        return printed + messages

    def run(self, output, *words, **how):
        return self.leeway("run", "e.toml", "-o", output, "--progress", "none", *words, **how)

    def stored(self, store):
        """How many runs are done in a store that nobody writes; it is read in a copy, and left as it is."""
        with tempfile.TemporaryDirectory() as copy:
            for file in self.folder.glob(store + "*"):
                (Path(copy) / file.name).write_bytes(file.read_bytes())
            database = sqlite3.connect(Path(copy) / store)
            try:
                return database.execute("SELECT count(*) FROM run WHERE status = 1").fetchone()[0]
            except sqlite3.OperationalError:  # killed before there was a table
                return 0
            finally:
                database.close()

    def files(self):
        return sorted(os.listdir(self.folder))


def hash_in(text):
    """The results hash that a command printed."""
    found = re.search(r"^results hash: ([0-9a-f]{64})$", text, re.MULTILINE)
    if not found:
        raise AssertionError(f"no results hash in: {text}")
    return found.group(1)


def wait_for(path, size):
    """Waits until a file has so many bytes."""
    until = time.monotonic() + 300  # slow machines do other things besides
    while not path.exists() or path.stat().st_size < size:
        expect(time.monotonic() < until, f"{path.name} did not grow to {size} bytes")
        time.sleep(0.001)


def expect(condition, message):
    if not condition:
        raise AssertionError(message)


def run_tests(tests, binary):
    """Runs functions that take an experiment, each in a folder of its own; returns the exit code."""
    for test in tests:
        with Experiment(binary) as experiment:
            test(experiment)
        print(f"ok: {test.__doc__.splitlines()[0]}")
    return 0
