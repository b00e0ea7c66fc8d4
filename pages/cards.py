"""The cards of the page Articles: one an article, with its facts to edit, its text and what cleaning removed."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

import streamlit as st

from framing.clean import clean_in
from framing.comparison import labels_of
from framing.plots.text import percent
from framing.read import shared_copy
from framing.read.walls import wall_of
from framing.records import ALIGNED, Article
from pages import session
from pages.cards_facts import show_facts
from pages.cards_named import card_of
from pages.cards_text import show_texts
from pages.cards_typing import show_typing
from pages.reading import show_text

_A_PAGE = 12  # cards; more make the page slow to scroll and to answer


def show_cards() -> None:
    """Show a card for each article of the event, and what it shares word for word with which other."""
    articles = session.work().event.articles
    shared = _shared(tuple(a.id for a in articles), articles)
    labels = labels_of(articles)
    pages = -(-len(articles) // _A_PAGE)
    page = st.pagination(pages, key="cards-page") if pages > 1 else 1
    first = (page - 1) * _A_PAGE
    for number, article in enumerate(articles[first : first + _A_PAGE], first + 1):
        _show_card(article, labels[article.id], shared[article.id], f"article {number}")


def _show_card(article: Article, label: str, shared: Sequence[str], name: str) -> None:
    """Show an article's card; `name` is what its boxes and buttons are called after, to be told from the others'."""
    cleaned, card = clean_in(session.work().event, article), card_of(article)
    with st.container(border=True, key=f"card-{card}", gap="small"):
        show_facts(article, cleaned.title, card, name)
        words = sum(len(p.text.split()) for p in cleaned.paragraphs if p.kind in ALIGNED)
        facts = [label if label != article.source else None, _host(article.url or ""), f"{words:,} words"]
        show_text(" · ".join(fact for fact in facts if fact), "fr-plain fr-note")
        wall = wall_of(article.title, article.text)
        for concern in ([f"This may be no article: {wall.what}."] if wall else []) + list(shared):
            show_text(concern, "fr-warning fr-note")
        show_texts(cleaned, card, name)
        show_typing(article, card, name)


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _shared(ids: tuple[str, ...], _articles: Sequence[Article]) -> dict[str, list[str]]:
    """Return, by article id, what it shares word for word with which other article."""
    found: dict[str, list[str]] = {id: [] for id in ids}
    for copy in shared_copy(_articles):
        origin = f" ({copy.agency})" if copy.agency else ""
        twice = copy.sources[0] == copy.sources[1]
        for id, other in zip(copy.ids, reversed(copy.sources), strict=True):
            what = f"Shares {percent(copy.share)} of the shorter text with {other}{origin}."
            found[id].append(f"{other} is here twice with the same text: remove one." if twice else what)
    return found


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
