"""What the other pages show first of a visitor's own event, made beside the page while nobody asks for anything.

Where somebody always asks, as in a class, it is left to the pages: then nobody's page waits for another's next one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from itertools import chain
from threading import Event, Lock, Thread

import streamlit as st

from framing.comparison import Comparison
from pages import blinding, giving_way
from pages.warming import made, made_with_the_model
from pages.withheld import numbers_only
from pages.works import Work

_QUIET = 1.0  # seconds in which nobody asked for a page: a cut that is being moved is asked for more often
_LONGEST = 30.0  # seconds that quiet is waited for
_LOOK = 0.1  # seconds between two looks
_turn = Lock()


def begin(mine: Work) -> None:
    """Begin, if the visitor's event is their own, was compared, and this was not begun before."""
    found = mine.concluded.get((mine.cut, mine.event.judgements))
    if mine.example or blinding.is_on() or numbers_only(mine.event, mine.projects):
        found = None
    before, stopped = st.session_state.get("beforehand", (None, Event()))
    if before is not found:
        stopped.set()
        st.session_state["beforehand"] = (found, stopped := Event())
        if found:
            Thread(target=_make, args=(found, stopped), name="beforehand", daemon=True).start()


def _make(found: Comparison, stopped: Event) -> None:
    make_quietly(chain(made(found), made_with_the_model(found)), stopped)


def make_quietly(steps: Iterable[Callable[[], object]], stopped: Event) -> None:
    """Make one step after the other in quiet moments; none any more when it was stopped, or it is never quiet."""
    for make in steps:
        until = time.monotonic() + _LONGEST
        while not giving_way.is_quiet(_QUIET):
            if time.monotonic() > until or stopped.wait(_LOOK):
                return
        with _turn:
            if stopped.is_set():
                return
            make()
