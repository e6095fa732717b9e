"""A disk that fills, or a file that may not grow, ends in a sentence and loses nothing that was counted.

Usage: full_disk.py BINARY. Where a file system can be mounted, a small one is; else only the size of files is limited.
"""

import os
import resource
import signal
import subprocess
import sys

from small_experiment import expect, hash_in, run_tests, wait_for

MORE = ("--replicates", "60")  # 720 runs, about 1 MiB in the store


def file_limit(size):
    """What a child does before it becomes the program: no file of its own may be larger."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def ended_well(process, folder):
    """Whether the program wrote its results; if not, it must have said why and left nothing but the store."""
    printed, messages = process.communicate(timeout=120)
    if process.returncode == 0:
        return True
    expect(process.returncode == 3, f"exit code {process.returncode}: {printed}{messages}")
    expect("leeway: error: cannot " in messages, f"no clear message: {messages}")
    expect(not list(folder.glob("*.tmp")), "a temporary file was left behind")
    return False


def fill(path, but):
    """Takes all room on a file system but so many bytes."""
    with open(path, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(max(0, file.tell() - but))


def limited_files(experiment):
    """files that may not grow, at twenty sizes: the exit code is 3, and the next run goes on"""
    whole = hash_in(experiment.run("whole.h5", "--quiet", *MORE))
    largest = max((experiment.folder / name).stat().st_size for name in ("whole.h5", "whole.leeway"))
    reached, refusals = 0, 0
    for step in range(1, 20):
        limit = file_limit(largest * step // 20)
        process = experiment.start("run", "e.toml", "-o", "cut.h5", "--quiet", *MORE, preexec_fn=limit)
        if ended_well(process, experiment.folder):
            break
        refusals += 1
        stored = experiment.stored("cut.leeway")
        expect(stored >= reached, f"{reached} runs were stored before and {stored} are now")
        reached = stored
    expect(refusals > 5 and reached > 0, f"{refusals} limits were met and {reached} runs stored under them")
    expect(hash_in(experiment.run("cut.h5", "--force", "--quiet", *MORE)) == whole, "the results differ")


def small_volume(experiment):
    """a small file system: refused when the experiment cannot fit, a clean end when somebody else fills it"""
    volume = experiment.folder / "volume"
    volume.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", volume], capture_output=True)
    if mounted.returncode != 0:
        print("   (no file system can be mounted here; the size of files was limited instead)")
        return
    try:
        refusal = experiment.run("volume/cut.h5", "--replicates", "5000", code=3)
        expect("MiB are free; nothing ran" in refusal and os.listdir(volume) == [], refusal)
        whole = hash_in(experiment.run("whole.h5", "--quiet", *MORE))
        process = experiment.start("run", "e.toml", "-o", "volume/cut.h5", "--quiet", "--threads", "1", *MORE)
        wait_for(volume / "cut.leeway-wal", 300_000)
        process.send_signal(signal.SIGSTOP)
        fill(volume / "filling", but=200_000)
        process.send_signal(signal.SIGCONT)
        expect(not ended_well(process, volume), "a full disk went unnoticed")
        (volume / "filling").unlink()
        expect(hash_in(experiment.run("volume/cut.h5", "--quiet", *MORE)) == whole, "the results differ")
    finally:
        subprocess.run(["umount", volume], check=True)


def lost_output(experiment):
    """what is printed onto a full device: exit code 3, whether it is much or little, text or JSON"""
    experiment.run("r.h5", "--quiet")
    for words in ("list designs", "check e.toml", "check e.toml --json", "describe --schema", "compare r.h5",
                  "compare r.h5 --json", "frontier r.h5", "frontier r.h5 --json", "run e.toml -o r.h5"):
        with open("/dev/full", "w") as full:
            process = experiment.start(*words.split(), stdout=full)
            messages = process.communicate(timeout=120)[1]
        expect(process.returncode == 3, f"{words}: exit code {process.returncode}: {messages}")
        expect("standard output cannot be written" in messages, f"{words}: {messages}")


def main():
    return run_tests([limited_files, small_volume, lost_output], sys.argv[1])


if __name__ == "__main__":
    sys.exit(main())
