"""Figures whose marks can be clicked."""

from __future__ import annotations

from functools import partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st


def show_figure(figure: go.Figure, key: str, alt: str) -> tuple[Any, ...] | None:
    """Show a figure; return the `customdata` of the mark that was clicked last, if any."""
    st.plotly_chart(
        figure,
        key=key,
        on_select=partial(_take_click, key),
        selection_mode="points",
        theme=None,
        config={"displayModeBar": False},
        alt=alt,
    )
    return clicked(key)


def clicked(key: str) -> tuple[Any, ...] | None:
    """Return what was clicked last in the figure with this key."""
    found: tuple[Any, ...] | None = st.session_state.get(f"{key}-clicked")
    return found


def _take_click(key: str) -> None:
    """Keep what was clicked: the chart forgets it as soon as its picture changes."""
    for point in st.session_state[key]["selection"]["points"][:1]:
        st.session_state[f"{key}-clicked"] = tuple(point["customdata"])
