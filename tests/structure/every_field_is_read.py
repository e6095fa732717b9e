"""A lever or parameter that nothing reads is a lie to whoever sets it: every field in a visitor must be read somewhere.

A field counts as read where code says `x.member` and x is known to hold its struct (a variable of that type, or the
member under which a visitor nests it), or where the struct's own functions use the bare name. Checks of ranges do not
count, and what a struct named …Levers lists must be read by a rule or a metric, or by the design itself. Words for
people (a name, a title, a source) change no number: being stored with the results is what they are for.

Usage: every_field_is_read.py [ROOT]
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from source_text import ROOT, code_only, line_of, sources, without_comments

DECLARING = ["sim/world", "sim/policy", "sim/rules"]
READERS = ["sim/rules", "sim/world", "sim/metrics", "sim/experiment", "sim/cli"]
READERS_OF_LEVERS = ["sim/rules", "sim/metrics", "sim/policy"]  # policy: what a design works out of its own levers
ONLY_CHECKS = {"sim/world/scenario.cpp", "sim/policy/design.cpp"}  # they say whether values fit together
LABELS = {"name", "title", "description", "source", "currency"}  # the configuration in every results file has them

STRUCT = re.compile(r"\bstruct\s+(\w+)\s*\{")
VISITOR = re.compile(r"\bvoid\s+fields\s*\([^)]*\)\s*\{")
FIELD = re.compile(r'\bfield\(\s*(\w+)\s*,\s*\{\s*"([^"]+)"')


@dataclass(frozen=True)
class Declared:
    """A field that a visitor lists: the struct and member that hold it, and where it is written."""
    owner: str
    member: str
    name: str
    place: str


def block_end(code, start):
    """The position after the brace that closes the one at `start`; quoted text must be blanked."""
    depth = 0
    for position in range(start, len(code)):
        depth += {"{": 1, "}": -1}.get(code[position], 0)
        if depth == 0:
            return position + 1
    return len(code)


def structs(text):
    """(name, start, end) of every struct; offsets are those of the text."""
    code = code_only(text)
    return [(found.group(1), found.start(), block_end(code, found.end() - 1)) for found in STRUCT.finditer(code)]


def visitor_spans(text):
    code = code_only(text)
    return [(found.start(), block_end(code, found.end() - 1)) for found in VISITOR.finditer(code)]


def declared_in(path, text):
    """Every field of every visitor in a file."""
    declared = []
    for owner, start, end in structs(text):
        for low, high in visitor_spans(text):
            if start <= low < end:
                for found in FIELD.finditer(without_comments(text), low, high):
                    place = f"{path}:{line_of(text, found.start())}"
                    declared.append(Declared(owner, found.group(1), found.group(2), place))
    return declared


def without_visitors(text):
    """Code in which nothing but reads and declarations of members remains."""
    code = code_only(text)
    for low, high in visitor_spans(text):
        code = code[:low] + re.sub(r"[^\n]", " ", code[low:high]) + code[high:]
    return code


def holders(owner, codes):
    """Names of the variables and members of a struct's type, wherever declared, and names that auto binds to them."""
    typed = re.compile(rf"\b{owner}\s*>?\s*[&*]?\s+(\w+)|\b{owner}\s*>?\s*[&*]\s*(\w+)")
    names = {first or second for code in codes for first, second in typed.findall(code)}
    bound = re.compile(r"\bauto\s*[&*]*\s+(\w+)\s*[=:]\s*[^;{]*?\b(\w+)\s*(?:\[[^\]]*\])?\s*[;)]")
    names |= {name for code in codes for name, source in bound.findall(code) if source in names}
    return names - {"const", "fields", "operator"}


def reads_through(member, names, code):
    """Whether the code says x.member, x[…].member or x(…).member for one of the names, and does not only assign."""
    index = r"(?:\s*\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]|\s*\((?:[^()]|\([^()]*\))*\))?"
    pattern = rf"\b(\w+){index}\s*(?:\.|->)\s*{member}\b(?!\s*=[^=])"
    return any(found.group(1) in names for found in re.finditer(pattern, code))


def own_reads(owner, member, file):
    """Whether the struct's own functions use the bare name, besides its one declaration."""
    bare = re.compile(rf"(?<![\w.>]){member}\b(?!\s*=[^=])")
    declaration = re.compile(rf"(?<![\w.>]){member}\b")
    for name, start, end in file.structs:
        if name == owner and len(declaration.findall(file.code, start, end)) > 1:
            return True
    for found in re.finditer(rf"\b{owner}::[^;{{]*\{{", file.code):
        if bare.search(file.code, found.end(), block_end(file.code, found.end() - 1)):
            return True
    return False


def is_read(field, names, files):
    """Whether any of the reading files uses the field; `names` hold its struct."""
    is_lever = field.owner.endswith("Levers")
    places = tuple(f"{place}/" for place in (READERS_OF_LEVERS if is_lever else READERS))
    for path, file in files.items():
        if path in ONLY_CHECKS:
            continue
        if own_reads(field.owner, field.member, file):
            return True
        if path.startswith(places) and reads_through(field.member, names, file.code):
            return True
    return False


class SourceFile:
    """One file: its text, and its code without visitors."""

    def __init__(self, text):
        self.text = text
        self.code = without_visitors(text)
        self.structs = structs(text)


def check(root):
    """The fields that nothing reads, and the number of fields."""
    folders = sorted(set(DECLARING + READERS))
    files = {path.relative_to(root).as_posix(): SourceFile(path.read_text(encoding="utf-8"))
             for folder in folders for path in sources(root / folder)}
    declared = [field for path, file in files.items() if path.startswith(tuple(DECLARING))
                for field in declared_in(path, file.text)]
    codes = [file.code for file in files.values()]
    names = {owner: holders(owner, codes) for owner in {field.owner for field in declared}}
    behaving = [field for field in declared if field.name not in LABELS]
    return [field for field in behaving if not is_read(field, names[field.owner], files)], len(declared)


def main():
    unread, count = check(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    for field in unread:
        print(f"{field.place}: nothing reads {field.owner}.{field.member}: let a rule read it, or remove it")
    print(f"fields: {count}, unread: {len(unread)}")
    return 1 if unread or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
