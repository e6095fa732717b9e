"""`leeway explain` finds where two worlds part: every member of the state must stand in sim/world/columns.cpp.

Usage: columns_are_listed.py [ROOT]
"""

import re
import sys
from pathlib import Path

from source_text import ROOT, code_only

STATE = {"sim/world/products.hpp": ["Products"], "sim/world/firms.hpp": ["Firms"],
         "sim/world/citizens.hpp": ["Citizens", "SectorUse"],
         "sim/world/jurisdictions.hpp": ["Regulator", "Rulebook", "SandboxState", "Jurisdiction"]}
# Counts and money follow from what happened; precedents are graduates; persons are fixed at the start.
FOLLOW = {"counts", "money", "precedents", "represents", "persons_in_group", "sandboxes", "regulators", "rulebook",
          "tally"}
TEMPLATE = re.compile(r"<[^<>]*>")


def members(text, struct):
    """Names of the data members of a struct: what a line of its own declares, functions left out."""
    body = re.search(rf"struct {struct} \{{(.*?)^\}};", code_only(text), re.DOTALL | re.MULTILINE).group(1)
    names = []
    for statement in body.replace("\n        ", " ").split("\n"):
        if not re.match(r"    \w", statement) or "(" in statement.split("=")[0] or not statement.rstrip().endswith(";"):
            continue
        while TEMPLATE.search(statement):
            statement = TEMPLATE.sub("", statement)
        declared = statement.strip().rstrip(";").split(",")
        names += [re.split(r"\s*=", part)[0].split()[-1] for part in declared]
    return names


def unlisted(root):
    """(struct, member) that columns.cpp does not read, and the number of members."""
    listed = code_only((root / "sim/world/columns.cpp").read_text(encoding="utf-8"))
    missing, count = [], 0
    for path, structs in STATE.items():
        text = (root / path).read_text(encoding="utf-8")
        for struct in structs:
            for name in members(text, struct):
                count += 1
                if name not in FOLLOW and not re.search(rf"\.{name}\b", listed):
                    missing.append((struct, name))
    return missing, count


def main():
    missing, count = unlisted(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    for struct, name in missing:
        print(f"{struct}.{name} is no column: add it to sim/world/columns.cpp, so that explain sees it")
    print(f"members of the state: {count}, not listed: {len(missing)}")
    return 1 if missing or count < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
