"""The fitted model: where it lies and what accuracy was measured at each cut."""

from __future__ import annotations

from typing import NamedTuple


class Expected(NamedTuple):
    """Precision and recall measured out of fold at a cut, 0 to 1 each."""

    precision: float
    recall: float


def default_cut() -> float:
    """Return the cut that the quality gate's data speak for."""
    return 0.5


def expected(cut: float) -> Expected:
    """Return the precision and recall to expect at the cut."""
    return Expected(0.5 + cut / 2, 1 - cut)
