"""What was chosen on a page, kept in the address, so that a link restores the view.

What the program offers (a tab, an instrument) stands there by its name. What comes from the articles (a source, a
speaker, a mark in a figure) stands there as a `sign` of six hexadecimal digits and never as itself: an address is kept
in histories and logs, it shall not tell the outlets' names while they are hidden, and a sign that is not known in the
event that is open gives the usual view, where a place in a list would give another source.

Streamlit can bind a widget to the address by itself, but then a visit to another page sometimes loses what the address
says of the event.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import TypeVar

import streamlit as st

from framing.records import fingerprint

T = TypeVar("T")
Option = TypeVar("Option", bound=Hashable)
_ASKED, _CHOSEN = "address-asked", "address-chosen"
_BETWEEN = "."  # parts several choices under one key


def begin() -> None:
    """Remember, on a visitor's first run, what the address asks for; forget what the page before had chosen."""
    if _ASKED not in st.session_state:
        st.session_state[_ASKED] = dict(st.query_params)
    st.session_state[_CHOSEN] = {}


def forget() -> None:
    """Forget what the address asked for: another event is open, and the same words would mean something else in it."""
    st.session_state[_ASKED] = dict.fromkeys(st.session_state.get(_ASKED, {}))


def exchange(names: Mapping[str, str]) -> None:
    """Let what was asked for by one name be asked for by another: sources have letters while their names are hidden."""
    signs = {sign(old): sign(new) for old, new in names.items()}
    asked_for = st.session_state.get(_ASKED, {})
    st.session_state[_ASKED] = {
        key: _BETWEEN.join(signs.get(part, part) for part in value.split(_BETWEEN)) if value else value
        for key, value in asked_for.items()
    }


def sign(chosen: object) -> str:
    """Return what stands in the address for something that comes from the articles, or for a tuple of such things."""
    parts = chosen if isinstance(chosen, tuple) else (chosen,)
    return fingerprint(*(str(part) for part in parts), digits=6)


def asked(key: str, options: Collection[Option], usual: Option, *, write: Callable[[Option], str] = str) -> Option:
    """Return what the address asked for under a widget's key, or the usual choice where it asks for none of them."""
    found = _found(key)
    return next((option for option in options if write(option) == found), usual)


def asked_text(key: str, usual: str, most: int) -> str:
    """Return the visitor's own words that the address holds, at most so many characters, or the usual ones."""
    return _found(key)[:most] or usual


def keep(key: str, chosen: Option, usual: Option, *, write: Callable[[Option], str] = str) -> None:
    """Let the address say what is chosen; of what is usual it says nothing."""
    st.session_state[_CHOSEN][key] = None if chosen == usual else write(chosen)


def asked_several(
    key: str, options: Sequence[Option], usual: Sequence[Option], *, write: Callable[[Option], str] = str
) -> list[Option]:
    """Return those that the address asked for, in its order; the usual ones where it asks for none that is known."""
    known = {write(option): option for option in options}
    found = [known[name] for name in dict.fromkeys(_found(key).split(_BETWEEN)) if name in known]
    return found or list(usual)


def keep_several(
    key: str, chosen: Sequence[Option], usual: Sequence[Option], *, write: Callable[[Option], str] = str
) -> None:
    """Let the address say which are chosen, in their order; of the usual ones, and of none, it says nothing."""
    told = _BETWEEN.join(write(option) for option in chosen)
    st.session_state[_CHOSEN][key] = None if list(chosen) == list(usual) else told or None


def chosen() -> Mapping[str, str | None]:
    """Return what this page lets the address say; None for what it shall not, nor of any other page."""
    return dict.fromkeys(st.session_state[_ASKED]) | st.session_state[_CHOSEN]


def write(view: Mapping[str, str | None]) -> None:
    """Put a view into the address in one go; what others put there stays.

    It is told to the browser every time: a browser that has just changed the page may have lost what the server takes
    for said, and one whose address is right already does nothing.
    """
    before = {name: value for name, value in st.query_params.to_dict().items() if name not in view}
    told = before | {name: value for name, value in view.items() if value is not None}
    if told:
        st.query_params.from_dict(told)
    else:  # from nothing, `from_dict` tells the browser nothing, and what was asked for would stay
        st.query_params.clear()


def show_tabs(tabs: Mapping[str, Callable[[T], None]], key: str, subject: T) -> None:
    """Show tabs, of which only the one that is open is computed, and let the address say which."""
    names = list(tabs)
    places = st.tabs(names, default=asked(key, names, names[0]), key=key, on_change="rerun")
    for place, name in zip(places, names, strict=True):
        with place:
            if place.open:
                keep(key, name, names[0])
                tabs[name](subject)


def _found(key: str) -> str:
    found = st.session_state[_ASKED].get(key)
    return found if isinstance(found, str) else ""
