"""Split the gap between two sources into wording (the same things, said differently) and selection (other things).

Kitagawa (1955), Oaxaca (1973), Blinder (1973), with symmetric weights, over the categories of `sides`. A story point
that both tell has a wording part and a selection part. Both headlines tell the event itself, so they are compared with
each other, and so are headings and captions. What only one of the two tells, points the other leaves out and passages
in no point, has no counterpart to be worded differently from: it is selection altogether.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from framing.measure.sides import ONLY, Side


@dataclass(frozen=True, slots=True)
class Part:
    """One category's part of a gap: shares of words (0 to 1), means, and its wording and selection."""

    left_share: float
    right_share: float
    left: float
    right: float
    wording: float
    selection: float


@dataclass(frozen=True, slots=True)
class Split:
    """A gap and its two parts, by category; "only left" and "only right" hold what one side alone tells."""

    parts: Mapping[str, Part]

    @property
    def wording(self) -> float:
        """The part of the gap that comes from telling the same things differently."""
        return sum(part.wording for part in self.parts.values())

    @property
    def selection(self) -> float:
        """The part of the gap that comes from telling different things, or giving them different space."""
        return sum(part.selection for part in self.parts.values())

    @property
    def gap(self) -> float:
        """Left mean less right mean."""
        return self.wording + self.selection


def split(left: Side, right: Side) -> Split:
    """Split the gap between two sides, left less right.

    wording of a category = mean of both shares * (left mean - right mean)
    selection of a category = (left share - right share) * (mean of both means - middle)

    where the middle is halfway between the two sides' means. Their sum over categories is the gap, exactly but for
    rounding; swapping the sides flips every sign.
    """
    middle = (left.whole.mean + right.whole.mean) / 2
    parts = {}
    for category in shared(left, right):
        mine, yours = left.cells[category], right.cells[category]
        a, b = mine.total / left.words, yours.total / right.words
        wording = (a + b) / 2 * (mine.mean - yours.mean)
        parts[category] = Part(a, b, mine.mean, yours.mean, wording, (a - b) * ((mine.mean + yours.mean) / 2 - middle))
    for name, side, other, sign in (("only left", left, right, 1.0), ("only right", right, left, -1.0)):
        words, sums = _alone(side, other)
        if words:
            share, mean = words / side.words, sums / words
            selection = sign * share * (mean - middle)
            nan = float("nan")
            given = (share, 0.0, mean, nan) if sign > 0 else (0.0, share, nan, mean)
            parts[name] = Part(*given, 0.0, selection)
    return Split(parts)


def shared(left: Side, right: Side) -> list[str]:
    """Return the categories that both sides tell."""
    return [c for c in left.cells if c in right.cells and c != ONLY]


def _alone(side: Side, other: Side) -> tuple[float, float]:
    """Return words and sums of what only this side tells."""
    groups = [g for c, g in side.cells.items() if c == ONLY or c not in other.cells]
    return float(sum(g.words.sum() for g in groups)), float(sum(g.sums.sum() for g in groups))
