"""Compute a project's numbers again and say which of them changed, and what explains it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from framing.compare import conclude, prepare
from framing.comparison import Model
from framing.embed import Encoder, Progress
from framing.export.environment import made_with
from framing.export.numbers import numbers
from framing.export.reasons import Made, causes, explained
from framing.export.recorded import rows
from framing.export.tolerance import ROUNDING, limit, step
from framing.read.project import Project
from framing.read.project_numbers import Column, Numbers

KEYS = {
    "removed": ("article", "paragraph"),
    "passages": ("passage",),
    "matches": ("left", "right"),
    "story_points": ("point",),
    "tone": ("instrument", "passage", "sentence"),
    "emphasis": ("article", "point"),
    "intervals": ("article", "point", "measure"),
    "omissions": ("article", "point"),
    "differences": ("measure", "instrument", "left", "right", "scope"),
}
"""What a row of each table is about."""
# What is made from the matches, so that one match more or less changes it.
_FOLLOWS = ("story_points", "emphasis", "intervals", "omissions", "differences")
_CROSSED = "a match at the cut came or went; this follows from it"


@dataclass(frozen=True, slots=True)
class Change:
    """Numbers of a table (for tone and differences of one instrument) that are not as they were.

    `rows` were there then; `changed` of them are other numbers now, the largest step being `largest`; `gone` are no
    more and `new` were not there. `tolerable` says whether all of that is what another processor or type of number
    may do. `why` names what differs and could explain it; it is empty where nothing does.
    """

    table: str
    instrument: str
    rows: int
    changed: int
    largest: float
    gone: int
    new: int
    tolerable: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """What computing a project again gave: the changes, and everything that differs from when it was saved.

    `astray` counts the judgements that name a passage which the project does not have; they decide nothing.
    """

    changes: tuple[Change, ...]
    differs: tuple[str, ...]
    counted: int
    astray: int = 0

    @property
    def same(self) -> bool:
        """Whether the numbers are the same, within the tolerance for another processor or type of number."""
        return all(change.tolerable for change in self.changes)

    @property
    def crossed(self) -> bool:
        """Whether all that changed beyond the tolerance follows from a match at the cut that came or went."""
        beyond = [change for change in self.changes if not change.tolerable]
        return bool(beyond) and all(_CROSSED in change.why for change in beyond)


def verify(project: Project, encoder: Encoder, *, progress: Progress | None = None) -> Verification:
    """Compute the project's numbers again with this program and the encoder.

    Raises ValueError for a file without texts: `framing.read.fill` puts them back first.
    """
    if project.withheld:
        raise ValueError(f"{project.name} holds no texts to compute from: name the same articles with it.")
    prepared = prepare(project.event, encoder=encoder, progress=progress, anew=True)
    again = conclude(prepared, cut=project.cut, judgements=project.judgements)
    then = Made(project.model, project.made_with)
    found = compared(project.numbers, numbers(again), then=then, now=made_now(again.model), cut=project.cut)
    known = set(project.numbers["passages"]["passage"])
    return replace(found, astray=sum(not {j.left, j.right} <= known for j in project.judgements))


def made_now(model: Model) -> Made:
    """Return what numbers are made with here and now."""
    return Made({"name": model.name, "sha256": model.sha256, "dtype": model.dtype}, made_with())


def compared(before: Numbers, after: Numbers, *, then: Made, now: Made, cut: float) -> Verification:
    """Hold two sets of numbers against each other, and what they were made with."""
    found = causes(then, now)
    loose = any(cause.loosens for cause in found)
    changes, counted = [], 0
    for table in KEYS:
        old, new = _indexed(before[table], table), _indexed(after[table], table)
        for instrument in sorted({*_instruments(old), *_instruments(new)}):
            mine = {key: row for key, row in old.items() if _instrument(row) == instrument}
            counted += sum(len(row) for row in mine.values())
            others = {key: row for key, row in new.items() if _instrument(row) == instrument}
            change = _change(table, instrument, mine, others, loose, cut)
            if change.changed or change.gone or change.new:
                changes.append(replace(change, why=explained(table, instrument, found)))
    return Verification(tuple(_followed(changes, loose=loose)), tuple(cause.text for cause in found), counted)


Rows = Mapping[tuple[object, ...], Mapping[str, object]]


def _indexed(table: Mapping[str, Column], name: str) -> Rows:
    return {tuple(row.get(key) for key in KEYS[name]): row for row in rows(table)}


def _instrument(row: Mapping[str, object]) -> str:
    return str(row.get("instrument") or "")


def _instruments(table: Rows) -> Iterator[str]:
    return (_instrument(row) for row in table.values())


def _change(table: str, instrument: str, before: Rows, after: Rows, loose: bool, cut: float) -> Change:
    allowed = limit(table, instrument) if loose else ROUNDING
    compared_rows = (step(table, before[key], after[key], allowed) for key in before.keys() & after.keys())
    steps = [found for found in compared_rows if found]
    gone, new = before.keys() - after.keys(), after.keys() - before.keys()
    lost = [(before if key in gone else after)[key] for key in gone | new]
    near = table == "matches" and all(abs(float(str(row["probability"])) - cut) <= allowed for row in lost)
    tolerable = all(found.tolerable for found in steps) and (not lost or near)
    largest = max((found.largest for found in steps), default=0.0)
    return Change(table, instrument, len(before), len(steps), largest, len(gone), len(new), tolerable, ())


def _followed(changes: list[Change], *, loose: bool) -> list[Change]:
    """Name a match that came or went at the cut as the cause of what follows from it."""
    crossed = loose and any(c.table == "matches" and c.tolerable and (c.gone or c.new) for c in changes)
    return [
        replace(c, why=(_CROSSED, *c.why)) if crossed and c.table in _FOLLOWS and not c.tolerable else c
        for c in changes
    ]
