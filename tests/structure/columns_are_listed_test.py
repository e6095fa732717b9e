"""Does the rule about columns bite?  A member that no column shows is found, and a sum under another's name."""

import unittest

from columns_are_listed import listing, members, misnamed, unlisted
from source_text import ROOT


class Columns(unittest.TestCase):
    def test_members_of_every_shape_are_seen(self):
        text = ("struct Firms {\n    std::vector<double> capital;  ///< money\n    double fund = 0, insurer = 0;\n"
                "    std::array<std::vector<double>, lesson_count> belief;\n    std::vector<double>\n        wide;\n"
                "    std::size_t count() const;\n    bool is_small() const { return fund < 1; }\n};\n")
        self.assertEqual(members(text, "Firms"), ["capital", "fund", "insurer", "belief", "wide"])

    def test_the_project_lists_all(self):
        self.assertEqual(unlisted(ROOT, listing(ROOT))[0], [])
        self.assertEqual(misnamed(ROOT, listing(ROOT)), [])

    def test_a_forgotten_member_is_found(self):
        forgetful = listing(ROOT).replace("products.effort", "")
        self.assertEqual(unlisted(ROOT, forgetful)[0], [("Products", "effort")])

    def test_sums_in_another_order_are_found(self):
        confused = listing(ROOT).replace('"admitted"', '"tested"')
        self.assertEqual(misnamed(ROOT, confused), [("Counts", "count_names")])


if __name__ == "__main__":
    unittest.main()
