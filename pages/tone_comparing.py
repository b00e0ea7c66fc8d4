"""Which sources are compared with which on the page Tone, and a comparison told in words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from framing.measure.differences import DIFFERS, OTHERS
from pages.address import asked, keep
from pages.clicking import clicked
from pages.tone_view import View

Row = Mapping[Hashable, Any]
EACH, PAIRS, ONE = "all others", "each other", "one source"
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
            place = sources.index(asked("tone-reference", sources, sources[0]))
            reference = st.selectbox(
                "The one", sources, place, key="tone-reference", persist_state="session", width=260
            )
            keep("tone-reference", reference, sources[0])
            return view.gaps(reference)
    table = view.gaps()
    return table[(table["right"] == OTHERS) == (way == EACH)]


def totals(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows on whole articles, the widest gap first, as many as a figure holds."""
    return table[table["scope"] == "all"].sort_values("gap", key=lambda gap: -gap.abs(), kind="stable").head(MOST)


def chosen_pair(whole: pd.DataFrame, key: str) -> Row:
    """Return the comparison that was clicked in the figure with this key, or else the first."""
    rows = whole.to_dict("records")
    return next((row for row in rows if (row["left"], row["right"]) == clicked(key)), rows[0])


def named(row: Row) -> str:
    """Say who is compared with whom."""
    return f"{row['left']} against {row['right']}"


def told(row: Row, scale: str) -> str:
    """Tell a gap in words, with its interval, or that there is none to tell and how large one would have to be."""
    way = "higher" if row["gap"] > 0 else "lower"
    gap = f"{row['left']} is {abs(row['gap']):.2f} {way} in {scale} than {row['right']}"
    if not row["detectable"] > 0:
        return f"{gap}, but there is too little text to say how sure that is."
    low, high = (row["low"], row["high"]) if row["gap"] > 0 else (-row["high"], -row["low"])
    if row["verdict"] == DIFFERS:
        return f"{gap} (95 % interval {low:.2f} to {high:.2f})."
    too_small = abs(row["gap"]) < row["detectable"]
    power = f" A gap would have to be about {row['detectable']:.2f} to show." if too_small else ""
    chance = ""
    if row["low"] > 0 or row["high"] < 0:
        chance = " The interval leaves out zero, but among so many comparisons one does now and then by chance."
    return (
        f"{row['left']} and {row['right']} cannot be told apart in {scale} with this much text: the gap is "
        f"{row['gap']:+.2f}, 95 % interval {row['low']:+.2f} to {row['high']:+.2f}.{power}{chance}"
    )


def sides_of(view: View, row: Row) -> tuple[set[str], set[str]]:
    """Return the sources on the left and on the right of a comparison."""
    everyone = set(view.comparison.sources)
    return {row["left"]}, everyone - {row["left"]} if row["right"] == OTHERS else {row["right"]}
