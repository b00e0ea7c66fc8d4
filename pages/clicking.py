"""Figures whose marks can be clicked; the address keeps which one was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.address import asked, keep, sign
from pages.screen import fitted

Mark = tuple[Any, ...]


def show_figure(figure: go.Figure, key: str, alt: str) -> Mark | None:
    """Show a figure; return the `customdata` of the mark that was clicked last, if it is still drawn."""
    st.plotly_chart(
        fitted(figure),
        key=key,
        on_select=partial(_take_click, key),
        selection_mode="points",
        theme=None,
        config={"displayModeBar": False},
        alt=alt,
    )
    return clicked(key, _marks(figure))


def clicked(key: str, known: Iterable[Mark]) -> Mark | None:
    """Return which of the known marks was clicked last in the figure with this key, else which the address names."""
    marks = list(known)
    last: Mark | None = st.session_state.get(f"{key}-clicked")
    found = last if last in marks else asked(key, marks, None, write=sign)
    keep(key, found, None, write=sign)
    return found


def _marks(figure: go.Figure) -> Iterator[Mark]:
    for trace in figure.data:
        data = getattr(trace, "customdata", None)  # some kinds of trace have none
        yield from (tuple(one) for one in (() if data is None else data) if one is not None)


def _take_click(key: str) -> None:
    """Keep what was clicked: the chart forgets it as soon as its picture changes."""
    for point in st.session_state[key]["selection"]["points"][:1]:
        st.session_state[f"{key}-clicked"] = tuple(point["customdata"])
