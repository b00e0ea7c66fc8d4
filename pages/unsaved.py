"""An event that is not saved: the title bar says so, the browser asks before it is left, and a reload tells it is gone.

Nothing of it is kept anywhere else: of texts that nobody has saved, only fingerprints and vectors are on the disk.
"""

from __future__ import annotations

import streamlit as st

from framing.records import Event
from pages.works import Work

NAME = "unsaved"
"""What the address calls an event that is not saved; a saved one has a longer name."""
_GONE = (
    "The event that was open here was not saved, so it is gone with its tab. Add its articles or its event file again; "
    "“Save this event”, in the title bar, keeps them."
)
_ASK = """
export default function({parentElement}) {
  const ask = (event) => event.preventDefault();
  parentElement.stops?.();
  parentElement.stops = () => window.removeEventListener("beforeunload", ask);
  window.addEventListener("beforeunload", ask);
  return parentElement.stops;
}
"""
_ask = st.components.v2.component("framing_unsaved", js=_ASK)


def is_unsaved(mine: Work) -> bool:
    """Whether something would be lost with the tab: an own event, or what was decided about an example."""
    event = mine.event
    decided = event.judgements or event.restored or event.rules_off or event.left_out
    if mine.saved:
        return mine.unwritten
    return bool(event.articles and (decided or not mine.example))


def gone() -> Work:
    """Return an empty event that says where the one went that was open."""
    return Work(Event("", ()), None, notes=(_GONE,))


def ask_before_leaving(mine: Work) -> None:
    """Let the browser ask before a tab is closed or reloaded in which something is not saved."""
    if is_unsaved(mine):
        with st.container(key="unsaved"):
            _ask(key="unsaved-ask")
