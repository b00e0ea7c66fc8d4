"""Names of news agencies, as patterns: they stand in datelines, alone under a report, and in a report's text."""

from __future__ import annotations

import csv
import re

from framing.resources import DATA

_FILE = DATA / "lexicons" / "agencies.csv"


def _names(*places: str) -> str:
    """Return the alternatives of a pattern; a name that begins with another stands before it."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file) if row["known_by"] in places]
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


ANYWHERE = _names("anywhere")
"""Names that mean the agency wherever they stand."""
IN_PLACE = _names("anywhere", "its place")
"""These, and names that mean the agency only in a dateline or alone: "AA" is a battery, too."""
