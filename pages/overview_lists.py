"""What can be clicked in the ribbon, as lists: for the keyboard, and for fingers on a telephone."""

from __future__ import annotations

import streamlit as st

from framing.comparison import Comparison
from pages import session
from pages.reading import plain


def take_point() -> None:
    """Keep which story point was chosen from the list; none when the chosen one was pressed again."""
    st.session_state["clicked"] = ("point", st.session_state["ribbon-points"])
    session.work().point = st.session_state["ribbon-points"]


def show_points(comparison: Comparison, chosen: str | None) -> None:
    """Show every story point as a button."""
    if not comparison.points:
        return
    names = {p.id: f"{i} · {plain(p.label)}" for i, p in enumerate(comparison.points, 1)}
    st.session_state["ribbon-points"] = chosen
    st.pills(
        "Read a story point", list(names), format_func=names.__getitem__, key="ribbon-points", on_change=take_point
    )


def take_alone() -> None:
    """Keep which passage was chosen from the list; none when the choice was taken back."""
    chosen = st.session_state["ribbon-alone"]
    st.session_state["clicked"] = ("passage", chosen) if chosen else None
    session.work().point = None


def show_alone(comparison: Comparison, chosen: str | None) -> None:
    """Show the passages that stand alone, the hatched blocks, as a list."""
    if not comparison.alone:
        return
    names = {p.id: f"{p.source} · {' '.join(p.text.split()[:9])} …" for p in comparison.alone}
    st.session_state["ribbon-alone"] = chosen if chosen in names else None
    st.selectbox(
        "Read a passage that one source only tells",
        list(names),
        index=None,
        format_func=names.__getitem__,
        key="ribbon-alone",
        placeholder="Choose a passage",
        on_change=take_alone,
    )
