"""Does the search for numbers without a source bite?  Made-up scenarios, each with one number that has or lacks one."""

import tempfile
import unittest
from pathlib import Path

from numbers_have_sources import check

WORLD = """\
# A world. 12 of 13 words here are no numbers of the file.
name = "world-7"
population = 1_000     # V: census 2024
[citizens]
count = 2_000          # assumed: computing budget
edges = "file # 5.csv" # a text holds no number
shares = [0.1, 0.2]    # D
open = true
[risk]
base_rate = 1.2e-3     # R-lo: "about 1"

[[uncertain]]
parameter = "risk.base_rate"
low = 0.001
high = 0.01
source = "assumed; H3 (V)"
"""


class Unsourced(unittest.TestCase):
    def problems(self, text, path="scenarios/made-up/world.toml"):
        """The complaints about a tree with this one file."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
            problems, files, _ = check(Path(folder))
            self.assertEqual(files, 1)
            return problems

    def test_sourced_numbers_pass(self):
        self.assertEqual(self.problems(WORLD), [])

    def test_all_numbers_are_counted(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "scenarios/made-up/designs/one.toml"
            file.parent.mkdir(parents=True)
            file.write_text(WORLD)
            self.assertEqual(check(Path(folder)), ([], 1, 7))

    def test_each_missing_comment_is_found_with_its_line(self):
        for comment, line in [("     # V: census 2024", 3), ("          # assumed: computing budget", 5),
                              ("    # D", 7), ('     # R-lo: "about 1"', 10)]:
            problems = self.problems(WORLD.replace(comment, ""))
            self.assertEqual(len(problems), 1, problems)
            self.assertIn(f":{line}: ", problems[0])

    def test_a_comment_without_a_code_is_no_source(self):
        for comment in ["# census 2024", "# R&D budget", "# Version of 2024", "# unassumed", "# V-shaped", "# assumedly"]:
            self.assertEqual(len(self.problems(WORLD.replace("# V: census 2024", comment))), 1, comment)

    def test_every_code_counts(self):
        for code in ["V", "V2", "D", "R-hi", "R-med", "R-lo", "UNK", "assumed"]:
            for comment in [f"# {code}", f"# {code}: because", f"# row B1 ({code})"]:
                self.assertEqual(self.problems(WORLD.replace("# V: census 2024", comment)), [], comment)

    def test_a_prior_needs_a_source_with_a_code(self):
        self.assertEqual(len(self.problems(WORLD.replace('source = "assumed; H3 (V)"\n', ""))), 2)
        self.assertEqual(len(self.problems(WORLD.replace("assumed; H3 (V)", "experts"))), 2)

    def test_a_source_covers_its_own_prior_only(self):
        design = 'name = "d"\nsource = "assumed"\n[sandbox]\nplaces = 5\n'
        self.assertEqual(len(self.problems(design, "scenarios/made-up/designs/d.toml")), 1)
        two = WORLD + '\n[[uncertain]]\nparameter = "firms.burn"\nlow = 1\n'
        self.assertEqual(len(self.problems(two)), 1)

    def test_a_comment_speaks_for_its_own_line_only(self):
        self.assertEqual(len(self.problems("shares = [\n    0.1,  # D\n    0.2,\n]\n")), 1)
        self.assertEqual(len(self.problems("# assumed\nplaces = 5\n")), 1)

    def test_numbers_that_hide_are_found(self):
        for text in ["a = {low = 1, high = 2}\n", "a = -0.5\n", "a = +inf\n", "[t]\na = 0x1F\n", 't."b 2".c = 3\n',
                     'a = "x" # assumed\nb = [["one", 1]]\n']:
            self.assertEqual(len(self.problems(text)), 1, text)


if __name__ == "__main__":
    unittest.main()
