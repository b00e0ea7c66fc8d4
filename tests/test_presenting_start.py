"""Presenting begins where the address asks for a slide, and never where nothing can be shown."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from framing.records import Article, Event, Paragraph
    from pages import presenting

    count = int(st.query_params["articles"])
    presenting.begin()
    event = Event("", tuple(Article(source, (Paragraph("Told."),)) for source in "ABC"[:count]))
    st.text(presenting.is_on() and presenting.can(event))
    st.text(presenting.is_on())


@pytest.mark.parametrize(
    ("asked", "articles", "presents"),
    [
        ("1", 2, True),
        ("9999", 3, True),
        ("9" * 5000, 2, False),
        ("0", 2, False),
        ("²", 2, False),
        ("2", 1, False),
        ("2", 0, False),
    ],
)
def test_one_presents_only_a_slide_and_only_what_can_be_compared(asked: str, articles: int, presents: bool) -> None:
    app = AppTest.from_function(_page)
    app.query_params["present"], app.query_params["articles"] = asked, str(articles)
    assert [text.value for text in app.run().text] == [str(presents)] * 2
