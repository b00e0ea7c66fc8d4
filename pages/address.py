"""What was chosen on a page, kept in the address, so that a link restores the view.

Streamlit can bind a widget to the address by itself, but then a visit to another page sometimes loses what the address
says of the event.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

import streamlit as st

T = TypeVar("T")
_ASKED, _CHOSEN = "address-asked", "address-chosen"


def begin() -> None:
    """Remember, on a visitor's first run, what the address asks for; forget what the page before had chosen."""
    if _ASKED not in st.session_state:
        st.session_state[_ASKED] = dict(st.query_params)
    st.session_state[_CHOSEN] = {}


def asked(key: str, options: Collection[str], usual: str) -> str:
    """Return what the address asked for under a widget's key, or the usual choice where it asks for none of them."""
    found = st.session_state[_ASKED].get(key)
    return found if found in options else usual


def keep(key: str, chosen: str, usual: str) -> None:
    """Let the address say what is chosen; of what is usual it says nothing."""
    st.session_state[_CHOSEN][key] = None if chosen == usual else chosen


def chosen() -> Mapping[str, str | None]:
    """Return what this page lets the address say; None for what it shall not, nor of any other page."""
    return dict.fromkeys(st.session_state[_ASKED]) | st.session_state[_CHOSEN]


def show_tabs(tabs: Mapping[str, Callable[[T], None]], key: str, subject: T) -> None:
    """Show tabs, of which only the one that is open is computed, and let the address say which."""
    names = list(tabs)
    places = st.tabs(names, default=asked(key, names, names[0]), key=key, on_change="rerun")
    for place, name in zip(places, names, strict=True):
        with place:
            if place.open:
                keep(key, name, names[0])
                tabs[name](subject)
