"""No finished run is ever lost, whenever the program is killed, and what is resumed ends as if nothing had happened.

Usage: killed_and_resumed.py BINARY. LEEWAY_KILLS sets the number of kills (30), LEEWAY_TEST_SEED the instants.
"""

import os
import random
import signal
import sys
import time

from small_experiment import RUNS, expect, hash_in, run_tests, wait_for

KILLS = int(os.environ.get("LEEWAY_KILLS", "30"))
CHAIN = 6  # kills of one experiment before it may come to its end
SEED = int(os.environ.get("LEEWAY_TEST_SEED", "1"))


def killed_at_any_instant(experiment):
    """kill -9 at random instants of run, commit, final write and resume: nothing lost, the same hash"""
    began = time.monotonic()
    whole = hash_in(experiment.run("whole.h5", "--quiet"))
    usual = time.monotonic() - began
    instants = random.Random(SEED)
    kills = ended = 0
    while kills < KILLS:
        before, killed, end = 0, True, min(KILLS, kills + CHAIN)
        while killed and kills < end:
            process = experiment.start("run", "e.toml", "-o", "cut.h5", "--quiet")
            time.sleep(instants.uniform(0, usual))
            killed = process.poll() is None
            process.kill()
            process.communicate()
            kills += killed
            now = experiment.stored("cut.leeway") if "cut.leeway" in experiment.files() else 0
            expect(now >= before, f"{before} runs were stored before the kill and {now} after it")
            before = now
        result = experiment.run("cut.h5", "--force", "--quiet")
        expect(hash_in(result) == whole, "the results differ from those of an undisturbed run")
        expect(not [name for name in experiment.files() if name.endswith(".tmp")], "a temporary file was left behind")
        ended += 1
        for name in experiment.files():
            if name.startswith("cut."):
                (experiment.folder / name).unlink()
    print(f"   {kills} kills, {ended} experiments brought to their end")


def interrupted(experiment):
    """SIGINT and SIGTERM: what is finished is stored, the exit code says which, and the command goes on"""
    whole = hash_in(experiment.run("whole.h5", "--quiet", "--replicates", "400"))
    journal = experiment.folder / "cut.leeway-wal"
    for sent, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        process = experiment.start("run", "e.toml", "-o", "cut.h5", "--replicates", "400", "--threads", "1")
        wait_for(journal, 400_000)
        process.send_signal(sent)
        _, messages = process.communicate()
        expect(process.returncode == code, f"exit code {process.returncode}: {messages}")
        expect("Go on with: " in messages and "--replicates 400" in messages, messages)
        expect(experiment.stored("cut.leeway") > 0, "nothing was stored")
    result = experiment.run("cut.h5", "--resume", "--replicates", "400")
    expect(hash_in(result) == whole, "the results differ from those of an undisturbed run")
    expect("runs are done" in result, result)


def second_writer(experiment):
    """a second writer of the same output is refused and told who the first one is"""
    process = experiment.start("run", "e.toml", "-o", "one.h5", "--quiet", "--replicates", "200")
    wait_for(experiment.folder / "one.leeway-writer", 1)
    process.send_signal(signal.SIGSTOP)
    refusal = experiment.run("one.h5", "--replicates", "200", code=2)
    process.kill()
    process.communicate()
    expect(f"is being written by process {process.pid} on " in refusal, refusal)
    experiment.run("one.h5", "--quiet", "--replicates", "8", "--resume")


def changed(experiment):
    """one changed design runs again and nothing else does; what does not fit is refused with the reason"""
    experiment.run("a.h5")
    experiment.design("wide", 10)
    explained = experiment.run("a.h5", "--resume", "--explain")
    expect("cohort: 32 done" in explained, explained)
    expect("wide: 32 again, because sandbox[0].places was 9 and is 10 (worlds 0-3, replicates 0-7)" in explained, explained)
    refused = experiment.run("a.h5", code=2)
    expect("go on from them with --resume" in refused, refused)
    resumed = experiment.run("a.h5", "--resume", "--threads", "1")
    expect(f"64 of {RUNS} runs are done; 32 are made again (sandbox[0].places was 9 and is 10)" in resumed, resumed)
    expect(hash_in(resumed) == hash_in(experiment.run("b.h5")), "the extended results differ from fresh ones")
    longer = experiment.run("a.h5", "--resume", "--set", 'record.series=["waiting_cases"]')
    expect("made again (it was stored without an outcome that is asked for now, see record.series)" in longer, longer)
    stranger = experiment.run("a.h5", "--resume", "--seed", "2", code=2)
    expect("none of them belongs to this experiment: seed was 1 and is 2" in stranger, stranger)


def main():
    tests = [killed_at_any_instant, interrupted, second_writer, changed]
    return run_tests(tests, sys.argv[1])


if __name__ == "__main__":
    sys.exit(main())
