"""How sure the two parts of a gap are: draws of wording and of selection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from framing.measure.probe import Numbers
from framing.measure.resample import Group, stretch
from framing.measure.sides import Side
from framing.measure.split import shared, split

Noise = Mapping[tuple[str, str], Numbers]
"""By side's name and category, draws of how far the mean may lie from where it lay: shape (resamples,) each."""


def wording_draws(left: Side, right: Side, noise: Noise, resamples: int) -> Numbers:
    """Return the wording part with each category's means moved by their noise: shape (resamples,).

    Which things are told, and how much of each, is taken as given.
    """
    drawn = np.full(resamples, split(left, right).wording)
    for c in shared(left, right):
        a, b = (side.cells[c].total / side.words for side in (left, right))
        drawn = drawn + (a + b) / 2 * (noise[left.name, c] - noise[right.name, c])
    return drawn


def selection_draws(left: Side, right: Side, noise: Noise, resamples: int, random: np.random.Generator) -> Numbers:
    """Return the selection part with other things chosen: shape (resamples,).

    Whole categories, and single passages of what one side alone tells, get a random positive weight (the Bayesian
    bootstrap, Rubin 1981, which never drops a category altogether), and the means their noise. As few things spread too
    little, the draws are stretched by the side that tells fewer.
    """
    both = shared(left, right)
    weights = random.exponential(size=(resamples, len(both)))
    mine, yours = (_redrawn(side, both, noise, weights, random) for side in (left, right))
    gap = mine.mean - yours.mean
    wording = ((mine.shares + yours.shares) / 2 * (mine.means - yours.means)).sum(axis=1)
    told = min(len(both) + len(_loose(side, both).words) for side in (left, right))
    found = split(left, right).selection
    return np.asarray(found + (gap - wording - found) * stretch(told))


class _Redrawn(NamedTuple):
    """A side told anew: mean (resamples,), and shares and means of the shared categories (resamples, categories)."""

    mean: Numbers
    shares: Numbers
    means: Numbers


def _redrawn(side: Side, both: Sequence[str], noise: Noise, weights: Numbers, random: np.random.Generator) -> _Redrawn:
    loose = _loose(side, both)
    free = random.exponential(size=(len(weights), len(loose.words)))
    words = weights * np.array([side.cells[c].total for c in both])
    means = np.zeros(weights.shape)
    for i, category in enumerate(both):
        means[:, i] = side.cells[category].mean + noise[side.name, category]
    size = words.sum(axis=1) + free @ loose.words
    mean = ((words * means).sum(axis=1) + free @ loose.sums) / size
    return _Redrawn(mean, words / size[:, None], means)


def _loose(side: Side, both: Sequence[str]) -> Group:
    """Return the passages of what the other side does not tell."""
    alone = [group for category, group in side.cells.items() if category not in both]
    sums = [np.zeros(0), *(group.sums for group in alone)]
    return Group(np.concatenate(sums), np.concatenate([np.zeros(0), *(group.words for group in alone)]))
