"""Emphasis in words: where sources lie furthest apart in a measure, and whether that may be chance."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from framing.comparison import Comparison
from framing.measure.differences import DIFFERS, OTHERS
from framing.measure.emphasis import MEASURES
from framing.plots.text import signed

Row = Mapping[Hashable, Any]


def widest(comparison: Comparison, measure: str, doubtful: pd.DataFrame) -> str:
    """Say the main thing: where the sources lie furthest apart, and whether that may be chance.

    What a source perhaps tells, by rows of `comparison.omissions`, is no gap to speak of.
    """
    labels = {p.id: p.label for p in comparison.points}
    gaps = comparison.emphasis_differences
    gaps = gaps[(gaps["measure"] == measure) & (gaps["right"] != OTHERS) & gaps["scope"].isin(labels)]
    if gaps.empty:
        return "No story point is told by two sources, so there is no gap to show."
    unclear = set(zip(doubtful["source"], doubtful["point"], strict=True))
    clear = [not {(r["left"], r["scope"]), (r["right"], r["scope"])} & unclear for r in gaps.to_dict("records")]
    gaps = gaps[clear] if any(clear) else gaps
    sure = gaps[gaps["verdict"] == DIFFERS]
    row = (sure if len(sure) else gaps).sort_values("gap", key=lambda gap: -gap.abs(), kind="stable").iloc[0]
    more, less = (row["left"], row["right"]) if row["gap"] > 0 else (row["right"], row["left"])
    high, low = sorted((row["left_mean"], row["right_mean"]), reverse=True)
    said = {
        "share of words": f"{more} gives it {_written(high, measure)} of its words, {less} {_written(low, measure)}",
        "first mention": f"{less} comes to it after {_written(low, measure)} of its text, {more} after "
        f"{_written(high, measure)}",
        "passages": f"{more} tells it in {_written(high, measure)} passages, {less} in {_written(low, measure)}",
        "share quoted": f"{more} tells {_written(high, measure)} of it in quotation marks, {less} "
        f"{_written(low, measure)}",
    }[measure]
    count = f"{len(sure)} of {len(gaps):,} gaps between two sources are larger than chance makes them."
    unsure = f"None of {len(gaps):,} gaps between two sources can be told from chance with this much text."
    return f"Widest: “{labels[row['scope']]}”. {said}. {count if len(sure) else unsure}"


def gap_told(row: Row, measure: str) -> str:
    """Tell a gap in words, with its interval, or that there is none to tell."""
    mine, yours = (_written(row[f"{side}_mean"], measure) for side in ("left", "right"))
    said = f"{MEASURES[measure].label}: {row['left']} {mine}, {row['right']} {yours}"
    if row["low"] != row["low"]:
        return f"{said}. There are too few passages for an interval."
    factor, unit = (1, "passages") if measure == "passages" else (100, "points")
    gap, low, high = (signed(row[key] * factor, 0) for key in ("gap", "low", "high"))
    said = f"{said}: a difference of {gap} {unit}, 95 % interval {low} to {high}"
    if row["verdict"] == DIFFERS:
        return f"{said}. The two differ."
    if row["low"] > 0 or row["high"] < 0:
        return f"{said}. The interval leaves out zero, but among so many comparisons one does now and then by chance."
    return f"{said}. They cannot be told apart with this much text."


def _written(value: float, measure: str) -> str:
    return f"{value:.1f}".removesuffix(".0") if measure == "passages" else f"{value * 100:.0f} %"
