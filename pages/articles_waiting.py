"""Articles: the visitor's events of this visit; one is open, the others wait, and articles move between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten

import streamlit as st

from framing.read import join
from framing.records import Article, Event
from pages import session
from pages.reading import plain, show_text
from pages.session import Work

_LONGEST = 70  # characters of a headline in a line


def show_waiting() -> None:
    """Show the events that were set aside in this visit, to open them or to move articles between them."""
    waiting = session.aside()
    if not waiting:
        return
    count = "1 other event" if len(waiting) == 1 else f"{len(waiting)} other events"
    with st.expander(
        f"{count} of yours in this visit", key="waiting", on_change="rerun", icon=":material/stacks:"
    ) as box:
        if box.open:
            mine = session.work()
            works = waiting if mine.example else [mine, *waiting]
            for place, each in enumerate(works):
                _show_work(each, place, works)
            st.button("Put all of them in one event", on_click=_put_together, type="tertiary", icon=":material/merge:")


def _show_work(each: Work, place: int, works: Sequence[Work]) -> None:
    is_open = each is session.work()
    with st.container(border=True, key=f"pile-{place}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            show_text(_name(each), "fr-finding")
            if is_open:
                st.badge("open")
            else:
                st.button("Open", key=f"pile-open-{place}", on_click=session.open_work, args=(each,))
        for article in each.event.articles:
            line, choice = st.columns([5, 2], vertical_alignment="center", gap="small")
            with line:
                show_text(_line(article))
            key = f"pile-to-{place}-{article.id}"  # an article may be in two events
            st.session_state[key] = place
            choice.selectbox(
                plain(f"Event of {article.source}"), [*range(len(works)), -1], key=key, label_visibility="collapsed",
                on_change=_move, args=(article, place, works),
                format_func=lambda n: "A new event" if n < 0 else f"{n + 1}. {_name(works[n])}"[:_LONGEST],
            )  # fmt: skip


def _move(article: Article, place: int, works: Sequence[Work]) -> None:
    origin, to = works[place], st.session_state[f"pile-to-{place}-{article.id}"]
    goal = works[to] if to >= 0 else Work(Event("", ()), None)
    if goal is origin:
        return
    event = origin.event
    put_back = frozenset((id, index) for id, index in event.restored if id == article.id)
    if all(a.id != article.id for a in goal.event.articles):
        joined = replace(goal.event, articles=(*goal.event.articles, article), restored=goal.event.restored | put_back)
        session.change(joined, goal)
    session.change(replace(event, articles=tuple(a for a in event.articles if a.id != article.id)), origin)
    kept = [*session.aside(), goal] if to < 0 else session.aside()
    st.session_state["aside"] = [w for w in kept if w.event.articles]


def _put_together() -> None:
    """Join all in the open event, with all that was decided on them; the first title stays."""
    waiting = session.aside()
    mine = waiting[-1] if session.work().example else session.work()
    joined, notes = mine.event, list[str]()
    for other in (w for w in waiting if w is not mine):
        both = join(joined, other.event)
        joined, notes = both.event, [*notes, *both.notes]
        mine.tables, mine.table_ids = (*mine.tables, *other.tables), (*mine.table_ids, *other.table_ids)
        mine.splits, mine.split_ids = (*mine.splits, *other.splits), (*mine.split_ids, *other.split_ids)
        mine.projects = (*mine.projects, *other.projects)
    st.session_state["aside"], st.session_state["work"] = [], mine
    session.change(replace(joined, judgements=tuple(dict.fromkeys(joined.judgements))), mine)
    mine.notes = tuple(dict.fromkeys(notes))


def _name(mine: Work) -> str:
    return mine.event.title or next((a.title for a in mine.event.articles if a.title), "Event without a title")


def _line(article: Article) -> str:
    title = shorten(article.title or article.text, _LONGEST, placeholder=" …")
    day = (article.published or "")[:10]
    return " · ".join(part for part in (article.source, day, title) if part)
