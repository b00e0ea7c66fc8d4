"""Emphasis: the gaps between sources in one measure, each told and all as a table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.blind import measured, name_of
from framing.comparison import Comparison
from framing.measure.differences import DIFFERS, OTHERS
from framing.measure.emphasis import ALONE, WHOLE
from framing.measure.emphasis_differences import emphasis_differences
from pages import session
from pages.address import asked, keep
from pages.choosing import choose
from pages.emphasis_share_words import gap_told
from pages.reading import plain

EACH, PAIRS, ONE = "each with all others", "every pair", "each with one source"
_ORDER = ["story point", "left", "right", "left_mean", "right_mean", "gap", "low", "high", "p", "q", "verdict"]


def show_point_gap(comparison: Comparison, point: str, source: str | None, measure: str) -> None:
    """Tell how the clicked source stands against all others, or the only other, on one story point."""
    table = comparison.emphasis_differences
    rows = table[(table["measure"] == measure) & (table["scope"] == point)]
    alone = len(comparison.sources) < 3
    rows = rows if alone else rows[(rows["right"] == OTHERS) & (rows["left"] == source)]
    for row in rows.to_dict("records"):
        st.caption(plain(gap_told(row, measure)))


def show_gaps(comparison: Comparison, measure: str) -> None:
    """Show every comparison in the chosen measure, against the others, in pairs or against one source."""
    with st.expander("How far apart are the sources, and can it be chance?"):
        table = _chosen(comparison)
        rows = table[table["measure"] == measure].sort_values("gap", key=lambda gap: -gap.abs(), kind="stable")
        labels = {p.id: p.label for p in comparison.points} | {
            ALONE: "What only one source tells",
            WHOLE: "Whole article",
        }
        rows = rows.assign(**{"story point": rows["scope"].map(labels)})[_ORDER]
        sure = int((rows["verdict"] == DIFFERS).sum())
        st.caption(
            f"{sure} of {len(rows)} gaps differ. The gap is left less right; low and high are its 95 % interval; q is "
            "the chance of so wide a gap, corrected for the number of comparisons. A story point that rests on one or "
            "two passages a source can seldom be told apart."
        )
        st.dataframe(rows.round(3), hide_index=True, placeholder="–")


def _chosen(comparison: Comparison) -> pd.DataFrame:
    table = comparison.emphasis_differences
    if len(comparison.sources) < 3:
        return table
    with st.container(horizontal=True, vertical_alignment="bottom"):
        way = st.segmented_control(
            "Compare",
            [EACH, PAIRS, ONE],
            default=asked("emphasis-compare", (EACH, PAIRS, ONE), EACH),
            required=True,
            key="emphasis-compare",
            persist_state="session",
        )
        keep("emphasis-compare", way, EACH)
        if way == ONE:
            reference = choose("With", comparison.sources, "emphasis-reference")
            return _against(comparison, (session.work().key, *(p.id for p in comparison.points)), reference)
    return table[(table["right"] == OTHERS) == (way == EACH)]


# Only numbers are kept, under a key made from the texts, for this visitor alone.
@st.cache_data(scope="session", max_entries=20, show_spinner=False)
def _against(
    _comparison: Comparison,
    texts: tuple[str, ...],  # noqa: ARG001  (part of the key)
    reference: str,
) -> pd.DataFrame:
    other = name_of(_comparison, reference)
    return measured(_comparison, lambda c: emphasis_differences(c.passages, c.points, reference=other))
