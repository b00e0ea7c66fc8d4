"""Articles: propose the events in a mixed pile, and take it apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from framing.group import Group, group, told
from framing.records import Article, Event, Judgement
from pages import session
from pages.articles_given import parts_of
from pages.articles_undo import Before, remember
from pages.works import Work

_FEWEST = 3  # articles; two that are unlike are for their reader to tell apart


def show_proposal() -> None:
    """Say where the event's articles seem to be about several events, and offer to sort them."""
    mine = session.work()
    articles = mine.event.articles
    if mine.example or len(articles) < _FEWEST or st.session_state.get("one-event") == mine.key:
        return
    groups = proposed(mine.key, mine.event)
    if len(groups) < 2:
        return
    with st.container(border=True, key="proposal"):
        st.markdown(f"**{told(groups)}**")
        st.caption("Judged by the rare words they share, such as names and places, and by their dates.")
        with st.container(horizontal=True):
            st.button("Sort them into events", on_click=_sort, args=(groups,), icon=":material/category:")
            st.button("They are one event", on_click=_dismiss, type="tertiary")


def _sort(groups: Sequence[Group]) -> None:
    """Make an event of each group and open the largest; what was saved as one stays saved as it was."""
    mine, waiting = session.work(), session.aside()
    made = [_part(mine, each, first=each is groups[0]) for each in groups]
    said = f"{len(mine.event.articles)} articles were sorted into events."
    titles = frozenset(("", *(each.title for each in groups)))
    remember(Before((mine, *waiting), tuple(made), titles, said))
    st.session_state["aside"] = [*waiting, *made[1:]]
    st.session_state["work"] = made[0]
    st.session_state["waiting"] = st.session_state["waiting-open"] = True


def _part(mine: Work, chosen: Group, *, first: bool) -> Work:
    """Return an event of its own with what the articles were read from; files that gave none stay with the first."""
    judgements = _within(mine.event, chosen.articles)
    event = replace(mine.event, title=chosen.title, articles=chosen.articles, judgements=judgements)
    made = Work(event, None, projects=mine.projects)
    made.tables, made.table_ids = parts_of(mine.tables, mine.table_ids, chosen.articles, unread=first)
    made.splits, made.split_ids = parts_of(mine.splits, mine.split_ids, chosen.articles, unread=first)
    return made


def _dismiss() -> None:
    st.session_state["one-event"] = session.work().key


def _within(event: Event, articles: Sequence[Article]) -> tuple[Judgement, ...]:
    """Return the judgements on pairs of passages of these articles."""
    ids = tuple(f"{a.id}-" for a in articles)
    return tuple(j for j in event.judgements if j.left.startswith(ids) and j.right.startswith(ids))


@st.cache_data(scope="session", max_entries=4, show_spinner="Looking for several events …")
def proposed(key: str, _event: Event) -> tuple[Group, ...]:
    """Return the groups proposed for an event, of this key."""
    return group(_event.articles, decided=_event) if key else ()
