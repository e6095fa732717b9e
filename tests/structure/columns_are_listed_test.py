"""Does the rule about columns bite?  A member that columns.cpp does not read is found."""

import unittest
from pathlib import Path

from columns_are_listed import members, unlisted
from source_text import ROOT


class Columns(unittest.TestCase):
    def test_members_of_every_shape_are_seen(self):
        text = ("struct Firms {\n    std::vector<double> capital;  ///< money\n    double fund = 0, insurer = 0;\n"
                "    std::array<std::vector<double>, lesson_count> belief;\n    std::size_t count() const;\n};\n")
        self.assertEqual(members(text, "Firms"), ["capital", "fund", "insurer", "belief"])

    def test_the_project_lists_all(self):
        self.assertEqual(unlisted(ROOT)[0], [])

    def test_a_forgotten_member_is_found(self):
        class Forgetful(type(Path())):
            def read_text(self, *words, **more):
                text = super().read_text(*words, **more)
                return text.replace("products.effort", "") if self.name == "columns.cpp" else text
        self.assertEqual(unlisted(Forgetful(ROOT))[0], [("Products", "effort")])


if __name__ == "__main__":
    unittest.main()
