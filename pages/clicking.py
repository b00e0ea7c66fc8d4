"""Figures whose marks can be clicked, or chosen from a list by keyboard; the address keeps which one was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import count
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.address import asked, keep, sign
from pages.screen import fitted

Mark = tuple[Any, ...]


def draw(figure: go.Figure, key: str, on_click: Callable[[], None], alt: str) -> None:
    """Show a figure in the project's looks whose marks can be clicked."""
    st.plotly_chart(
        fitted(figure),
        key=key,
        on_select=on_click,
        selection_mode="points",
        theme=None,
        config={"displayModeBar": False},
        alt=alt,
    )


def show_figure(figure: go.Figure, key: str, alt: str, labels: Mapping[Any, str] | None = None) -> Mark | None:
    """Show a figure and the list of its marks; return the `customdata` of the one chosen last, if it is still drawn.

    `labels` says how a mark, or a part of one, reads in the list; what it does not hold reads as it is.
    """
    draw(figure, key, partial(_take_click, key), alt)
    marks = list(dict.fromkeys(_marks(figure)))
    found = clicked(key, marks)
    _show_list(key, listed(marks, labels or {}), found)
    return found


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


def _show_list(key: str, marks: Mapping[str, Mark], chosen: Mark | None) -> None:
    """Show the marks as a list: the figure for the keyboard and for those who have it read to them."""
    if not marks:
        return
    st.session_state[f"{key}-listed"] = next((name for name, mark in marks.items() if mark == chosen), None)
    st.selectbox(
        "Read what is behind a mark of the figure",
        list(marks),
        index=None,
        key=f"{key}-listed",
        placeholder="Choose a mark to read what is behind it",
        label_visibility="collapsed",
        on_change=_take_name,
        args=(key, marks),
    )


def listed(marks: Iterable[Mark], labels: Mapping[Any, str]) -> dict[str, Mark]:
    """Return how each mark reads in the list; those that would read alike are numbered in their order, from 1."""
    read = [(labels.get(mark) or " · ".join(labels.get(part) or str(part) for part in mark), mark) for mark in marks]
    alike = Counter(name for name, _ in read)
    found: dict[str, Mark] = {}
    for name, mark in read:
        numbered = (f"{name} ({number})" for number in count(1))
        own = name if alike[name] == 1 else next(one for one in numbered if one not in found and one not in alike)
        found[own] = mark
    return found


def _take_name(key: str, marks: Mapping[str, Mark]) -> None:
    st.session_state[f"{key}-clicked"] = marks.get(st.session_state[f"{key}-listed"])


def _take_click(key: str) -> None:
    """Keep what was clicked: the chart forgets it as soon as its picture changes."""
    for point in st.session_state[key]["selection"]["points"][:1]:
        st.session_state[f"{key}-clicked"] = tuple(point["customdata"])
