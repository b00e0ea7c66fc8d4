"""Articles: the visitor's events of this visit; one is open, the others wait, and articles move between them."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

import streamlit as st

from framing.clean import clean_in
from framing.records import Article
from pages import session
from pages.articles_moving import move, put_together
from pages.folding import fold
from pages.reading import plain, show_text
from pages.works import Work

_LONGEST = 70  # characters of a headline in a line


def show_waiting() -> None:
    """Show the events that were set aside in this visit, to open them or to move articles between them."""
    waiting = session.aside()
    if not waiting:
        return
    count = "1 other event" if len(waiting) == 1 else f"{len(waiting)} other events"
    with fold(f"{count} of yours in this visit", "waiting", ":material/stacks:") as box:
        if box.open:
            mine = session.work()
            works = waiting if mine.example else [mine, *waiting]
            for place, each in enumerate(works):
                _show_work(each, place, works)
            st.button("Put all of them in one event", on_click=put_together, type="tertiary", icon=":material/merge:")


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
                show_text(_line(article, clean_in(each.event, article).title))
            key = f"pile-to-{place}-{article.id}"  # an article may be in two events
            st.session_state[key] = place
            choice.selectbox(
                plain(f"Event of {article.source}"), [*range(len(works)), -1], key=key, label_visibility="collapsed",
                on_change=_move, args=(article, place, works),
                format_func=lambda n: "A new event" if n < 0 else f"{n + 1}. {_name(works[n])}"[:_LONGEST],
            )  # fmt: skip


def _move(article: Article, place: int, works: Sequence[Work]) -> None:
    to = st.session_state[f"pile-to-{place}-{article.id}"]
    move(article, works[place], works[to] if to >= 0 else None)


def _name(mine: Work) -> str:
    return mine.event.title or next((a.title for a in mine.event.articles if a.title), "Event without a title")


def _line(article: Article, title: str) -> str:
    title = shorten(title or article.text, _LONGEST, placeholder=" …")
    day = (article.published or "")[:10]
    return " · ".join(part for part in (article.source, day, title) if part)
