"""How far numbers may move on another type of processor or of number, and the words that follow from such numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from framing.measure import INSTRUMENTS
from framing.measure.headline import HEADLINE
from framing.measure.omission import PERHAPS

Row = Mapping[str, object]

# Vectors are rounded to six decimals, so that another order of work changes the last of them at most.
ROUNDING = 1e-5
# What another type of processor or of number may do to probabilities, to scores as a share of their instrument's range,
# and to gaps, intervals and p-values. Measured on six real events of 3 to 12 articles: bfloat16 in the place of float32
# moves the first by up to .056, the second by up to .010, the third by up to .023.
TOLERANCE = {"probability": 0.1, "score": 0.02, "difference": 0.05}
# Which of several comes first is settled by numbers close to one another, of which the row keeps one at most.
_CHOSEN = {("matches", "relation"), ("matches", "sentences"), ("omissions", "nearest")}
# Words that say on which side of a threshold a number of the row lies.
_SIDED: Mapping[tuple[str, str], Mapping[str, tuple[float, ...]]] = {
    ("omissions", "state"): {"probability": (PERHAPS, HEADLINE)},
    ("differences", "verdict"): {"low": (0.0,), "high": (0.0,), "q": (0.05,)},
}
_FIRM = {"share", "common"}  # what an omission row says of words: no vector takes part in it


class Step(NamedTuple):
    """How a row differs: its largest step, without bound where words differ, and whether that may be."""

    largest: float
    tolerable: bool


def limit(table: str, instrument: str) -> float:
    """Return the largest step of a number that another processor or type of number explains."""
    if table in ("matches", "omissions"):
        return TOLERANCE["probability"]
    if table == "differences":
        return TOLERANCE["difference"]
    if table == "tone" and instrument in INSTRUMENTS:
        return TOLERANCE["score"] * (INSTRUMENTS[instrument].high - INSTRUMENTS[instrument].low)
    return ROUNDING


def step(table: str, before: Row, after: Row, allowed: float) -> Step | None:
    """Return how two rows of a table differ where `allowed` is the largest step allowed, None where they do not."""
    largest, tolerable, found = 0.0, True, False
    for column in before.keys() | after.keys():
        one, other = before.get(column), after.get(column)
        if one == other:
            continue
        if isinstance(one, int | float) and isinstance(other, int | float):
            moved = abs(one - other)
            found = found or moved > ROUNDING
            tolerable = tolerable and moved <= (ROUNDING if column in _FIRM else allowed)
        else:
            found = True
            follows = _follows(table, column, (before, after), allowed)
            moved = 0.0 if follows else float("inf")
            tolerable = tolerable and follows
        largest = max(largest, moved)
    return Step(largest, tolerable) if found else None


def _follows(table: str, column: str, both: tuple[Row, Row], allowed: float) -> bool:
    """Say whether words that differ may follow from numbers that moved by no more than allowed."""
    if (table, column) in _CHOSEN:
        return allowed > ROUNDING
    thresholds = _SIDED.get((table, column), {})
    return any(
        isinstance(value := row.get(name), int | float) and abs(value - at) <= allowed
        for row in both
        for name, places in thresholds.items()
        for at in places
    )
