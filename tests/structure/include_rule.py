"""Who may include whom (docs/architecture.md): reads every include and fails on anything outside the allowed graph.

Usage: include_rule.py [ROOT]
"""

import re
import sys
from pathlib import Path

from source_text import ROOT, code_only, line_of, sources, without_comments

MODEL = ["core", "world", "policy", "rules", "metrics"]

# What a room may include: rooms, or single files of a room.
ALLOWED = {
    "core": ["core"],
    "world": ["core", "world"],
    "policy": ["core", "policy"],
    "rules": ["core", "world", "policy", "rules"],
    "metrics": ["core", "world", "policy", "metrics"],
    "analysis": ["core", "metrics/metric_table.hpp", "analysis"],
    "store": ["core", "metrics/metric_table.hpp", "store"],
    "experiment": MODEL + ["analysis", "experiment"],
    "cli": MODEL + ["analysis", "store", "experiment", "cli"],
}

# Only these see every rule: the list of the month, and what runs it.
LISTS_OF_RULES = ["sim/rules/rules.", "sim/rules/model.", "sim/rules/simulate."]

# A library stays where it is needed: its headers, and the files (by the start of their path) that may include them.
LIBRARIES = {
    r"hdf5.*|H5.*\.h": ["sim/store/"],
    r"sqlite3\.h": ["sim/store/"],
    r"boost/graph/.*": ["sim/world/network"],
    r"(oneapi/)?tbb(/.*|\.h)": ["sim/core/parallel", "sim/experiment/runner"],
    r"toml\+\+.*|toml\.hpp": ["sim/experiment/"],
    r"pagmo/.*": ["sim/experiment/search/"],
    r"CLI/.*": ["sim/cli/", "sim/main.cpp"],
}

# The model also compiles to WebAssembly, where these do not exist.
ABSENT_HEADERS = {"thread", "mutex", "shared_mutex", "condition_variable", "future", "iostream", "fstream",
                  "filesystem"}
ABSENT_WORDS = re.compile(r"\b(throw|try|catch)\b")
MAY_USE_THREADS = "sim/core/parallel"

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def room_of(path):
    """The room of a file, named by its path from the root; sim/main.cpp counts as cli."""
    parts = Path(path).parts
    if parts[0] == "analysis":
        return "analysis"
    return parts[1] if len(parts) > 2 else "cli"


def rule_of(include):
    """The rule to which a file below rules/ belongs: rules/react.hpp and rules/react/news.hpp belong to react."""
    return Path(include).parts[1].split(".")[0]


def covered(include, allowed):
    return any(include == entry or include.startswith(entry + "/") for entry in allowed)


def room_problem(path, include):
    """Why this file may not include that one of ours; None if it may."""
    room = room_of(path)
    if room not in ALLOWED:
        return f"the room {room} is unknown to the include rule"
    if not covered(include, ALLOWED[room]):
        return f"{room} may include only {', '.join(ALLOWED[room])}"
    if room == "rules" and include.startswith("rules/") and not path.startswith(tuple(LISTS_OF_RULES)):
        own = rule_of(Path(path).relative_to("sim").as_posix())
        if rule_of(include) not in (own, "formula", "levers"):
            return "rules never include each other; what two rules share belongs to rules/formula or is a lever"
    return None


def library_problem(path, include):
    """Why this file may not include that library; None if it may."""
    for pattern, places in LIBRARIES.items():
        if re.fullmatch(pattern, include) and not path.startswith(tuple(places)):
            return f"this library stays in {', '.join(places)}"
    absent = include in ABSENT_HEADERS and room_of(path) in MODEL and not path.startswith(MAY_USE_THREADS)
    return "the model has no threads and streams: it also compiles to WebAssembly" if absent else None


def word_problems(path, text):
    """Exceptions in rooms that must do without."""
    if room_of(path) not in MODEL or path.startswith(MAY_USE_THREADS):
        return []
    code = code_only(text)
    return [(line_of(code, found.start()), found.group(), "the model has no exceptions: errors are values there")
            for found in ABSENT_WORDS.finditer(code)]


def problems_of(path, text):
    """(line, what, why) for everything in a file that breaks the rule."""
    problems = word_problems(path, text)
    code = without_comments(text)
    for found in INCLUDE.finditer(code):
        quoted, include = found.group(1) is not None, found.group(1) or found.group(2)
        why = library_problem(path, include) or (room_problem(path, include) if quoted else None)
        if why:
            problems.append((line_of(code, found.start(1 if quoted else 2)), include, why))
    return sorted(problems)


def check(root):
    """Every break of the rule below a root, as lines of text, and the number of files read."""
    files = sources(root / "sim") + sources(root / "analysis")
    lines = []
    for file in files:
        path = file.relative_to(root).as_posix()
        for line, what, why in problems_of(path, file.read_text(encoding="utf-8")):
            lines.append(f"{path}:{line}: {what}: {why}")
    return lines, len(files)


def main():
    lines, count = check(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    print("\n".join(lines + [f"include rule: {count} files, {len(lines)} problems"]))
    if count == 0:
        print("there is nothing to check: is this the root of the project?")
    return 1 if lines or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
