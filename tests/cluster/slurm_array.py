"""An experiment as a Slurm job array gives the hash of one run, also when tasks are killed and a node is lost.

Usage: slurm_array.py BINARY SBATCH_FOLDER. Skipped (77) where Slurm is not installed.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "invariance"))
from local_slurm import LocalSlurm, missing_commands  # noqa: E402
from small_experiment import Experiment, expect, hash_in, wait_for  # noqa: E402

SHARDS = 5
NODES = 3
REPLICATES = "1500"  # long enough that a task can be killed in its midst, though the other began later


def submit(slurm, experiment, script, *words, array=None, after=None):
    options = ["--chdir", str(experiment.folder), "--output", str(experiment.folder / "slurm-%A_%a.out"),
               "--export", f"ALL,LEEWAY={experiment.binary}"]
    if array:
        options += ["--array", array]
    if after:
        options += ["--dependency", f"afterok:{after}"]
    return slurm.submit(*options, str(script), *words)


def array_and_merge(slurm, experiment, scripts):
    """an array of five tasks on three nodes, then the merge that waits for it"""
    whole = hash_in(experiment.run("whole.h5", "--quiet"))
    array = submit(slurm, experiment, scripts / "slurm.sbatch", "e.toml", "cut.h5", str(SHARDS), array=f"1-{SHARDS}")
    merge = submit(slurm, experiment, scripts / "merge.sbatch", "cut.h5", str(SHARDS), after=array)
    expect(set(slurm.wait_until_done(array)) == {"COMPLETED"}, printed(experiment))
    expect(slurm.wait_until_done(merge) == ["COMPLETED"], printed(experiment))
    expect(whole in experiment.leeway("compare", "cut.h5", "--json"), "the array's results differ from one run's")


def killed_and_requeued(slurm, experiment, scripts):
    """a task that is killed and submitted again, and one that Slurm requeues, go on from what they had stored"""
    longer = (experiment.folder / "e.toml").read_text().replace("replicates = 8", f"replicates = {REPLICATES}")
    experiment.write("e.toml", longer)
    whole = hash_in(experiment.run("whole.h5", "--quiet"))
    array = submit(slurm, experiment, scripts / "slurm.sbatch", "e.toml", "cut.h5", "2", array="1-2")
    for shard in (1, 2):
        wait_for(experiment.folder / f"cut.{shard}-of-2.leeway-wal", 200_000)
    slurm.call("scontrol", "requeue", f"{array}_2")
    slurm.call("pkill", "-KILL", "--full", "run e.toml -o cut.h5 --shard 1/2")
    slurm.wait(lambda: sorted(slurm.state(array)) == ["FAILED", "PENDING"], "a failed and a requeued task")
    for shard in (1, 2):
        stored = experiment.stored(f"cut.{shard}-of-2.leeway")
        expect(0 < stored < 3 * 4 * int(REPLICATES) // 2, f"{stored} runs were stored when shard {shard} was stopped")
    slurm.call("scontrol", "update", f"JobId={array}_2", "StartTime=now")  # Slurm itself would wait two minutes
    again = submit(slurm, experiment, scripts / "slurm.sbatch", "e.toml", "cut.h5", "2", array="1")
    expect(slurm.wait_until_done(again) == ["COMPLETED"], printed(experiment))
    expect(sorted(slurm.wait_until_done(array)) == ["COMPLETED", "FAILED"], printed(experiment))
    merged = experiment.leeway("merge", "-o", "cut.h5", "cut.1-of-2.leeway", "cut.2-of-2.leeway")
    expect(hash_in(merged) == whole, "the results differ from those of an undisturbed run")
    expect("runs are done" in printed(experiment), "no task said that it went on")


def printed(experiment):
    """What the tasks wrote, for the message of a failure."""
    return "\n".join(f"{file.name}: {file.read_text()}" for file in sorted(experiment.folder.glob("slurm-*.out")))


def main():
    binary, scripts = sys.argv[1], Path(sys.argv[2]).resolve()
    missing = missing_commands()
    if missing:
        print("skipped: not installed:", ", ".join(missing))
        return 77
    os.umask(0o022)
    with LocalSlurm(NODES) as slurm:
        for test in (array_and_merge, killed_and_requeued):
            with Experiment(binary) as experiment:
                test(slurm, experiment, scripts)
            print(f"ok: {test.__doc__}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
