"""Every text of the report is used, and every text that the report asks for exists (analysis/page/english.json).

Usage: report_strings.py [ROOT]
"""

import json
import re
import sys
from pathlib import Path

from source_text import ROOT, without_comments

ASKED = re.compile(r'\bwords\(\s*"([^"]*[^".])"')
COUNTED = re.compile(r'\bcounted\([^"()]*(?:\([^()]*\))?[^"()]*"([^"]+)"')
QUOTED = re.compile(r'"([^"\\\n]*)"')
SAID = re.compile(r'\bsay\(\s*"(\w*[a-z])"')
# Texts whose keys are put together while the page is written: outcomes, units of analysis, words of the scorecard, what the script says.
JOINED = re.compile(r"metric\..*|meaning\..*|(world|replicate)(\.plural)?|scorecard\.(kind|verdict)\..*|script\..*|(\w+)\.title")


def check(root):
    """What is wrong, and how many texts there are."""
    folder = root / "analysis"
    texts = json.loads((folder / "page" / "english.json").read_text(encoding="utf-8"))
    code = "".join(without_comments(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("report*.cpp")))
    asked = set(ASKED.findall(code))
    asked |= {"script." + name for name in SAID.findall((folder / "page" / "report.js").read_text(encoding="utf-8"))}
    asked |= {noun + form for noun in COUNTED.findall(code) for form in (".one", ".many") if noun + ".one" in texts}
    quoted = set(QUOTED.findall(code)) | asked
    problems = [f"{key}: asked for, and not in english.json" for key in sorted(asked - set(texts))]
    problems += [f"{key}: in english.json, and nothing asks for it" for key in sorted(set(texts) - quoted)
                 if not JOINED.fullmatch(key)]
    return problems, len(texts)


def main():
    problems, count = check(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    print("\n".join(problems + [f"report strings: {count} texts, {len(problems)} problems"]))
    return 1 if problems or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
