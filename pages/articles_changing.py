"""Changes to the visitor's articles: what was decided on one goes with it to its new id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from framing.records import Article, Event
from pages import session
from pages.cards_named import article_of, card_of


def remove(card: str) -> None:
    """Take the article on a card out of the event; it can be brought back."""
    if article := article_of(card):
        change_articles(tuple(a for a in session.work().event.articles if a.id != article.id))
        session.work().notes, session.work().taken_out = (), article


def change_articles(articles: tuple[Article, ...], event: Event | None = None) -> None:
    """Keep other articles; an example that was changed is the visitor's own event.

    What was said on the page stays: were it gone, all below would move up under the mouse, and a click would miss.
    """
    mine = session.work()
    mine.example, notes = None, mine.notes
    session.change(replace(event or mine.event, articles=articles))
    mine.notes = notes


def exchange(old: Article, new: Article, places: Mapping[int, int] | None = None) -> bool:
    """Put the changed article in the place of the old one; False, with a note, where it is in the event already.

    `places` leads from a paragraph's old place to its new one; without it none moved.
    """
    mine = session.work()
    event = mine.event
    if any(a.id == new.id for a in event.articles if a.id != old.id):
        mine.notes = (
            f"{new.source} is here already with this very headline and text; nothing was changed. "
            "Remove one of the two articles.",
        )
        return False
    st.session_state["cards"] = {k: v for k, v in st.session_state.get("cards", {}).items() if k != old.id} | {
        new.id: card_of(old)
    }
    articles = tuple(new if a.id == old.id else a for a in event.articles)
    mine.notes = tuple(
        f"{new.source}{note.removeprefix(old.source)}" if note.startswith(old.source) else note for note in mine.notes
    )
    change_articles(articles, renumbered(event, old.id, new.id, places))
    mine.table_ids, mine.split_ids = (
        tuple(frozenset(new.id if id == old.id else id for id in ids) for ids in given)
        for given in (mine.table_ids, mine.split_ids)
    )
    return True


def renumbered(event: Event, old: str, new: str, places: Mapping[int, int] | None = None) -> Event:
    """Carry what a person decided about an article over to its new id; what was said of paragraphs now gone goes."""

    def moved(keys: frozenset[tuple[str, int]]) -> frozenset[tuple[str, int]]:
        mine = {index for id, index in keys if id == old}
        now = mine if places is None else {places[index] for index in mine & places.keys()}
        return frozenset((id, index) for id, index in keys if id != old) | {(new, index) for index in now}

    judgements = []
    for judgement in event.judgements:
        left, right = sorted(id.replace(f"{old}-", f"{new}-") for id in (judgement.left, judgement.right))
        judgements.append(replace(judgement, left=left, right=right))
    return replace(event, restored=moved(event.restored), left_out=moved(event.left_out), judgements=tuple(judgements))
