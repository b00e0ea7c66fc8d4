"""Open a saved event; a disk that refuses, and an event that is gone, are said on the page."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from framing import store
from framing.read import ReadError
from pages import session
from pages.reading import show_text
from pages.works import Work


def show_problem() -> None:
    """Say once why what was last tried could not be done."""
    if problem := st.session_state.pop("library-problem", None):
        show_text(problem, "fr-warning")


def open_saved(key: str) -> None:
    """Open a saved event; one that was set aside in this visit goes on as it is."""
    if waiting := next((w for w in session.aside() if w.saved == key), None):
        session.open_work(waiting)
        return
    session.note_seen(key)
    try:
        event = store.open_event(key)
    except (OSError, ReadError) as error:
        st.session_state["library-problem"] = str(error)
        return
    if event:
        session.open_work(Work(event, None, saved=key))
    else:
        st.session_state["library-problem"] = "This event was deleted meanwhile."


def tried(work: Callable[[], object]) -> bool:
    """Do what touches the disk; where it refuses, keep the reason for the page and return False."""
    try:
        work()
    except KeyError:
        st.session_state["library-problem"] = "This event was deleted meanwhile."
    except (OSError, ReadError) as error:
        st.session_state["library-problem"] = str(error)
    else:
        return True
    return False


def named(title: str) -> str:
    """Return an event's title, or words in its place."""
    return title or "Event without a title"
