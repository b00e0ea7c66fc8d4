"""The names of the articles' cards: an article keeps its card when its id changes.

The id comes from its source and text. A card that changed its key with it would be another one for the browser, and the
click that follows the typing would be lost.
"""

from __future__ import annotations

import streamlit as st

from framing.records import Article
from pages import session


def card_of(article: Article) -> str:
    """Return the name of an article's card, which stays when the article gets another id."""
    cards: dict[str, str] = st.session_state.setdefault("cards", {})
    if article.id not in cards:
        cards[article.id] = article.id if article.id not in cards.values() else f"{article.id}-{len(cards)}"
    return cards[article.id]


def article_of(card: str) -> Article | None:
    """Return the article that is on a card now."""
    return next((a for a in session.work().event.articles if card_of(a) == card), None)
