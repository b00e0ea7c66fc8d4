"""Articles: events as they were before a pile was sorted or several were put together, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from pages import session
from pages.reading import plain
from pages.works import Work


@dataclass(frozen=True, slots=True)
class Before:
    """The visitor's events as they were, the open one first; what was made of them, and in which words.

    `titles` are those that the events made were given.
    """

    works: tuple[Work, ...]
    made: tuple[Work, ...]
    titles: frozenset[str]
    said: str

    def holds(self, other: Work) -> bool:
        """Whether nothing is in the other event, or was decided or typed there, that is not in these."""
        its, mine = other.event, [work.event for work in self.works]
        return (
            other.saved in {None, *(work.saved for work in self.works)}
            and its.title in self.titles
            and all(any(article in event.articles for event in mine) for article in its.articles)
            and all(any(judgement in event.judgements for event in mine) for judgement in its.judgements)
            and its.restored <= frozenset().union(*(event.restored for event in mine))
            and its.left_out <= frozenset().union(*(event.left_out for event in mine))
            and its.rules_off <= frozenset().union(*(event.rules_off for event in mine))
        )


def remember(before: Before) -> None:
    """Keep how the visitor's events were, until the next sorting or joining."""
    st.session_state["before"] = before


def show_undo() -> None:
    """Offer the way back, while what it leads to is not open anew from the library."""
    before: Before | None = st.session_state.get("before")
    if not before or any(_is_anew(other, before) for other in (session.work(), *session.aside())):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(plain(before.said))
        st.button("Undo", key="undo-events", on_click=_undo, args=(before,), icon=":material/undo:")


def _is_anew(other: Work, before: Before) -> bool:
    known = any(other is work for work in (*before.works, *before.made))
    return not known and other.saved is not None and other.saved == before.works[0].saved


def _undo(before: Before) -> None:
    """Open the events again as they were; of the events since, those that hold anything else stay."""
    del st.session_state["before"]
    opened, *waiting = before.works
    others = [
        work for work in (*session.aside(), session.work())
        if work.event.articles and not work.example and not any(work is old for old in before.works)
    ]  # fmt: skip
    st.session_state["work"] = opened
    st.session_state["aside"] = [
        *(work for work in waiting if work.event.articles),
        *(work for work in others if not before.holds(work)),
    ]
    if opened.saved:
        session.keep(opened.event, opened)
