"""Small promises about every file of the project: no trailing blanks, no path of somebody's machine, notebooks stored
without output, commands of ./dev that exist, links that lead somewhere.  Long files are listed, and fail nothing.

Usage: tidy_files.py [ROOT]
"""

import json
import re
import sys
from pathlib import Path

from source_text import ROOT

TEXTS = {".cpp", ".hpp", ".py", ".md", ".toml", ".txt", ".cmake", ".json", ".cff", ".mjs", ".sh", ".ipynb", ".html", ""}
NOT_OURS = {".git", "build", "results", "out", "node_modules", "__pycache__", ".ipynb_checkpoints"}
LONG = {".cpp": 250, ".hpp": 250, ".py": 250, ".toml": 400}

# Folders that exist on one machine only; a path of the system such as /usr/bin/python3 is no secret.
MACHINE_PATH = re.compile(r"(?<![\w.$}/])/(?:home|root|Users|work|tmp|var/folders|mnt|media)/[\w.-]+")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"^\s*\./dev\s+([a-z][\w-]*)|`\./dev\s+([a-z][\w-]*)", re.MULTILINE)


def texts(root):
    """The text files of the project, by their path from the root."""
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if not NOT_OURS.intersection(parts) and path.is_file() and path.suffix in TEXTS:
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8", errors="replace")


def line_problems(path, text):
    """What is wrong with single lines."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if line != line.rstrip() and path != "LICENSE":
            problems.append(f"{path}:{number}: blanks at the end of the line")
        for pattern, what in [(MACHINE_PATH, "a path of one machine"), (UNFINISHED, "unfinished work")]:
            found = pattern.search(line)
            if found:
                problems.append(f"{path}:{number}: {what}: {found.group()}")
    return problems


def file_problems(path, text):
    """What is wrong with a file as a whole."""
    if text and not text.endswith("\n"):
        return [f"{path}: the last line does not end"]
    if path.endswith(".ipynb"):
        cells = json.loads(text)["cells"]
        if any(cell.get("outputs") or cell.get("execution_count") for cell in cells):
            return [f"{path}: stored with output; clear it, the tests execute it"]
    return []


def link_problems(root, path, text):
    """Links between documents that lead nowhere."""
    if not path.endswith(".md"):
        return []
    targets = [target for target in LINK.findall(text) if "://" not in target and not target.startswith("mailto:")]
    return [f"{path}: links to {target}, which does not exist" for target in targets
            if not (root / path).parent.joinpath(target).exists()]


def command_problems(path, text, offered):
    """Commands of ./dev that a document names and ./dev does not offer."""
    if not path.endswith(".md"):
        return []
    named = {first or second for first, second in COMMAND.findall(text)}
    return [f"{path}: names ./dev {name}, which does not exist" for name in sorted(named - offered)]


def commands_of(dev):
    """The commands that ./dev offers: its functions dev_NAME."""
    return {name.replace("_", "-") for name in re.findall(r"^dev_(\w+)\(\)", dev, re.MULTILINE)}


def check(root):
    """(problems, long files, number of files)"""
    files = dict(texts(root))
    offered = commands_of(files.get("dev", ""))
    problems, long_files = [], []
    for path, text in files.items():
        problems += line_problems(path, text) + file_problems(path, text)
        problems += link_problems(root, path, text) + command_problems(path, text, offered)
        length = text.count("\n")
        if length > LONG.get(Path(path).suffix, length):
            long_files.append(f"{path}: {length} lines; could it be two files?")
    return problems, long_files, len(files)


def main():
    problems, long_files, count = check(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    summary = f"tidy files: {count} files, {len(problems)} problems, {len(long_files)} long"
    print("\n".join(long_files + problems + [summary]))
    return 1 if problems or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
