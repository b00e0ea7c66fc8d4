"""Emphasis: how much of its words each source gives each story point, and the passages behind a clicked mark."""

from __future__ import annotations

import streamlit as st

from framing.plots import share_by_point
from pages import session
from pages.reading import plain, show_below


def take_click() -> None:
    """Keep the story point and source that were clicked."""
    for point in st.session_state["share-figure"]["selection"]["points"][:1]:
        st.session_state["share-clicked"] = tuple(point["customdata"])


comparison = session.comparison()
session.need_points(comparison)
table = comparison.emphasis
spread = table.groupby("point")["share"].agg(lambda s: s.max() - (s.min() if len(s) == len(comparison.sources) else 0))
points = sorted(comparison.points, key=lambda p: (-spread.get(p.id, 0.0), p.id))

left, right = st.columns([5, 3], gap="large")
with left:
    st.subheader("Share of each source's words per story point, the widest gap first", anchor=False)
    st.plotly_chart(
        share_by_point(table, points, comparison.sources, mode=session.mode()),
        key="share-figure",
        on_select=take_click,
        selection_mode="points",
        theme=None,
        config={"displayModeBar": False},
        alt="Share of words each source gives each story point. The table below holds the same.",
    )
    st.caption(
        "The number, and the disc's area, are the share of the source's words in percent. An outline: the source "
        "opens with it. A small ring: the source does not tell it."
    )
    with st.expander("The same as a table"):
        labels = {p.id: p.label for p in comparison.points}
        st.dataframe(table.assign(point=table["point"].map(labels)).round(3), hide_index=True)
with right:
    clicked, _ = st.session_state.get("share-clicked", (None, None))
    point = next((p for p in comparison.points if p.id == clicked), points[0] if points else None)
    if point:
        st.subheader(plain(point.label), anchor=False)
        show_below(comparison, point.passages, "shared words")
    st.caption("Click a disc to read the passages behind it.")
