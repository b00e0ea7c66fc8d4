"""Changes to an article of the visitor's event: its source, headline and date, with what was decided on it kept."""

from __future__ import annotations

import re
from dataclasses import replace

import streamlit as st

from framing.clean import clean
from framing.read.dates import iso
from framing.records import Article, Event
from pages import session


def shown_date(published: str | None) -> str:
    """Return a date or time as a person reads and types it."""
    return re.sub(r"(?<=\d\d:\d\d):00(?=$|[+-])", "", (published or "").replace("T", " "))


def rename(article: Article) -> None:
    """Give an article the source that was typed; an empty one leaves the old."""
    field = f"source-{article.id}"
    name = " ".join(st.session_state[field].split())
    if not name or (name != article.source and not _exchange(article, replace(article, source=name))):
        st.session_state[field] = article.source


def entitle(article: Article) -> None:
    """Give an article the headline that was typed; one that was found in its first paragraph goes from there.

    An empty one leaves the old.
    """
    event, field = session.work().event, f"title-{article.id}"
    title = " ".join(st.session_state[field].split())
    found = clean(article, restored=event.restored, off=event.rules_off).title
    if not title:
        st.session_state[field] = found
    if title in ("", found):
        return
    place = next((i for i, p in enumerate(article.paragraphs) if not article.title and p.text == found), None)
    kept = tuple(p for i, p in enumerate(article.paragraphs) if i != place)
    if not _exchange(article, replace(article, title=title, paragraphs=kept), gone=place):
        st.session_state[field] = found


def date(article: Article) -> None:
    """Give an article the date or time that was typed; what is none stays in its box, with a sentence."""
    field = f"date-{article.id}"
    typed = st.session_state[field].strip()
    found = iso(typed) if typed else None
    if typed and not found:
        st.session_state[f"no-{field}"] = typed
        return
    st.session_state.pop(f"no-{field}", None)
    st.session_state[field] = shown_date(found)
    if found != article.published:
        event = session.work().event
        change_articles(tuple(replace(a, published=found) if a.id == article.id else a for a in event.articles))


def take_out(article: Article) -> None:
    """Take an article out of the event; it can be brought back."""
    change_articles(tuple(a for a in session.work().event.articles if a.id != article.id))
    session.work().taken_out = article


def change_articles(articles: tuple[Article, ...], event: Event | None = None) -> None:
    """Keep other articles; an example that was changed is the visitor's own event."""
    session.work().example = None
    session.change(replace(event or session.work().event, articles=articles))


def _exchange(old: Article, new: Article, gone: int | None = None) -> bool:
    """Put the changed article in the place of the old one; False, with a note, where it is in the event already."""
    mine = session.work()
    event = mine.event
    if any(a.id == new.id for a in event.articles if a.id != old.id):
        mine.notes = (
            f"{new.source} is here already with this very headline and text; nothing was changed. "
            "Remove one of the two articles.",
        )
        return False
    articles = tuple(new if a.id == old.id else a for a in event.articles)
    change_articles(articles, renumbered(event, old.id, new.id, gone))
    mine.table_ids, mine.split_ids = (
        tuple(frozenset(new.id if id == old.id else id for id in ids) for ids in given)
        for given in (mine.table_ids, mine.split_ids)
    )
    return True


def renumbered(event: Event, old: str, new: str, gone: int | None = None) -> Event:
    """Carry what a person decided about an article over to its new id, which comes from its source and headline too.

    `gone` is the place of a paragraph that the article no longer has.
    """
    restored = frozenset(
        (new, index - (gone is not None and index > gone)) if id == old else (id, index)
        for id, index in event.restored
        if not (id == old and index == gone)
    )
    judgements = []
    for judgement in event.judgements:
        left, right = sorted(id.replace(f"{old}-", f"{new}-") for id in (judgement.left, judgement.right))
        judgements.append(replace(judgement, left=left, right=right))
    return replace(event, restored=restored, judgements=tuple(judgements))
