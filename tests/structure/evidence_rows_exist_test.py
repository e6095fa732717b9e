"""The rule about rows of the evidence bites."""

import unittest

from evidence_rows_exist import file_problems

ROWS = {"B1", "H15", "W11"}


class EvidenceRowsExist(unittest.TestCase):
    def problems(self, text):
        return file_problems("scenarios/made-up/world.toml", text, ROWS)

    def test_known_rows_and_plain_words_pass(self):
        for text in ["a = 1  # B1 (V2)", "# H15, W11: share", "# ISO-B2, P3D, A4, covid-H5", "# cohorts 1 to 5"]:
            self.assertEqual(self.problems(text), [], text)

    def test_an_unknown_row_is_found_with_its_line(self):
        found = self.problems("a = 1  # B1 (V2)\nb = 2  # B2, H15 (V2)\n")
        self.assertEqual(found, ["scenarios/made-up/world.toml:2: B2 is no row of docs/evidence.md"])

    def test_both_ends_of_a_range_count(self):
        self.assertEqual(len(self.problems("# B1-B4")), 1)

    def test_a_text_that_is_not_here_is_no_source(self):
        for text in ["# section 7, R-lo", "# world facts (V)"]:
            self.assertEqual(len(self.problems(text)), 1, text)


if __name__ == "__main__":
    unittest.main()
