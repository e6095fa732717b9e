"""Every number of a scenario says what it rests on: a comment on its line with a confidence code (V, V2, D, R-hi, R-med,
R-lo, UNK or assumed), or, for a prior in [[uncertain]] or a target of a calibration, the table's own source.  Whether the
key is known and which unit it has is the schema's business: the tests named scenario_* run `leeway check`.

Usage: numbers_have_sources.py [ROOT]
"""

import re
import sys
import tomllib
from pathlib import Path

from source_text import ROOT

CODE = re.compile(r"(?<![\w&-])(?:V2?|D|R-(?:hi|med|lo)|UNK|assumed)(?![\w&-])")
TEXT = r'"""[\s\S]*?"""|' + r"'''[\s\S]*?'''|" + r'"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'"
NUMBER = re.compile(r"(?<![\w.])[+-]?(?:0[xob]\w+|\d[\d_]*(?:\.[\d_]+)?(?:[eE][+-]?\d+)?|inf|nan)(?![\w.])")
KEY = re.compile(r"[\w. -]+=")
HEADER = re.compile(r"\s*\[{1,2}\s*[A-Za-z_][^=,\[\]]*\]{1,2}\s*(?:#.*)?$")


def files(root):
    """Worlds, designs and experiments of the scenarios."""
    return sorted([*root.glob("scenarios/*/*.toml"), *root.glob("scenarios/*/designs/*.toml")])


def without_texts(text):
    """Quoted texts become blanks, as long as they were; comments stay."""
    keep_comment = lambda found: found.group() if found.group()[0] == "#" else re.sub(r"[^\n]", " ", found.group())
    return re.sub(rf"#[^\n]*|{TEXT}", keep_comment, text)


def split(line):
    """(code, comment) of a line without texts."""
    code, _, comment = line.partition("#")
    return code, comment


def numbers_in(code):
    """How many numbers stand in a line of code: in its values, not in keys and headers of tables."""
    return 0 if HEADER.match(code) else len(NUMBER.findall(KEY.sub(" ", code)))


def tables(text):
    """(first line, lines, lines without texts) of each table; the first stands before any header."""
    lines, bare = text.split("\n"), without_texts(text).split("\n")
    starts = [0] + [i for i, line in enumerate(bare) if HEADER.match(line)]
    return [(low, lines[low:high], bare[low:high]) for low, high in zip(starts, starts[1:] + [len(lines)])]


def says_source(lines):
    """Whether this is a prior or a target whose own source carries a code."""
    has_source = bool(lines) and lines[0].strip().startswith(("[[uncertain]]", "[[targets]]"))
    return has_source and any(re.match(r"\s*source\s*=", line) and CODE.search(line) for line in lines)


def values(tree):
    """The numbers of a document as a TOML reader sees them."""
    if isinstance(tree, dict):
        return sum(values(branch) for branch in tree.values())
    if isinstance(tree, list):
        return sum(values(branch) for branch in tree)
    return 1 if isinstance(tree, (int, float)) and not isinstance(tree, bool) else 0


def file_problems(path, text):
    """(what is wrong with one file, how many numbers it has)"""
    problems, count = [], 0
    for first, lines, bare in tables(text):
        sourced = says_source(lines)
        for number, line in enumerate(bare, first + 1):
            code, comment = split(line)
            found = numbers_in(code)
            count += found
            if found and not sourced and not CODE.search(comment):
                problems.append(f"{path}:{number}: {code.strip()} stands without a source: say in a comment what it "
                                "rests on, with V, V2, D, R-hi, R-med, R-lo, UNK or assumed")
    read = values(tomllib.loads(text))
    if count != read:
        problems.append(f"{path}: {read} numbers are read, {count} were looked at: write one key a line")
    return problems, count


def check(root):
    """(problems, number of files, number of numbers)"""
    problems, count, paths = [], 0, files(root)
    for path in paths:
        found, numbers = file_problems(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
        problems += found
        count += numbers
    return problems, len(paths), count


def main():
    problems, paths, count = check(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    print("\n".join(problems + [f"numbers of scenarios: {count} in {paths} files, {len(problems)} problems"]))
    return 1 if problems or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
