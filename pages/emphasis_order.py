"""Emphasis, tab "Order": how each source arranges the same things, and what it opens with."""

from __future__ import annotations

from itertools import product

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.measure.order import moves, ranks
from framing.plots import order
from framing.plots.told import alternative
from framing.records import StoryPoint
from pages import session
from pages.clicking import clicked, show_figure
from pages.emphasis_agreement import show_agreement, show_openings
from pages.reading import plain, show_below

SHOWN = 9  # story points whose lines a class can still follow


def show_order(comparison: Comparison) -> None:
    """Show the order of the story points most sources tell, the agreement of orders, and what each opens with."""
    points = _shown(comparison)
    table = ranks(comparison.emphasis, [p.id for p in points])
    moved = moves(comparison.emphasis, [p.id for p in points])
    left, right = st.columns([5, 3], gap="large")
    with left:
        st.header("In which order each source tells the same things", anchor=False)
        st.caption(plain(_main(moved, points)))
        chosen = _chosen(points, moved, comparison.sources)
        figure = order(table, points, comparison.sources, chosen=chosen.id, mode=session.mode())
        alt = alternative("Each source’s order of the same story points, first on top", _main(moved, points))
        show_figure(figure, "order", alt, {p.id: p.label for p in points})
        numbered = "  \n".join(f"**{i}** {plain(p.label)}" for i, p in enumerate(points, 1))
        st.markdown(numbered)
        st.caption(
            f"The {len(points)} things that most sources tell. On top: what a source tells first. Follow a line to see "
            "whether a thing moves up or down; dotted where a source between does not tell it. Click a number to "
            "follow it."
        )
        with st.expander("The same as a table"):
            names = {p.id: p.label for p in points}
            st.dataframe(table.assign(point=table["point"].map(names)).round(3), hide_index=True, placeholder="–")
    with right:
        st.header(plain(chosen.label), anchor=False)
        show_below(comparison, chosen.passages, "shared words", scrolls=True)
    show_agreement(comparison)
    show_openings(comparison)


def _chosen(points: list[StoryPoint], moved: pd.DataFrame, sources: list[str]) -> StoryPoint:
    """Return the point that was clicked, else the one that moves furthest."""
    known = {p.id: p for p in points}
    last = clicked("order", product(known, sources)) or ("",)
    return known.get(last[0]) or (known[moved["point"].iloc[0]] if len(moved) else points[0])


def _shown(comparison: Comparison) -> list[StoryPoint]:
    """Return the points that most sources tell and give most words to, in the order in which they are told."""
    shares = comparison.emphasis.groupby("point")["share"].agg(["size", "sum"])
    best = sorted(comparison.points, key=lambda p: (-shares["size"][p.id], -round(shares["sum"][p.id], 9), p.id))[
        :SHOWN
    ]
    first = comparison.emphasis.groupby("point")["first"].mean()
    return sorted(best, key=lambda p: (first[p.id], p.id))


def _main(moved: pd.DataFrame, points: list[StoryPoint]) -> str:
    """Say what moves furthest between two sources, among the things that both tell."""
    if moved.empty or moved["places"].iloc[0] < 2:
        return "No thing moves by two places or more: the sources tell what they share in nearly the same order."
    row = moved.iloc[0]
    label = next(p.label for p in points if p.id == row["point"])
    return (
        f"“{label}” moves furthest: of the {row['points']} things here that both tell, {row['left']} tells it as "
        f"number {row['left_rank']:g}, {row['right']} as number {row['right_rank']:g}."
    )
