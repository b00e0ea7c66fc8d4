"""Split the gap between two sources into wording (the same things, said differently) and selection (other things).

Kitagawa (1955), Oaxaca (1973), Blinder (1973), with symmetric weights, over the categories of `sides`. A story point
that both tell has a wording part and a selection part. Both headlines tell the event itself, so they are compared with
each other, and so are headings and captions. What only one of the two tells, points the other leaves out and passages
in no point, has no counterpart to be worded differently from: it is selection altogether.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from framing.measure.probe import Numbers
from framing.measure.resample import Group
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
        a, b = float(mine.words.sum()) / left.words, float(yours.words.sum()) / right.words
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


def wording_draws(left: Side, right: Side, noise: Mapping[tuple[str, str], Numbers], resamples: int) -> Numbers:
    """Return the wording part with each category's means moved by their noise: shape (resamples,).

    Which things are told, and how much of each, is taken as given; `noise` is keyed by side's name and category.
    """
    drawn = np.full(resamples, split(left, right).wording)
    for c in shared(left, right):
        a, b = (float(side.cells[c].words.sum()) / side.words for side in (left, right))
        drawn = drawn + (a + b) / 2 * (noise[left.name, c] - noise[right.name, c])
    return drawn


def selection_draws(
    left: Side, right: Side, noise: Mapping[tuple[str, str], Numbers], resamples: int, random: np.random.Generator
) -> Numbers:
    """Return the selection part with other things chosen: shape (resamples,).

    Whole categories, and single passages of what one side alone tells, get a random positive weight (the Bayesian
    bootstrap, Rubin 1981, which never drops a category altogether), and the means their noise.
    """
    both = shared(left, right)
    weights = random.exponential(size=(resamples, len(both)))
    total, means = {}, {}
    for side in (left, right):
        words = np.array([side.cells[c].words.sum() for c in both])
        moved = np.array([side.cells[c].mean for c in both]) + np.array([noise[side.name, c] for c in both]).T
        alone = [g for c, g in side.cells.items() if c not in both]
        loose = Group(
            np.concatenate([np.zeros(0), *(g.sums for g in alone)]),
            np.concatenate([np.zeros(0), *(g.words for g in alone)]),
        )
        free = random.exponential(size=(resamples, len(loose.words)))
        size = weights @ words + free @ loose.words
        total[side.name] = ((weights * words * moved).sum(axis=1) if both else 0.0) + free @ loose.sums
        total[side.name] = total[side.name] / size
        means[side.name] = (weights * words / size[:, None], moved)
    (a, mine), (b, yours) = means[left.name], means[right.name]
    wording = ((a + b) / 2 * (mine - yours)).sum(axis=1) if both else 0.0
    return np.asarray(total[left.name] - total[right.name] - wording)


def _alone(side: Side, other: Side) -> tuple[float, float]:
    """Return words and sums of what only this side tells."""
    groups = [g for c, g in side.cells.items() if c == ONLY or c not in other.cells]
    return float(sum(g.words.sum() for g in groups)), float(sum(g.sums.sum() for g in groups))
