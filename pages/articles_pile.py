"""Articles: propose the events in a mixed pile, and take it apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from framing.group import Group, group
from framing.records import Article, Event, Judgement
from pages import session
from pages.reading import plain
from pages.session import Work

_FEWEST = 3  # articles; two that are unlike are for their reader to tell apart


@dataclass(frozen=True, slots=True)
class Sorted:
    """An event as it was before it was sorted, the events that waited then, and the titles that were given."""

    work: Work
    waiting: tuple[Work, ...]
    titles: frozenset[str]

    def holds(self, other: Work) -> bool:
        """Whether nothing is in the other event, or was decided or typed there, that is not in this one."""
        mine, its = self.work.event, other.event
        return (
            other.saved is None
            and its.title in self.titles
            and all(article in mine.articles for article in its.articles)
            and all(judgement in mine.judgements for judgement in its.judgements)
            and its.restored <= mine.restored
            and its.rules_off <= mine.rules_off
        )


def show_proposal() -> None:
    """Say where the event's articles seem to be about several events, and offer to sort them."""
    mine = session.work()
    articles = mine.event.articles
    if mine.example or len(articles) < _FEWEST or st.session_state.get("one-event") == mine.key:
        return
    groups = proposed(tuple(sorted(a.id for a in articles)), articles)
    if len(groups) < 2:
        return
    sizes = ", ".join(str(len(g.articles)) for g in groups[:12]) + (" …" if len(groups) > 12 else "")
    with st.container(border=True, key="proposal"):
        st.markdown(f"**These {len(articles)} articles seem to be about {len(groups)} events** (articles: {sizes})")
        st.caption("Judged by the rare words they share, such as names and places, and by their dates.")
        with st.container(horizontal=True):
            st.button("Sort them into events", on_click=_sort, args=(groups,), icon=":material/category:")
            st.button("They are one event", on_click=_dismiss, type="tertiary")


def _sort(groups: Sequence[Group]) -> None:
    """Make an event of each group and open the largest; what was saved as one stays saved as it was."""
    mine = session.work()
    made = [
        Work(replace(mine.event, title=g.title, articles=g.articles, judgements=_within(mine.event, g.articles)), None)
        for g in groups
    ]
    st.session_state["sorted"] = Sorted(mine, tuple(session.aside()), frozenset(("", *(g.title for g in groups))))
    st.session_state["aside"] = [*session.aside(), *made[1:]]
    st.session_state["work"], st.session_state["waiting"] = made[0], True


def show_undo() -> None:
    """Offer to take the sorting back, while what was sorted is not open anew from the library."""
    done: Sorted | None = st.session_state.get("sorted")
    if not done or (done.work.saved and any(w.saved == done.work.saved for w in (session.work(), *session.aside()))):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(plain(f"{len(done.work.event.articles)} articles were sorted into events."))
        st.button("Undo sorting", on_click=_undo, args=(done,), icon=":material/undo:")


def _undo(done: Sorted) -> None:
    """Open the event again as it was; of the events since, those that hold anything else stay."""
    del st.session_state["sorted"]
    session.open_work(done.work)
    st.session_state["aside"] = [
        w for w in session.aside() if any(w is old for old in done.waiting) or not done.holds(w)
    ]


def _dismiss() -> None:
    st.session_state["one-event"] = session.work().key


def _within(event: Event, articles: Sequence[Article]) -> tuple[Judgement, ...]:
    """Return the judgements on pairs of passages of these articles."""
    ids = tuple(f"{a.id}-" for a in articles)
    return tuple(j for j in event.judgements if j.left.startswith(ids) and j.right.startswith(ids))


@st.cache_data(scope="session", max_entries=4, show_spinner="Looking for several events …")
def proposed(ids: tuple[str, ...], _articles: Sequence[Article]) -> tuple[Group, ...]:
    """Return the groups proposed for the articles, of these ids."""
    return group(_articles) if ids else ()
