"""An article's card: its source, date, author and headline, each in a box to type in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from framing.records import Article
from pages import articles_changing, articles_editing
from pages.articles_editing import shown_date
from pages.boxes import box
from pages.reading import plain

_DATES = (
    "A day, or a day and a time, as you would write it: 14 October 2025, 7:20. In a number such as 3/4/2025 the day is "
    "read first."
)


_TAKEN: Mapping[str, Callable[[str], None]] = {
    "source": articles_editing.rename,
    "date": articles_editing.date,
    "author": articles_editing.sign,
    "title": articles_editing.entitle,
}
"""What takes what was typed, by the name of the box."""


def show_facts(article: Article, title: str, card: str, name: str) -> None:
    """Show what is known of an article, to edit it, and the button that removes it; `name` tells it from the others."""
    unknown = "not known"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall", key=f"facts-{card}"):
        _show(f"Source of {name}", "source", article.source, card, max_chars=80, width=180)
        told = shown_date(article.published)
        _show(f"Published of {name}", "date", told, card, max_chars=60, help=_DATES, placeholder=unknown, width=185)
        _show(f"Author of {name}", "author", article.author or "", card, max_chars=200, placeholder=unknown, width=155)
        st.button(
            f"Remove :small[{name}]", key=f"remove-{card}", icon=":material/delete:",
            on_click=articles_changing.remove, args=(card,),
        )  # fmt: skip
    if typed := st.session_state.get(f"no-date-{card}"):
        st.error(plain(f"“{typed}” is not a date that can be read; write it as 2025-10-14 or 2025-10-14 07:20."))
    _show(f"Headline of {name}", "title", title, card, max_chars=300, placeholder="none found")


def _show(label: str, name: str, value: str, card: str, **options: Any) -> None:
    st.text_input(label, value, key=box(f"{name}-{card}", value), on_change=_TAKEN[name], args=(card,), **options)
