"""Which figures of an event agree with which, for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, csr_array

from framing.mentions import ABOUT, EXACT, Number, NumberKind, same_number

Figure = tuple[NumberKind, float, bool]
"""The kind of a figure, its value, and whether it is said to be "about" that."""

Truths = npt.NDArray[np.bool_]


def agreeing(figures: Sequence[Figure]) -> csr_array:
    """Return which figures can be the same one, as `same_number` says of two: shape (figures, figures), 1 or 0."""
    size = max(len(figures), 1)
    left: list[npt.NDArray[np.int64]] = []
    right: list[npt.NDArray[np.int64]] = []
    for kind in sorted({kind for kind, _, _ in figures}):
        places = np.array([place for place, figure in enumerate(figures) if figure[0] == kind])
        one, other = np.nonzero(_agree([figures[place] for place in places]))
        left.append(places[one])
        right.append(places[other])
    rows, columns = (np.concatenate([np.zeros(0, dtype=np.int64), *found]) for found in (left, right))
    return csr_array(coo_array((np.ones(len(rows)), (rows, columns)), shape=(size, size)))


def _agree(figures: Sequence[Figure]) -> Truths:
    """Return which figures of one kind agree: those of a measured kind by their distance, the others one by one."""
    kind = figures[0][0]
    if kind in ("number", "percent", "money"):
        values = np.array([value for _, value, _ in figures])
        about = np.array([about for _, _, about in figures])
        tolerance = np.where(about[:, None] | about[None, :], ABOUT, EXACT)
        return np.asarray(
            np.abs(values[:, None] - values[None, :]) <= tolerance * np.maximum(values[:, None], values[None, :])
        )
    every = [Number("", 0, 0, *figure) for figure in figures]
    return np.array([[same_number(one, other) for other in every] for one in every])


def telling_figure(figure: Figure) -> float:
    """Return how much it tells that a figure is shared, 0.3 … 1: small counts and days of the week are everywhere."""
    kind, value, _ = figure
    return 0.3 if kind == "weekday" or (kind == "number" and value <= 10) else 1.0
