"""The cards of the page Articles: one an article, with its facts to edit and what cleaning removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

import streamlit as st

from framing.clean import clean
from framing.comparison import labels_of
from framing.read import shared_copy
from framing.read.walls import wall_of
from framing.records import ALIGNED, Article, CleanArticle
from pages import articles_editing, session
from pages.reading import plain, show_text

_A_PAGE = 12  # cards; more make the page slow to scroll and to answer


def show_cards() -> None:
    """Show a card for each article of the event, and of agency copy what each shares with which other."""
    articles = session.work().event.articles
    shared = _shared(tuple(a.id for a in articles), articles)
    labels = labels_of(articles)
    pages = -(-len(articles) // _A_PAGE)
    page = st.pagination(pages, key="cards-page") if pages > 1 else 1
    for article in articles[(page - 1) * _A_PAGE : page * _A_PAGE]:
        _show_card(article, labels[article.id], shared[article.id])


def _show_card(article: Article, label: str, shared: Sequence[str]) -> None:
    event = session.work().event
    cleaned = clean(article, restored=event.restored, off=event.rules_off)
    with st.container(border=True, key=f"card-{article.id}", gap="small"):
        _show_fields(article, cleaned)
        host = _host(article.url or "")
        words = sum(len(p.text.split()) for p in cleaned.paragraphs if p.kind in ALIGNED)
        facts = [label if label != article.source else None, article.author, host, f"{words:,} words"]
        show_text(" · ".join(fact for fact in facts if fact), "fr-plain fr-note")
        wall = wall_of(article.title, article.text)
        for concern in ([f"This may be no article: {wall.what}."] if wall else []) + list(shared):
            show_text(concern, "fr-warning fr-note")
        with st.expander("Read it as it is compared", key=f"read-{article.id}", on_change="rerun") as reading:
            if reading.open:
                for paragraph in cleaned.paragraphs:
                    show_text(paragraph.text, f"fr-plain fr-{paragraph.kind}")
        if cleaned.removed:
            name = f"removed-{article.id}"
            with st.expander(
                f"{len(cleaned.removed)} removed as page furniture", key=name, on_change="rerun"
            ) as removed:
                if removed.open:
                    _show_removed(cleaned)


def _show_fields(article: Article, cleaned: CleanArticle) -> None:
    id = article.id
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Source", article.source, key=f"source-{id}", on_change=articles_editing.rename, args=(article,),
            max_chars=80, width=260,
        )  # fmt: skip
        st.text_input(
            "Published", articles_editing.shown_date(article.published), key=f"date-{id}",
            placeholder="not known", on_change=articles_editing.date, args=(article,), max_chars=60, width=240,
            help="A day, or a day and a time, as you would write it: 14 October 2025, 7:20. A number such as 3/4/2025 "
            "is read as the day first.",
        )  # fmt: skip
        st.button(
            "Remove", key=f"remove-{id}", icon=":material/delete:", on_click=articles_editing.take_out, args=(article,)
        )
    if typed := st.session_state.get(f"no-date-{id}"):
        st.error(plain(f"“{typed}” is not a date that can be read; write it as 2025-10-14 or 2025-10-14 07:20."))
    st.text_input(
        "Headline", cleaned.title, key=f"title-{id}", on_change=articles_editing.entitle, args=(article,),
        placeholder="none found", max_chars=300,
    )  # fmt: skip


def _show_removed(cleaned: CleanArticle) -> None:
    for removal in cleaned.removed:
        with st.container(key=f"removal-{cleaned.id}-{removal.index}", gap="xsmall"):
            show_text(removal.text)
            st.caption(plain(f"{removal.rule}: {removal.reason}"))
            with st.container(horizontal=True):
                name = f"{cleaned.id}-{removal.index}"
                st.button("Put back", key=f"back-{name}", on_click=_put_back, args=(cleaned.id, removal.index))
                st.button(
                    "Never use this rule here", key=f"off-{name}", type="tertiary", on_click=_switch_off,
                    args=(removal.rule,), help=plain(f"Switch the rule “{removal.rule}” off for this event."),
                )  # fmt: skip


def _put_back(article: str, index: int) -> None:
    event = session.work().event
    session.change(replace(event, restored=event.restored | {(article, index)}))


def _switch_off(rule: str) -> None:
    event = session.work().event
    session.change(replace(event, rules_off=event.rules_off | {rule}))


@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _shared(ids: tuple[str, ...], _articles: Sequence[Article]) -> dict[str, list[str]]:
    """Return, by article id, what it shares word for word with which other article."""
    found: dict[str, list[str]] = {id: [] for id in ids}
    for copy in shared_copy(_articles):
        origin = f" ({copy.agency})" if copy.agency else ""
        for id, other in zip(copy.ids, reversed(copy.sources), strict=True):
            found[id].append(f"Shares {copy.share:.0%} of the shorter text with {other}{origin}.")
    return found


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
