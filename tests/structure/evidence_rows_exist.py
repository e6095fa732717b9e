"""Every row of the evidence that a world, a design, a parameter or a fact of the scorecard names stands in
docs/evidence.md; and none refers to a section of a text that is not here.

Usage: evidence_rows_exist.py [ROOT]
"""

import re
import sys
from pathlib import Path

from source_text import ROOT

NAMED = re.compile(r"(?<!\w)(?<![A-Za-z]-)[BCHKOPQW]\d{1,2}(?![\w.])")
ROW = re.compile(r"^\| ([A-Z]\d{1,2}) \|", re.MULTILINE)
ELSEWHERE = re.compile(r"\bsection \d|\bworld facts\b")


def files(root):
    """Worlds, designs and experiments, their READMEs, and the generated pages that state every parameter and fact."""
    found = [path for folder in ("scenarios", "configs") for path in (root / folder).rglob("*.toml")]
    pages = [root / "docs" / name for name in ("dictionary.md", "validity.md")]
    return sorted([*found, *root.glob("scenarios/*/README.md"), *(page for page in pages if page.exists())])


def file_problems(path, text, rows):
    """What is wrong with one file."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        for name in sorted(set(NAMED.findall(line)) - rows):
            problems.append(f"{path}:{number}: {name} is no row of docs/evidence.md")
        for words in ELSEWHERE.findall(line):
            problems.append(f'{path}:{number}: "{words}" refers to a text that is not here: name a row of docs/evidence.md')
    return problems


def check(root):
    """(problems, number of files, number of rows)"""
    rows = set(ROW.findall((root / "docs" / "evidence.md").read_text(encoding="utf-8")))
    paths = files(root)
    problems = []
    for path in paths:
        problems += file_problems(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"), rows)
    return problems, len(paths), len(rows)


def main():
    problems, paths, rows = check(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    for problem in problems:
        print(problem)
    print(f"{paths} files name rows of the evidence, of which there are {rows}; {len(problems)} problems")
    return 1 if problems or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
