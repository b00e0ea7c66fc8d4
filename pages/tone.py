"""Tone: per story point a mark a source, and the sentences behind a clicked mark."""

from __future__ import annotations

import streamlit as st

from framing.measure import INSTRUMENTS
from framing.measure.means import passage_means, point_means
from framing.plots import tone_by_point
from pages import session
from pages.reading import plain, show_below


def take_click() -> None:
    """Keep the story point and source that were clicked."""
    for point in st.session_state["tone-figure"]["selection"]["points"][:1]:
        st.session_state["tone-clicked"] = tuple(point["customdata"])


comparison = session.comparison()
with st.container(horizontal=True, vertical_alignment="bottom"):
    instrument = INSTRUMENTS[
        st.selectbox(
            "Instrument",
            comparison.instruments,
            format_func=lambda name: INSTRUMENTS[name].label,
            key="instrument",
            persist_state="session",
            width=320,
        )
    ]
    voices = {"all words": None, "own voice": "own", "quoted": "quoted"}
    voice = voices[st.segmented_control("Whose words", list(voices), default="all words", required=True, key="voice")]

table = point_means(comparison.tone, comparison.points, instrument.name, voice)
spread = table[table["point"] != "all"].groupby("point")["mean"].agg(lambda m: m.max() - m.min() if len(m) > 1 else -1)
points = sorted(comparison.points, key=lambda p: (-spread.get(p.id, -1), p.id))

left, right = st.columns([5, 3], gap="large")
with left:
    st.subheader(f"{instrument.label} by story point, the widest disagreement first", anchor=False)
    st.plotly_chart(
        tone_by_point(table, points, comparison.sources, instrument, mode=session.mode()),
        key="tone-figure",
        on_select=take_click,
        selection_mode="points",
        theme=None,
        config={"displayModeBar": False},
        alt=f"{instrument.label} of each source on each story point, with intervals. The table below holds the same.",
    )
    st.caption(f"{instrument.measures}. Lines are 95 % intervals from resampling passages; one passage has none.")
    with st.expander("The same as a table"):
        labels = {p.id: p.label for p in comparison.points} | {"all": "Whole articles"}
        st.dataframe(table.assign(point=table["point"].map(labels)).round(3), hide_index=True)
with right:
    clicked, source = st.session_state.get("tone-clicked", (None, None))
    point = next((p for p in comparison.points if p.id == clicked), points[0] if points else None)
    if clicked == "all" and source in comparison.sources:
        means = passage_means(comparison.tone, instrument.name, voice)
        lowest = means[means["source"] == source].sort_values(["mean", "passage"])["passage"]
        st.subheader(plain(f"{source}: the lowest and the highest passage"), anchor=False)
        show_below(comparison, [*lowest[:1], *lowest[-1:]], "loaded words")
    elif point:
        st.subheader(plain(point.label), anchor=False)
        show_below(comparison, point.passages, "loaded words")
    st.caption("Click a mark to read the passages behind it.")
