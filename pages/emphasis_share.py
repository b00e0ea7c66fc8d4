"""Emphasis, tab "Share": one of four measures per story point and source, its intervals, gaps and passages."""

from __future__ import annotations

from itertools import product

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.marks import Marking
from framing.measure.emphasis import ALONE, MEASURES, WHOLE
from framing.measure.emphasis_differences import widest_first
from framing.plots import share_by_point
from framing.plots.text import percent
from framing.plots.told import alternative, cells, extremes
from framing.records import StoryPoint
from pages import session
from pages.address import asked, keep
from pages.clicking import clicked, show_figure
from pages.emphasis_gaps import show_gaps, show_point_gap
from pages.emphasis_share_words import widest
from pages.reading import plain, show_below

SHOWN = 8  # story points that a class can take in at once


def show_shares(comparison: Comparison) -> None:
    """Show the chosen measure as a figure, the passages behind a mark, and the gaps between sources."""
    measure = st.segmented_control(
        "What to compare",
        list(MEASURES),
        format_func=lambda name: MEASURES[name].label,
        default=asked("emphasis-measure", MEASURES, "share of words"),
        required=True,
        key="emphasis-measure",
        persist_state="session",
    )
    keep("emphasis-measure", measure, "share of words")
    with st.spinner("Drawing the passages anew, to see how sure the gaps are …"):
        table, _, _ = comparison.emphasis_intervals, comparison.emphasis_differences, comparison.omissions
    points = _rows(comparison, measure)
    left, right = st.columns([5, 3], gap="large")
    with left:
        point, source = _show_chart(comparison, table, points, measure)
    with right:
        _show_passages(comparison, points, point, source, measure)
    show_gaps(comparison, measure)


def _show_chart(
    comparison: Comparison, table: pd.DataFrame, points: list[StoryPoint], measure: str
) -> tuple[str | None, str | None]:
    st.header(MEASURES[measure].title, anchor=False)
    st.caption(plain(widest(comparison, measure, _doubtful(comparison))))
    every = len(points) <= SHOWN + 2 or st.session_state.get("emphasis-every", False)
    shown = points if every else points[:SHOWN]
    headlines = [(r["source"], r["point"]) for r in comparison.emphasis.to_dict("records") if r["headline"]]
    chosen = (clicked("share", product((p.id for p in shown), comparison.sources)) or (shown[0].id,))[0]
    doubtful = [(r["source"], r["point"]) for r in _doubtful(comparison).to_dict("records")]
    options = {"headlines": headlines, "doubtful": doubtful, "chosen": chosen}
    figure = share_by_point(table, shown, comparison.sources, measure=measure, mode=session.mode(), **options)
    labels = {p.id: p.label for p in shown}
    drawn = table[(table["measure"] == measure) & table["point"].isin(labels)]
    most = extremes(cells(drawn, labels), drawn["value"], "{:.0f}".format if measure == "passages" else percent)
    alt = alternative(f"{MEASURES[measure].title}: a row a thing, a column a source", most)
    point, source = show_figure(figure, "share", alt, labels) or (None, None)
    if len(points) > SHOWN + 2:
        st.toggle(f"Show all {len(points)}", key="emphasis-every", persist_state="session")
    st.caption(
        f"{MEASURES[measure].reading}. –: it does not tell it; ?: perhaps (see Left out). Thin lines are 95 % "
        "intervals, from drawing each source’s passages again at random; a line to the edge goes on beyond it. Widest "
        "disagreement first. Click a mark to read."
    )
    with st.expander("The same as a table"):
        names = {p.id: p.label for p in points} | {WHOLE: "Whole article"}
        rows = table[table["measure"] == measure]
        st.dataframe(rows.assign(point=rows["point"].map(names)).round(3), hide_index=True, placeholder="–")
    return point, source


def _show_passages(
    comparison: Comparison, points: list[StoryPoint], chosen: str | None, source: str | None, measure: str
) -> None:
    point = next((p for p in points if p.id == chosen), points[0])
    st.header(plain(point.label), anchor=False)
    if point.id == ALONE:
        mine = source or comparison.sources[0]
        st.caption(plain(f"What {mine} alone tells"))
        show_below(comparison, [p.id for p in comparison.alone if p.source == mine], "quotations", scrolls=True)
        return
    show_point_gap(comparison, point.id, source, measure)
    marking: Marking = "quotations" if measure == "share quoted" else "shared words"
    show_below(comparison, point.passages, marking, scrolls=True)


def _doubtful(comparison: Comparison) -> pd.DataFrame:
    return comparison.omissions[comparison.omissions["state"] == "perhaps told"]


def _rows(comparison: Comparison, measure: str) -> list[StoryPoint]:
    """Return the story points, the widest disagreement first, and last what each source alone tells."""
    points = widest_first(comparison.points, comparison.emphasis_intervals, measure)
    if not comparison.alone:
        return points
    return [*points, StoryPoint(ALONE, "What only one source tells", tuple(p.id for p in comparison.alone))]
