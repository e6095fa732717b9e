"""However an experiment is divided, the parts merge into the same results; what is no whole is refused.

Usage: shards_and_merge.py BINARY.
"""

import re
import sqlite3
import sys

from small_experiment import expect, hash_in, run_tests


def any_division(experiment):
    """1, 2, 3 and 5 shards, on different numbers of threads, give the results hash of one run"""
    whole = hash_in(experiment.run("whole.h5", "--quiet"))
    for shards in (1, 2, 3, 5):
        for number in range(1, shards + 1):
            printed = experiment.run(f"of{shards}.h5", "--shard", f"{number}/{shards}", "--threads", str(number))
            expect(f"of{shards}.{number}-of-{shards}.leeway" in printed, printed)
        expect(f"of{shards}.h5" not in experiment.files(), "a shard wrote results")
        stores = [f"of{shards}.{number}-of-{shards}.leeway" for number in range(1, shards + 1)]
        merged = experiment.leeway("merge", "-o", f"of{shards}.h5", *stores)
        expect(hash_in(merged) == whole, f"{shards} shards give another hash")
    compared = experiment.leeway("compare", "of5.h5", "--json")
    expect(re.search(rf'"results_hash": "{whole}"', compared), compared)


def what_is_no_whole(experiment):
    """gaps are named; stores of other experiments, of another model and with other outcomes are refused"""
    for number in (1, 2, 3):
        experiment.run("a.h5", "--quiet", "--shard", f"{number}/3")
    one, two, three = (f"a.{number}-of-3.leeway" for number in (1, 2, 3))
    gap = experiment.leeway("merge", "-o", "out.h5", one, three, code=2)
    expect("shard 2 of 3 is missing" in gap and "cohort: world 0, replicates 1, 4, 7; world 1" in gap, gap)
    expect("out.h5" not in experiment.files(), "results were written all the same")
    experiment.leeway("merge", "-o", "twice.h5", one, two, three, two)
    experiment.run("b.h5", "--quiet", "--seed", "2", "--shard", "2/3")
    other = experiment.leeway("merge", "-o", "out.h5", one, "b.2-of-3.leeway", three, code=2)
    expect("different experiments (experiment.seed was 1 and is 2)" in other, other)
    copy_with(experiment, two, "bits.leeway", "UPDATE run SET numbers = (SELECT numbers FROM run LIMIT 1), "
                                              "checksum = (SELECT checksum FROM run LIMIT 1)")
    bits = experiment.leeway("merge", "-o", "out.h5", one, two, three, "bits.leeway", code=2)
    expect("though they are the same run" in bits, bits)
    copy_with(experiment, two, "old.leeway", "UPDATE note SET value = value - 1 WHERE name = 'model_version'")
    old = experiment.leeway("merge", "-o", "out.h5", one, "old.leeway", three, code=2)
    expect("of the model, and this program has version" in old, old)
    expect("there is no none.leeway" in experiment.leeway("merge", "-o", "out.h5", one, "none.leeway", code=2), "")
    expect("no SQLite database" in experiment.leeway("merge", "-o", "out.h5", "e.toml", code=2), "")


def copy_with(experiment, store, copy, statement):
    (experiment.folder / copy).write_bytes((experiment.folder / store).read_bytes())
    database = sqlite3.connect(experiment.folder / copy)
    with database:
        database.execute(statement)
    database.close()


def unfinished(experiment):
    """what is there can be looked at before the rest is: the other runs are pending"""
    for number in (1, 2, 3):
        experiment.run("a.h5", "--quiet", "--shard", f"{number}/3")
    one, two, three = (f"a.{number}-of-3.leeway" for number in (1, 2, 3))
    merged = experiment.leeway("merge", "-o", "a.h5", one, three, "--unfinished")
    expect("runs are pending" in merged, merged)
    compared = experiment.leeway("compare", "a.h5")
    expect("pending" in compared, compared)
    whole = hash_in(experiment.leeway("merge", "-o", "a.h5", one, two, three))
    expect(whole == hash_in(experiment.run("whole.h5", "--quiet")), "the results differ")


def existing_output(experiment):
    """merging again has nothing to do; a different file is not overwritten"""
    for number in (1, 2):
        experiment.run("a.h5", "--quiet", "--shard", f"{number}/2")
    stores = ("a.1-of-2.leeway", "a.2-of-2.leeway")
    experiment.leeway("merge", "-o", "a.h5", *stores)
    expect("nothing to do" in experiment.leeway("merge", "-o", "a.h5", *stores), "")
    experiment.run("b.h5", "--quiet", "--seed", "2")
    expect("holds something else" in experiment.leeway("merge", "-o", "b.h5", *stores, code=2), "")
    experiment.leeway("merge", "-o", "b.h5", *stores, "--force")


def main():
    return run_tests([any_division, what_is_no_whole, unfinished, existing_output], sys.argv[1])


if __name__ == "__main__":
    sys.exit(main())
