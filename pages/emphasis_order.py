"""Emphasis, tab "Order": how each source arranges the same things, and what it opens with."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.measure.order import ranks
from framing.plots import order
from framing.records import StoryPoint
from pages import session
from pages.emphasis_orders import show_agreement, show_openings
from pages.reading import plain, show_below
from pages.tone_view import show_figure

SHOWN = 9  # story points whose lines a class can still follow


def show_order(comparison: Comparison) -> None:
    """Show the order of the story points most sources tell, the agreement of orders, and what each opens with."""
    points = _shown(comparison)
    table = ranks(comparison.emphasis, [p.id for p in points])
    moved = _moved(table, points)
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.subheader("In which order each source tells the same things", anchor=False)
        st.caption(plain(_main(table, moved)))
        clicked = (st.session_state.get("order-clicked") or (moved.id,))[0]
        chosen = next((p for p in points if p.id == clicked), moved)
        figure = order(table, points, comparison.sources, chosen=chosen.id, mode=session.mode())
        alt = "Each source’s order of the same story points, first on top; the table below holds the same."
        show_figure(figure, "order", alt)
        numbered = "  \n".join(f"**{i}** {plain(p.label)}" for i, p in enumerate(points, 1))
        st.markdown(numbered)
        st.caption(
            f"The {len(points)} things that most sources tell. On top: what a source tells first. Follow a line to see "
            "whether a thing moves up or down; dotted where a source between does not tell it. Click a number to "
            "follow it."
        )
        with st.expander("The same as a table"):
            names = {p.id: p.label for p in points}
            st.dataframe(table.assign(point=table["point"].map(names)).round(3), hide_index=True)
    with right:
        st.subheader(plain(chosen.label), anchor=False)
        show_below(comparison, chosen.passages, "shared words")
    show_agreement(comparison)
    show_openings(comparison)


def _shown(comparison: Comparison) -> list[StoryPoint]:
    """Return the points that most sources tell and give most words to, in the order in which they are told."""
    shares = comparison.emphasis.groupby("point")["share"].agg(["size", "sum"])
    best = sorted(comparison.points, key=lambda p: (-shares["size"][p.id], -round(shares["sum"][p.id], 9), p.id))[
        :SHOWN
    ]
    first = comparison.emphasis.groupby("point")["first"].mean()
    return sorted(best, key=lambda p: (first[p.id], p.id))


def _moved(table: pd.DataFrame, points: list[StoryPoint]) -> StoryPoint:
    """Return the point whose place differs most between two sources."""
    spread = table.groupby("point")["rank"].agg(lambda r: r.max() - r.min())
    return max(points, key=lambda p: (spread.get(p.id, 0.0), p.id))


def _main(table: pd.DataFrame, point: StoryPoint) -> str:
    rows = table[table["point"] == point.id].sort_values(["rank", "source"])
    first, last = rows.iloc[0], rows.iloc[-1]
    if last["rank"] - first["rank"] < 2:
        return "No thing moves by two places or more: the sources tell them in nearly the same order."
    count = table.groupby("source").size()
    return (
        f"“{point.label}” moves furthest: {first['source']} tells it as number {first['rank']:g} of "
        f"{count[first['source']]}, {last['source']} as number {last['rank']:g} of {count[last['source']]}."
    )
