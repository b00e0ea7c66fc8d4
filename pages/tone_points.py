"""Tone, tab "Story points": per story point a mark a source, and the sentences behind a clicked mark."""

from __future__ import annotations

from itertools import product

import streamlit as st

from framing.measure.by_point import point_means
from framing.plots import tone_by_point
from framing.plots.told import alternative, tone_told
from pages import session
from pages.clicking import clicked as clicked_in
from pages.clicking import show_figure
from pages.reading import plain
from pages.tone_comparing import in_words
from pages.tone_reading import ask_for_words, show_sentences
from pages.tone_view import View

SHOWN = 16  # story points that can be taken in at once, those the sources are widest apart in


def show_points(view: View) -> None:
    """Show the tone of each source on each story point, the widest disagreement first."""
    comparison, instrument = view.comparison, view.instrument
    table = point_means(comparison.tone, comparison.points, instrument.name, view.voice)
    by_point = table[table["point"] != "all"].groupby("point")["mean"]
    spread = by_point.agg(lambda means: means.max() - means.min() if len(means) > 1 else -1)
    points = sorted((p for p in comparison.points if p.id in spread.index), key=lambda p: (-spread.get(p.id, -1), p.id))
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header(f"{instrument.label} by story point, the widest disagreement first", anchor=False)
        drawn = f"{instrument.label} of each source on each story point, with 95 % intervals"
        alt = alternative(drawn, tone_told(table, view.labels))
        every = len(points) <= SHOWN + 2 or st.session_state.get("tone-every", False)
        asked_for = (clicked_in("tone-figure", product((p.id for p in points), comparison.sources)) or ("",))[0]
        shown = points if every or asked_for in {p.id for p in points[SHOWN:]} else points[:SHOWN]
        figure = tone_by_point(table, shown, comparison.sources, instrument, mode=session.mode())
        clicked, source = show_figure(figure, "tone-figure", alt, view.labels) or (None, None)
        if len(points) > SHOWN + 2:
            st.toggle(f"Show all {len(points)} story points", key="tone-every", persist_state="session")
        st.caption(
            f"{instrument.measures}. Lines are 95 % intervals, also for a single passage: how much the passages of the "
            "whole event vary says how far it may lie off. A line to the edge goes on beyond it."
        )
        with st.expander("The same as a table"):
            st.dataframe(
                in_words(table.assign(point=table["point"].map(view.labels))).round(3), hide_index=True, placeholder="–"
            )
    with right:
        rows = view.rows
        point = next((p for p in points if p.id == clicked), points[0] if points else None)
        if clicked == "all" and source in comparison.sources:
            st.header(plain(f"{source}: its three lowest and three highest sentences"), anchor=False)
            ordered = rows[rows["source"] == source].sort_values(["score", "passage", "sentence"])
            found = ordered if len(ordered) < 7 else ordered.iloc[[0, 1, 2, -3, -2, -1]]
        elif point:
            st.header(plain(point.label), anchor=False)
            found = rows[rows["passage"].isin(point.passages)]
        else:
            st.info("The sources share no story point that was measured; see *Along the article*.")
            return
        st.caption("Click a mark to read the sentences behind it.")
        ask_for_words(view)
        show_sentences(view, found)
