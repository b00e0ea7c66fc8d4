"""An export of many articles -> Reading: told by its lines, split, with what a person should look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.read.exports import Split, detect, split
from framing.read.reading import Reading
from framing.records import Event


def read_export(lines: Sequence[str], name: str) -> Reading | None:
    """Return the articles of a database's export, or None where the lines are none; `name` is what messages call it."""
    kind = detect(lines)
    found = split(lines, kind) if kind else None
    return export_reading(replace(found, file=name)) if found and found.articles else None


def export_reading(found: Split) -> Reading:
    """Return what an export was split into: as it was found, or as a person cut it anew with `resplit`."""
    number = len(found.articles)
    notes = [f"{found.file}: {number} article{'s' if number != 1 else ''} of an export from {found.name}."]
    notes += [f"{found.file}: {sentence}" for sentence in found.why]
    return Reading(Event("", found.articles), tuple(notes), splits=(found,))
