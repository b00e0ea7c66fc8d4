"""Presenting: the findings and story points one by one, in large letters, turned by the arrow keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from framing.records import Event
from pages import blinding, session
from pages.presenting_list import show_list
from pages.presenting_slides import Slide, slides_of

_AT = "present"  # the number of the slide, as it stands in the address; absent while nobody presents
_LISTED = "present-listed"  # whether all slides are listed in the place of one
_TABLE = "present-table"  # whether a slide's figure is shown as a table
_DIGITS = 4  # of a slide's number, at most
_LAST = 10**_DIGITS - 1  # more than there are: the last one is shown


def begin() -> None:
    """On a visitor's first run, present where the address asks for that."""
    if _AT not in st.session_state:
        asked = st.query_params.get(_AT, "")
        counted = len(asked) <= _DIGITS and asked.isascii() and asked.isdecimal()
        st.session_state[_AT] = asked if counted and int(asked) else None


def is_on() -> bool:
    """Whether the visitor presents."""
    return st.session_state.get(_AT) is not None


def can(event: Event) -> bool:
    """Whether an event has something to present; where it has not, nobody presents any more."""
    if len(event.articles) < 2:
        leave()
    return is_on()


def start() -> None:
    """Show the first slide."""
    _turn_to(1)


def leave() -> None:
    """Go back to the pages."""
    st.session_state[_AT] = None
    _show_as_drawn()


def show() -> None:
    """Show the slide that the address names, and the keys that turn to the others.

    The keys come first: while the articles are compared, and after that was stopped, one can leave.
    """
    st.html(Path(__file__).with_name("presenting.css"))
    more = _show_keys()
    comparison = session.comparison()
    slides = slides_of(comparison)
    at = min(int(st.session_state[_AT]), len(slides))
    st.session_state[_AT] = str(at)
    with st.container(key="slide"):
        if _is_listed():
            show_list(slides, at, _turn_to)
        else:
            _show_slide(slides[at - 1], at, len(slides), more)


def _show_slide(slide: Slide, at: int, count: int, more: Any) -> None:
    tabulated = bool(slide.tabulate and st.session_state.get(_TABLE))
    if slide.tabulate:
        name = "As a figure" if tabulated else "As a table"
        more.button(name, key="slide-table", shortcut="T", on_click=_tabulate)
    with st.container(key="slide-body"):
        (slide.tabulate if slide.tabulate and tabulated else slide.draw)()
    hidden = " · names hidden" if blinding.is_on() else ""
    reveals = ", B reveals" if hidden else ""
    table = f" · T: {name.lower()}" if slide.tabulate else ""
    st.html(
        f'<p class="fr-slide-place" role="status">{at} / {count}{hidden}'
        f'<span class="fr-slide-key">{reveals}{table} · G lists all'
        "</span></p>"
    )


def _show_keys() -> Any:
    """Buttons for the keys: nothing is seen of them until the mouse or the tab key comes to them, or a finger may.

    Returns:
        Where one more may stand, for what the slide holds.
    """
    if _is_listed():
        with st.container(horizontal=True, key="slide-keys"):
            st.button("Back to the slide", key="slide-unlist", shortcut="G", on_click=_list)
            _show_blind()
            st.button("Leave", key="slide-leave", shortcut="Esc", on_click=leave)
        return st
    with st.container(horizontal=True, key="slide-keys"):
        st.button("First", key="slide-first", shortcut="Home", on_click=_turn_to, args=(1,))
        st.button("Back", key="slide-back", shortcut="Left", on_click=_turn, args=(-1,))
        st.button("Next", key="slide-next", shortcut="Right", on_click=_turn, args=(1,))
        st.button("Last", key="slide-last", shortcut="End", on_click=_turn_to, args=(_LAST,))
        st.button("All slides", key="slide-list", shortcut="G", on_click=_list)
        more = st.empty()
        _show_blind()
        st.button("Leave", key="slide-leave", shortcut="Esc", on_click=leave)
    with st.container(key="slide-clicker"):  # a presenter in the hand sends these two
        st.button("Page back", key="slide-up", shortcut="PageUp", on_click=_turn, args=(-1,))
        st.button("Page on", key="slide-down", shortcut="PageDown", on_click=_turn, args=(1,))
    return more


def _show_blind() -> None:
    name = "Reveal the outlets" if blinding.is_on() else "Hide the outlets"
    st.button(name, key="slide-blind", shortcut="B", on_click=blinding.switch, args=(session.work().event,))


def _is_listed() -> bool:
    return bool(st.session_state.get(_LISTED))


def _list() -> None:
    st.session_state[_LISTED] = not _is_listed()


def _tabulate() -> None:
    st.session_state[_TABLE] = not st.session_state.get(_TABLE)


def _show_as_drawn() -> None:
    st.session_state[_LISTED] = st.session_state[_TABLE] = False


def _turn(by: int) -> None:
    _turn_to(int(st.session_state[_AT] or 1) + by)


def _turn_to(slide: int) -> None:
    st.session_state[_AT] = str(min(max(slide, 1), _LAST))
    _show_as_drawn()
