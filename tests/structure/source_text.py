"""Reads C++ sources as plain text: which files there are, and what they say without comments and quoted text."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

COMMENT = r"//[^\n]*|/\*.*?\*/"
QUOTED = r'R"\((?:.*?)\)"|"(?:\\.|[^"\\\n])*"' + r"|'(?:\\.|[^'\\\n])'"


def sources(folder):
    """The C++ files below a folder, in the order of their names."""
    return sorted(path for path in folder.rglob("*") if path.suffix in (".cpp", ".hpp") and path.is_file())


def blank(pattern, text):
    """Replaces what matches by spaces, so that lines and columns stay where they are."""
    return re.sub(pattern, lambda found: re.sub(r"[^\n]", " ", found.group()), text, flags=re.DOTALL)


def without_comments(text):
    """Quoted text is matched too and kept, so that a "//" in it starts no comment."""
    keep_quoted = lambda found: found.group() if found.group()[0] in "\"'R" else re.sub(r"[^\n]", " ", found.group())
    return re.sub(f"{QUOTED}|{COMMENT}", keep_quoted, text, flags=re.DOTALL)


def code_only(text):
    """Neither comments nor quoted text."""
    return blank(f"{QUOTED}|{COMMENT}", text)


def line_of(text, position):
    """The number of the line, from 1, in which a position lies."""
    return text.count("\n", 0, position) + 1
