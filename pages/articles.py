"""Articles: add what is to be compared, see and mend what was read, save it, or open something else."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages import session
from pages.articles_adding import show_box
from pages.articles_boundaries import show_splits
from pages.articles_columns import show_tables
from pages.articles_event import show_event
from pages.articles_fetching import fetch
from pages.articles_files import read_files
from pages.articles_links import show_offer
from pages.articles_notes import show_notes
from pages.articles_opening import show_openings
from pages.articles_pile import show_proposal
from pages.articles_rules import show_rules
from pages.articles_undo import show_undo
from pages.articles_waiting import show_waiting
from pages.cards import show_cards
from pages.reading import plain


def bring_back() -> None:
    """Put the article back that was removed last."""
    gone, mine.taken_out = mine.taken_out, None
    if gone:
        session.change(replace(mine.event, articles=(*mine.event.articles, gone)))


mine = session.work()
left, right = st.columns([2, 3], gap="large")
with left:
    st.header("Add articles about one event", anchor=False)
    show_box()
    st.header("Or open", anchor=False)
    show_openings()
with right:
    read_files()
    fetch()
    show_notes(mine.notes)
    show_offer()
    show_tables()
    show_splits()
    if mine.taken_out and all(a.id != mine.taken_out.id for a in mine.event.articles):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(plain(f"{mine.taken_out.source} was removed."))
            st.button("Undo", on_click=bring_back)
    show_event()
    show_proposal()
    show_undo()
    show_waiting()
    if mine.event.articles:
        show_rules()
        show_cards()
