"""Does the rule about the texts of the report bite?"""

import json
import tempfile
import unittest
from pathlib import Path

from report_strings import check


class Texts(unittest.TestCase):
    def problems(self, texts, code="", script=""):
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "analysis" / "page"
            page.mkdir(parents=True)
            (page / "english.json").write_text(json.dumps(texts))
            (page / "report.js").write_text(script)
            (page.parent / "report_part.cpp").write_text(code)
            return check(Path(folder))[0]

    def test_texts_that_are_used_pass(self):
        self.assertEqual(self.problems({"a.b": "", "c.d": ""}, 'f(words("a.b")); g("c.d");'), [])
        self.assertEqual(self.problems({"case.one": "", "case.many": ""}, 'words.counted(values.size(), "case")'), [])
        self.assertEqual(self.problems({"script.saved": "", "metric.uptake": ""}, script='say("saved", {file})'), [])

    def test_each_break_is_found(self):
        self.assertEqual(len(self.problems({"a.b": ""})), 1)
        self.assertEqual(len(self.problems({"a.b": ""}, '// words("a.b")')), 1)
        self.assertEqual(len(self.problems({"a.b": ""}, 'words("a.b"); words("a.c")')), 1)
        self.assertEqual(len(self.problems({}, script='say("lost")')), 1)


if __name__ == "__main__":
    unittest.main()
