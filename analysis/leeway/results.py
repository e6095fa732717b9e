"""Results files as xarray datasets: opening one, running an experiment to get one, or asking what it says."""

import json
import os
import shutil
import subprocess
import tempfile
import warnings
from pathlib import Path

import xarray

PROJECT = Path(__file__).resolve().parents[2]


def open(path):
    """The results file `path` as an xarray.Dataset with named dimensions; arrays are read when they are used."""
    path = Path(path)
    if not path.is_file():
        raise FileNotFoundError(f"there is no results file {path}; `leeway run EXPERIMENT.toml -o {path}` makes one")
    return xarray.open_dataset(path, engine="h5netcdf")


def run(experiment, output=None, binary=None, **overrides):
    """Runs an experiment and returns its results.

    `overrides` are settings by their dotted names: leeway.run("a.toml", months=60, **{"sandbox.places": 12}).
    Without `output` the results live in memory only. Raises RuntimeError with the message of the program if nothing
    came out; warns if some of the runs failed.
    """
    if output is not None:
        _call(experiment, Path(output), binary, overrides)
        return open(output)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results.h5"
        _call(experiment, path, binary, overrides)
        with open(path) as results:
            return results.load()


def compare(path, baseline=None, binary=None):
    """What `leeway compare --json` says of the results file `path`: designs with their sentences, numbers and limits.

    Raises RuntimeError with the message of the program if it cannot compare.
    """
    command = [str(_find_binary(binary)), "compare", str(path), "--json"]
    if baseline is not None:
        command += ["--baseline", baseline]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"leeway ended with exit code {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def limits(path, binary=None):
    """What the results file `path` cannot say, in sentences; `leeway compare` says the same of it."""
    return compare(path, binary=binary)["limits"]


def _call(experiment, output, binary, overrides):
    command = [str(_find_binary(binary)), "run", str(experiment), "-o", str(output), "--quiet"]
    for name, value in overrides.items():
        command += ["--set", f"{name}={_setting(value)}"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == 1 and output.is_file():
        warnings.warn(f"some runs failed; they are missing values in the results\n{done.stderr}")
    elif done.returncode != 0:
        raise RuntimeError(f"leeway ended with exit code {done.returncode}\n{done.stderr}")


def _find_binary(binary):
    candidates = [binary, os.environ.get("LEEWAY_BINARY"), PROJECT / "build" / "release" / "leeway"]
    for candidate in candidates:
        if candidate and Path(candidate).is_file():
            return Path(candidate)
    on_path = shutil.which("leeway")
    if on_path:
        return Path(on_path)
    raise FileNotFoundError("the program `leeway` was not found; build it with `./dev build` or set LEEWAY_BINARY")


def _setting(value):
    """A value as the command line takes it, which is as TOML writes it (single words need no quotes)."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(f'"{item}"' if isinstance(item, str) else _setting(item) for item in value) + "]"
    return str(value)
