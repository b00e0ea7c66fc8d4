"""Rows as high as the marks in them need, and where each mark of a row stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from framing.plots.at_once import Part, across

_STEP = 0.25  # of a row, from a mark to the next below it
_EDGE = 0.25  # of a row, above the first and below the last mark


def lay_out(rows: Iterable[str], told: Mapping[str, int]) -> tuple[dict[str, float], float]:
    """Return where the middle of each row is, from 0 at the upper edge of the first, and how high all of them are.

    A row of up to three marks has height 1; `told` is how many marks a row holds.
    """
    middles: dict[str, float] = {}
    edge = 0.0
    for row in rows:
        height = max(1.0, _STEP * (told.get(row, 0) - 1) + 2 * _EDGE)
        middles[row] = edge + height / 2
        edge += height
    return middles, edge


def beneath(middle: float, source: str, tellers: Sequence[str]) -> float:
    """Return where a source's mark stands in its row: the sources that have one in it stand below one another."""
    return middle + (tellers.index(source) - (len(tellers) - 1) / 2) * _STEP


def bands(middles: Iterable[float], colour: str) -> list[Part]:
    """Return a tint behind every second row, where any row is so high that its marks might be taken for the next's."""
    edges = [0.0]
    for middle in middles:
        edges.append(2 * middle - edges[-1])
    rows = list(pairwise(edges))
    if all(lower - upper <= 1 for upper, lower in rows):
        return []
    tint = {"type": "rect", "fillcolor": colour, "opacity": 0.07, "line": {"width": 0}}
    return [{**across(upper), **tint, "y1": lower} for upper, lower in rows[::2]]
