"""`make audit`: hold the pinned packages against the database of known vulnerabilities of the Python Package Index.

pip-audit does the asking. It ends well where the database knows none of the packages, so its answers are counted here.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from framing.resources import ROOT

FOUND, NOT_ASKED = 1, 2


def told(answers: list[dict[str, Any]]) -> tuple[int, str]:
    """Return the exit status and what to say: which packages are flawed, which could not be checked."""
    lines = [
        f"{one['name']} {one['version']}: {flaw['id']}, mended in {', '.join(flaw['fix_versions']) or 'no version yet'}"
        for one in answers
        for flaw in one.get("vulns", ())
    ]
    unasked = [one["name"] for one in answers if "skip_reason" in one]
    if unasked or not answers:
        lines.append(
            f"{len(unasked)} of {len(answers)} packages could not be checked: the database of known flaws did "
            "not answer for them. It needs the network; run make audit again where there is one."
        )
    flawed = any(one.get("vulns") for one in answers)
    status = FOUND if flawed else NOT_ASKED if unasked or not answers else 0
    return status, "\n".join(lines) or f"None of {len(answers)} packages has a known vulnerability."


def main(command: str) -> int:
    """Run pip-audit over requirements.txt and tell what it found."""
    options = ["--requirement", str(ROOT / "requirements.txt"), "--no-deps", "--disable-pip"]
    asked = [command, *options, "--format", "json", "--progress-spinner", "off"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    try:
        answers = json.loads(answer.stdout)["dependencies"]
    except (ValueError, KeyError):  # without a network it ends in a traceback
        answers = []
    status, text = told(answers)
    sys.stdout.write(f"{text}\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
