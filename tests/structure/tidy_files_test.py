"""Do the small promises bite?  One made-up file per break."""

import tempfile
import unittest
from pathlib import Path

from tidy_files import check

DEV = "#!/bin/bash\ndev_test() {\n    true\n}\n"


class Promises(unittest.TestCase):
    def problems(self, path, text):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / "dev").write_text(DEV)
            (root / path).write_text(text)
            return check(root)[0]

    def test_a_tidy_file_passes(self):
        self.assertEqual(self.problems("sim/core/text.cpp", "int one = 1;  // /usr/bin/python3\n"), [])
        links = "`./dev test`, [here](dev), [there](https://example.org/home/x)\n"
        self.assertEqual(self.problems("README.md", links), [])

    def test_each_break_is_found(self):
        home = "/" + "home/somebody"
        for path, text in [("a.cpp", "int a; \n"), ("a.cpp", "int a;"), ("a.cpp", f'open("{home}/file");\n'),
                           ("a.py", "# TO" + "DO later\n"), ("README.md", "Run `./dev fly`.\n"),
                           ("README.md", "    ./dev fly\n"),
                           ("docs/README.md", "[nowhere](missing.md)\n"),
                           ("n.ipynb", '{"cells": [{"outputs": [1], "execution_count": null}]}\n')]:
            self.assertEqual(len(self.problems(path, text)), 1, f"{path} got away with {text}")


if __name__ == "__main__":
    unittest.main()
