"""The buttons of the title bar: save, hide or reveal the outlets' names, and present."""

from __future__ import annotations

import streamlit as st

from pages import blinding, presenting, session, unsaved
from pages.works import Work


def show_links(mine: Work, page: str) -> None:
    """Show the way on: from the articles to the comparison, before all the cards; from an example to own articles."""
    if page == "Articles" and len(mine.event.articles) > 1:
        st.page_link("overview.py", label="Compare them", icon=":material/waves:", width="content")
    elif page != "Articles" and mine.example:
        st.page_link("articles.py", label="Compare your own articles", icon=":material/add:", width="content")


def show_buttons(mine: Work) -> None:
    """Show the buttons that fit how many articles there are, and whether they are saved."""
    event = mine.event
    if not event.articles:
        return
    if unsaved.is_unsaved(mine):
        st.button(
            "Save this event",
            key="save-here",
            icon=":material/save:",
            type="tertiary",
            on_click=session.save,
            help="It is not saved: it is gone when this tab is closed or reloaded.",
        )
    hidden = blinding.is_on()
    st.button(
        "Reveal names" if hidden else "Hide names",
        key="names",
        icon=":material/visibility:" if hidden else ":material/visibility_off:",
        type="primary" if hidden else "tertiary",
        on_click=blinding.switch,
        args=(event,),
        help="Show whose articles these are." if hidden else "Blind reading: letters for outlets, on every page.",
    )
    if len(event.articles) > 1:
        st.button(
            "Present",
            key="present-start",
            icon=":material/slideshow:",
            type="tertiary",
            on_click=presenting.start,
            help="Large letters, one thing at a time. Arrow keys turn, G lists all slides, T shows a figure as a "
            "table, B hides or reveals the names, Escape leaves.",
        )
