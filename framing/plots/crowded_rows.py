"""Rows as high as the marks in them need, and where each mark of a row stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

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
