"""Articles: the visitor's event as a whole, with its title and what can be done with it."""

from __future__ import annotations

import json
from dataclasses import replace

import streamlit as st

from framing.read import event_to_json
from framing.records import Event
from pages import session
from pages.owner import how_saved
from pages.withheld import numbers_only, show_numbers
from pages.works import Work


def show_event() -> None:
    """Show the event's title, and what to do next."""
    mine = session.work()
    count = len(mine.event.articles)
    st.header(f"In this event: {'1 article' if count == 1 else f'{count} articles'}", anchor=False)
    if count and not mine.example:
        st.session_state["event-title"] = mine.event.title
        st.text_input(
            "Title of the event", key="event-title", on_change=_entitle, placeholder="optional", max_chars=120
        )
    if project := numbers_only(mine.event, mine.projects):
        show_numbers(project)
    elif not count:
        st.info("Paste a text or a link, add files, or open an example.")
    elif count == 1:
        st.info("Add at least one more article about the same event, and they can be compared.")
    if count:
        _show_actions(mine)
    if mine.saved and not count:
        st.caption("The saved event keeps the articles it had until you add one here.")
    elif mine.saved:
        st.caption(how_saved())
    elif count and not mine.example:
        st.caption("Not saved: it is gone when this tab is closed or reloaded.")


def _show_actions(mine: Work) -> None:
    with st.container(horizontal=True):
        if len(mine.event.articles) > 1 and st.button("Compare them", type="primary", icon=":material/waves:"):
            st.switch_page("overview.py")
        if not mine.saved:
            st.button("Save", icon=":material/save:", on_click=session.save, help="Keep the event.")
        st.download_button(
            "Download as an event file",
            data=lambda: json.dumps(event_to_json(mine.event), ensure_ascii=False, indent=1),
            file_name="event.json",
            mime="application/json",
            on_click="ignore",
            icon=":material/download:",
            help="The articles with everything you decided. Add the file here to go on with them.",
        )
        if not mine.example:
            st.button(
                "Begin another event",
                icon=":material/note_add:",
                on_click=session.open_event,
                args=(Event("", ()),),
                help="This one is set aside, with everything you did.",
            )


def _entitle() -> None:
    session.keep(replace(session.work().event, title=st.session_state["event-title"].strip()))
