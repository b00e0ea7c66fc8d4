"""Files that Framing itself wrote to take along: tables, reports, comparison files. None of them is an article."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import lru_cache

from framing.read.errors import ReadError
from framing.resources import DATA

GENERATOR = '<meta name="generator" content="Framing '
"""Stands at the beginning of every page that Framing writes."""
_COMPARISON = '"schema": "framing.comparison/'
_BEGINNING = 2_000  # bytes
# A table that shares so many columns with one of ours, from "event" on, was written by this or another version.
_ENOUGH = 5


class OwnFileError(ReadError):
    """A file that Framing wrote, given as if it were an article."""

    def __init__(self, name: str) -> None:
        """Say what to give instead."""
        super().__init__(name, "Framing wrote it from other articles; give those, or a project file (.framing)")


def refuse_own(content: bytes, name: str, ending: str) -> None:
    """Raise OwnFileError for a page, a comparison file or a table of separated values that Framing wrote."""
    text = content[:_BEGINNING].decode("utf-8", "replace")
    page, comparison = ending in (".html", ".htm") and GENERATOR in text, ending == ".json" and _COMPARISON in text
    first = next(csv.reader([text.partition("\n")[0]]), []) if ending == ".csv" and text.startswith('"') else []
    if page or comparison or is_own_header(first):
        raise OwnFileError(name)


def refuse_own_table(columns: Sequence[str], name: str) -> None:
    """Raise OwnFileError for the columns of a table that Framing wrote."""
    if is_own_header(columns):
        raise OwnFileError(name)


def is_own_header(columns: Sequence[str]) -> bool:
    """Whether a table with these columns was written by Framing."""
    tables = _tables()
    given = set(columns)
    if list(columns) == tables["dictionary"]:
        return True
    return list(columns[:1]) == ["event"] and any(len(given.intersection(own)) >= _ENOUGH for own in tables.values())


@lru_cache(maxsize=1)
def _tables() -> dict[str, list[str]]:
    """Return the columns of each table that Framing writes."""
    found: dict[str, list[str]] = {}
    with (DATA / "schemas" / "tables.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["table"], []).append(row["column"])
    return found
