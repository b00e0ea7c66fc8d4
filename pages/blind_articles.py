"""Articles while the outlets' names are hidden: what is compared, under its letters; nothing can be changed here."""

from __future__ import annotations

import streamlit as st

from framing.blind.records import hidden_clean
from framing.clean import clean_in
from framing.records import ALIGNED, CleanArticle
from pages import blinding, session
from pages.reading import plain, show_text


def show() -> None:
    """Say that the names are hidden, and show each article under its letter, to be read."""
    event = session.work().event
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info("The outlets’ names are hidden. To add, change or open articles, reveal them.")
        st.button("Reveal", icon=":material/visibility:", on_click=blinding.switch, args=(event,), key="names-here")
    mask = blinding.mask_of(event)
    hidden = [hidden_clean(clean_in(event, article), mask) for article in event.articles]
    for article in sorted(hidden, key=lambda a: mask.letter_of(a.id)):
        _show_card(article, mask.letter_of(article.id))


def _show_card(article: CleanArticle, label: str) -> None:
    words = sum(len(p.text.split()) for p in article.paragraphs if p.kind in ALIGNED)
    with st.container(border=True, key=f"hidden-{article.id}", gap="small"):
        show_text(label, "fr-plain fr-note")
        show_text(article.title or "No headline", "fr-finding")
        day = (article.raw.published or "")[:10]
        show_text(" · ".join(fact for fact in (day, f"{words:,} words") if fact), "fr-plain fr-note")
        name = f"Read it as it is compared :small[{plain(label)}]"
        with st.expander(name, key=f"hidden-read-{article.id}", on_change="rerun") as reading:
            if reading.open:
                for paragraph in article.paragraphs:
                    show_text(paragraph.text, f"fr-plain fr-{paragraph.kind}")
