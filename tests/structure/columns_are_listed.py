"""`leeway explain` finds where two worlds part: every member of the state must stand in sim/world/columns_of_*.cpp.

A member counts as listed where the code there says `.member` or `::member`; records of plain sums are listed as a whole, and
the names that they are given must be those of their members, in their order.

Usage: columns_are_listed.py [ROOT]
"""

import re
import sys
from pathlib import Path

from source_text import ROOT, code_only, without_comments

STATE = {"sim/world/world.hpp": ["World"], "sim/world/products.hpp": ["Products"],
         "sim/world/firms.hpp": ["Firms", "Outcome"], "sim/world/citizens.hpp": ["Citizens", "SectorUse"],
         "sim/world/ledger.hpp": ["HarmLedger", "HarmCell", "HarmPlace", "HarmEvent"],
         "sim/world/jurisdictions.hpp": ["Case", "Regulator", "Rulebook", "SandboxState", "Precedent", "Jurisdiction"]}
SUMS = {"count_names": ("sim/world/counts.hpp", "Counts"), "money_names": ("sim/world/ledger.hpp", "Money"),
        "tally_names": ("sim/world/jurisdictions.hpp", "QueueTally"), "score_names": ("sim/world/world.hpp", "BeliefScore")}
# The same in all designs of a replicate: how the world is built, and the regime itself.
FIXED = {"scenario", "adaptation", "run_key", "month", "first_month", "end_month", "group_key", "acquaintances", "firm_peers",
         "represents", "persons_in_group", "sectors", "groups", "causes", "quarters", "quarter_of", "stretches"}
# What is worked out from other columns: counts and lists of users, and the notes by which quiet citizens are passed over.
DERIVED = {"users", "agents_using", "blocks", "gathered", "months"}
# Listed by columns.cpp, which goes through them.
PARTS = {"citizens", "products", "firms", "jurisdictions"}
TEMPLATE = re.compile(r"<[^<>]*>")


def members(text, struct):
    """Names of the data members of a struct: what a line of its own declares, functions left out."""
    body = re.search(rf"struct {struct} \{{(.*?)^\}};", code_only(text), re.DOTALL | re.MULTILINE).group(1)
    names = []
    for statement in re.sub(r"\n {8,}", " ", body).split("\n"):
        if not re.match(r"    \w", statement) or "(" in statement.split("=")[0] or not statement.rstrip().endswith(";"):
            continue
        while TEMPLATE.search(statement):
            statement = TEMPLATE.sub("", statement)
        declared = statement.strip().rstrip(";").split(",")
        names += [re.split(r"\s*=", part)[0].split()[-1] for part in declared]
    return names


def listing(root):
    """What the files that list columns say."""
    files = sorted((root / "sim/world").glob("columns_of_*.cpp"))
    return without_comments("".join(file.read_text(encoding="utf-8") for file in files))


def unlisted(root, listed):
    """(struct, member) that `listed` does not read, and the number of members."""
    code = code_only(listed)
    missing, count = [], 0
    for path, structs in STATE.items():
        text = (root / path).read_text(encoding="utf-8")
        for struct in structs:
            for name in members(text, struct):
                count += 1
                if name not in FIXED | DERIVED | PARTS and not re.search(rf"(\.|::){name}\b", code):
                    missing.append((struct, name))
    return missing, count


def misnamed(root, listed):
    """Records of sums whose names in `listed` are not those of their members."""
    wrong = []
    for variable, (path, struct) in SUMS.items():
        given = re.search(rf"\b{variable}\{{(.*?)\}};", listed, re.DOTALL).group(1)
        if re.findall(r'"(\w+)"', given) != members((root / path).read_text(encoding="utf-8"), struct):
            wrong.append((struct, variable))
    return wrong


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    listed = listing(root)
    missing, count = unlisted(root, listed)
    for struct, name in missing:
        print(f"{struct}.{name} is no column: add it to sim/world/columns_of_*.cpp, so that explain sees it")
    wrong = misnamed(root, listed)
    for struct, variable in wrong:
        print(f"{variable} does not name the members of {struct} in their order: write them as they are declared")
    print(f"members of the state: {count}, not listed: {len(missing)}, records misnamed: {len(wrong)}")
    return 1 if missing or wrong or count < 150 else 0


if __name__ == "__main__":
    sys.exit(main())
