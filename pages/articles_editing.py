"""Typing on an article's card: its source, headline, author and date."""

from __future__ import annotations

import re
from dataclasses import replace

import streamlit as st

from framing.clean import clean_in
from framing.read.dates import iso
from framing.records import Article
from pages import session
from pages.articles_changing import change_articles, exchange
from pages.boxes import settle, typed
from pages.cards_named import article_of


def shown_date(published: str | None) -> str:
    """Return a date or time as a person reads and types it."""
    return re.sub(r"(?<=\d\d:\d\d):00(?=$|[+-])", "", (published or "").replace("T", " "))


def rename(card: str) -> None:
    """Give an article the source that was typed; an empty one leaves the old."""
    article, name = article_of(card), _line(f"source-{card}")
    if not article:
        return
    if not name or (name != article.source and not exchange(article, replace(article, source=name))):
        name = article.source
    settle(f"source-{card}", name)


def entitle(card: str) -> None:
    """Give an article the headline that was typed: one found in a paragraph goes from there, an empty one is none."""
    article, title = article_of(card), _line(f"title-{card}")
    if not article:
        return
    found = clean_in(session.work().event, article).title
    if title and title != found:
        count = len(article.paragraphs)
        gone = next((i for i, p in enumerate(article.paragraphs) if not article.title and p.text == found), count)
        kept = tuple(p for i, p in enumerate(article.paragraphs) if i != gone)
        places = {i: i - (i > gone) for i in range(count) if i != gone}
        if exchange(article, replace(article, title=title, paragraphs=kept), places):
            found = title
    settle(f"title-{card}", found)


def sign(card: str) -> None:
    """Give an article the author that was typed; an empty one takes the author away."""
    author = _line(f"author-{card}") or None
    settle(f"author-{card}", author or "")
    if (article := article_of(card)) and author != article.author:
        _put(article, replace(article, author=author))


def date(card: str) -> None:
    """Give an article the date or time that was typed; what is none stays in its box, with a sentence."""
    line = _line(f"date-{card}")
    found = iso(line) if line else None
    st.session_state[f"no-date-{card}"] = line if line and not found else ""
    if (article := article_of(card)) and (found or not line):
        settle(f"date-{card}", shown_date(found))
        if found != article.published:
            _put(article, replace(article, published=found))


def _put(old: Article, new: Article) -> None:
    change_articles(tuple(new if a.id == old.id else a for a in session.work().event.articles))


def _line(name: str) -> str:
    return " ".join(typed(name).split())
