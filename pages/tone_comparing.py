"""Which sources are compared with which on the page Tone, and a comparison told in words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from framing.measure.differences import DIFFERS, OTHERS
from framing.plots.text import percent, signed
from pages.address import asked, keep
from pages.choosing import choose
from pages.clicking import clicked
from pages.tone_view import View

Row = Mapping[Hashable, Any]
EACH, PAIRS, ONE = "all others", "each other", "one source"
_WORDS = {
    "point": "story point",
    "scope": "story point",
    "frame": "frame",
    "left": "first source",
    "right": "second source",
    "left_mean": "first source's mean",
    "right_mean": "second source's mean",
    "low": "95 % from",
    "high": "95 % to",
    "others": "mean of all others",
    "gap_low": "gap, 95 % from",
    "gap_high": "gap, 95 % to",
    "detectable": "smallest gap that would show",
    "p": "share of chance as far apart (p)",
    "q": "the same, corrected (q)",
    "left_words": "first source's words",
    "right_words": "second source's words",
    "left_share": "first source's share of words",
    "right_share": "second source's share of words",
    "wording_low": "wording, 95 % from",
    "wording_high": "wording, 95 % to",
    "selection_low": "selection, 95 % from",
    "selection_high": "selection, 95 % to",
    "place": "share of words read",
    "running": "running mean",
}
MOST = 21  # rows that a figure holds legibly: every pair of seven sources


def choose_comparisons(view: View) -> pd.DataFrame:
    """Ask which sources to compare with which; return the rows of all gaps among them, whole articles and points."""
    sources = sorted(set(view.rows["source"]))
    if len(sources) < 3:
        return view.gaps()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        way = st.segmented_control(
            "Compare each source with",
            [EACH, PAIRS, ONE],
            default=asked("tone-compare", (EACH, PAIRS, ONE), EACH),
            required=True,
            key="tone-compare",
            persist_state="session",
        )
        keep("tone-compare", way, EACH)
        if way == ONE:
            return view.gaps(choose("The one", sources, "tone-reference", width=260))
    table = view.gaps()
    return table[(table["right"] == OTHERS) == (way == EACH)]


def totals(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows on whole articles, the widest gap first, as many as a figure holds."""
    return table[table["scope"] == "all"].sort_values("gap", key=lambda gap: -gap.abs(), kind="stable").head(MOST)


def chosen_pair(whole: pd.DataFrame, key: str) -> Row:
    """Return the comparison that was clicked in the figure with this key, or else the first."""
    rows = whole.to_dict("records")
    pairs = {(*pair, *rest): row for row in rows for pair in [(row["left"], row["right"])] for rest in ((), ("all",))}
    return pairs.get(clicked(key, pairs) or (), rows[0])


def named(row: Row) -> str:
    """Say who is compared with whom."""
    return f"{row['left']} against {row['right']}"


def told(row: Row, scale: str) -> str:
    """Tell a gap in words, with its interval, or why it cannot be told and how large one would have to be."""
    way = "higher" if row["gap"] > 0 else "lower"
    gap = f"{row['left']} is {abs(row['gap']):.2f} {way} in {scale} than {row['right']}"
    if pd.isna(row["low"]):
        return f"{gap}, but how sure that is cannot be told with one passage."
    low, high = (row["low"], row["high"]) if row["gap"] > 0 else (-row["high"], -row["low"])
    if row["verdict"] == DIFFERS:
        return f"{gap} (95 % interval {low:.2f} to {high:.2f})."
    return (
        f"{row['left']} and {row['right']} cannot be told apart in {scale} with this much text: the gap is "
        f"{signed(row['gap'])}, 95 % interval {signed(row['low'])} to {signed(row['high'])}.{_power(row)}{_chance(row)}"
    )


def _power(row: Row) -> str:
    """Say how large a gap would have to be to show."""
    if pd.isna(row["detectable"]):
        return " With so few passages no gap could show, however large."
    too_small = abs(row["gap"]) < row["detectable"]
    return f" A gap would have to be about {row['detectable']:.2f} to show." if too_small else ""


def _chance(row: Row) -> str:
    """Say why a gap whose interval leaves out zero is not called a difference."""
    if not (row["low"] > 0 or row["high"] < 0):
        return ""
    if row["p"] < 0.05:  # so it was the correction, and there are several comparisons
        return " The interval leaves out zero, but among so many comparisons one does now and then by chance."
    return f" The interval leaves out zero, but chance alone puts texts this far apart {percent(row['p'])} of the time."


def in_words(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose columns are named in words, for reading."""
    return table.rename(columns=_WORDS)


def sides_of(view: View, row: Row) -> tuple[set[str], set[str]]:
    """Return the sources on the left and on the right of a comparison."""
    everyone = set(view.comparison.sources)
    return {row["left"]}, everyone - {row["left"]} if row["right"] == OTHERS else {row["right"]}
