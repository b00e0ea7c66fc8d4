"""Articles: move an article from one of the visitor's events to another, or put all of them together."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from framing.read import join
from framing.records import Article, Event
from pages import session
from pages.articles_undo import Before, remember
from pages.works import Work


def move(article: Article, origin: Work, goal: Work | None) -> None:
    """Move an article, with what was taken out of it and put back; without a goal, into a new event."""
    to = goal or Work(Event("", ()), None)
    if to is origin:
        return
    event, its = origin.event, to.event
    if all(a.id != article.id for a in its.articles):
        restored, left_out = (
            frozenset(key for key in keys if key[0] == article.id) for keys in (event.restored, event.left_out)
        )
        its = replace(its, restored=its.restored | restored, left_out=its.left_out | left_out)
        session.change(replace(its, articles=(*its.articles, article)), to)
    session.change(replace(event, articles=tuple(a for a in event.articles if a.id != article.id)), origin)
    kept = session.aside() if goal else [*session.aside(), to]
    st.session_state["aside"] = [w for w in kept if w.event.articles]


def put_together() -> None:
    """Join all in the open event, with all that was decided on them; the first title stays."""
    waiting = session.aside()
    opened = waiting[-1] if session.work().example else session.work()
    others = [w for w in waiting if w is not opened]
    mine = replace(opened, prepared=None, concluded={}, taken_out=None)
    joined, notes = mine.event, list[str]()
    for other in others:
        both = join(joined, other.event)
        joined, notes = both.event, [*notes, *both.notes]
        mine.tables, mine.table_ids = (*mine.tables, *other.tables), (*mine.table_ids, *other.table_ids)
        mine.splits, mine.split_ids = (*mine.splits, *other.splits), (*mine.split_ids, *other.split_ids)
        mine.projects = (*mine.projects, *other.projects)
    said = f"{len(others) + 1} events were put together."
    remember(Before((opened, *others), (mine,), frozenset(("", joined.title)), said))
    st.session_state["aside"], st.session_state["work"] = [], mine
    session.change(replace(joined, judgements=tuple(dict.fromkeys(joined.judgements))), mine)
    mine.notes = tuple(dict.fromkeys(notes))
