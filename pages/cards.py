"""The cards of the page Articles: one an article, with its source to edit and what cleaning removed."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from framing.clean import clean
from framing.compare import labels_of
from framing.records import ALIGNED, Article, CleanArticle, Event
from pages import session
from pages.reading import plain, show_text


def show_card(article: Article) -> None:
    """Show one article: its source to edit, its headline, its length and what was removed."""
    cleaned = clean(article, restored=session.work().event.restored)
    with st.container(border=True, key=f"card-{article.id}"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            name = f"source-{article.id}"
            st.text_input("Source", article.source, key=name, on_change=_rename, args=(article,), max_chars=80)
            st.button(
                "Remove", key=f"remove-{article.id}", icon=":material/delete:", on_click=_take_out, args=(article,)
            )
        show_text(cleaned.title or "No headline found", "fr-finding")
        words = sum(len(p.text.split()) for p in cleaned.paragraphs if p.kind in ALIGNED)
        label = labels_of(session.work().event.articles)[article.id]
        facts = [
            label if label != article.source else None,
            article.author,
            (article.published or "")[:10],
            f"{words} words",
        ]
        st.caption(plain(" · ".join(fact for fact in facts if fact)))
        with st.expander("Read it as it is compared", key=f"read-{article.id}", on_change="rerun") as reading:
            if reading.open:
                for paragraph in cleaned.paragraphs:
                    show_text(paragraph.text, f"fr-plain fr-{paragraph.kind}")
        if cleaned.removed:
            with st.expander(f"{len(cleaned.removed)} removed as page furniture", key=f"removed-{article.id}"):
                _show_removed(cleaned)


def _show_removed(cleaned: CleanArticle) -> None:
    for removal in cleaned.removed:
        text, button = st.columns([4, 1], vertical_alignment="center")
        with text:
            show_text(removal.text)
            st.caption(plain(f"{removal.rule}: {removal.reason}"))
        name = f"back-{cleaned.id}-{removal.index}"
        button.button("Put back", key=name, on_click=_put_back, args=(cleaned.id, removal.index))


def _put_back(article: str, index: int) -> None:
    event = session.work().event
    session.change(replace(event, restored=event.restored | {(article, index)}))


def _rename(article: Article) -> None:
    name = st.session_state[f"source-{article.id}"].strip()
    if not name:
        st.session_state[f"source-{article.id}"] = article.source
    elif name != article.source:
        renamed = replace(article, source=name)
        event = _renumber(session.work().event, article.id, renamed.id)
        _change_articles(event, tuple(renamed if a == article else a for a in event.articles))


def _take_out(article: Article) -> None:
    event = session.work().event
    _change_articles(event, tuple(a for a in event.articles if a != article))
    session.work().taken_out = article


def _change_articles(event: Event, articles: tuple[Article, ...]) -> None:
    session.work().example = None  # an example that was changed is the visitor's own event
    session.change(replace(event, articles=articles))


def _renumber(event: Event, old: str, new: str) -> Event:
    """Carry what a person decided about an article over to its new id, which comes from its source's name too."""
    restored = frozenset((new if id == old else id, index) for id, index in event.restored)
    judgements = []
    for judgement in event.judgements:
        left, right = sorted(id.replace(f"{old}-", f"{new}-") for id in (judgement.left, judgement.right))
        judgements.append(replace(judgement, left=left, right=right))
    return replace(event, restored=restored, judgements=tuple(judgements))
