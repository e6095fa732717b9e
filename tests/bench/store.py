"""Keeps a measurement: adds the ratios, and all that has a bar, of a JSON document of `./dev bench` to the history
page, newest first.  Absolute times of other days and machines would say nothing, so they are left out.

Usage: store.py RESULT.json PAGE.md
"""

import json
import sys
from pathlib import Path

HEADING = "## Stored measurements\n"


def in_words(bar, unit):
    if not bar:
        return ""
    sign, value = ("≥", bar["at_least"]) if "at_least" in bar else ("≤", bar["at_most"])
    return f"{sign} {value:.3g} {unit}"


def section(document):
    """The measurement as a section of the page."""
    origin = document["origin"]
    peers = f", beside {origin['peers']}" if "peers" in origin else ""
    lines = [f"### {origin['date']}, {origin['version']}{peers}", "",
             f"{origin['processor']}, {origin['cores']} cores, {origin['memory_gib']:.0f} GiB; {origin['compiler']}.",
             "", "| work | quantity | measured | bar | reached |", "|---|---|---|---|---|"]
    for row in document["rows"]:
        if row["unit"] != "x" and "bar" not in row:
            continue
        reached = {True: "yes", False: "no", None: ""}[row.get("reached")]
        measured = f"{row['measured']:.3g} {row['unit']}"
        cells = [row["work"], row["quantity"], measured, in_words(row.get("bar"), row["unit"]), reached]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def add(page, document):
    """The page with the measurement in it."""
    before, heading, after = page.partition(HEADING)
    if not heading:
        raise ValueError(f"the page has no line \"{HEADING.strip()}\", under which measurements belong")
    return before + heading + "\n" + section(document) + after


def main():
    result, page = Path(sys.argv[1]), Path(sys.argv[2])
    document = json.loads(result.read_text(encoding="utf-8"))
    page.write_text(add(page.read_text(encoding="utf-8"), document), encoding="utf-8")
    print(f"added to {page}")


if __name__ == "__main__":
    main()
