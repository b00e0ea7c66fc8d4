"""The buttons of the title bar: hide or reveal the outlets' names, and present."""

from __future__ import annotations

import streamlit as st

from framing.records import Event
from pages import blinding, presenting


def show_buttons(event: Event) -> None:
    """Show the buttons that fit how many articles there are."""
    if not event.articles:
        return
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
            help="Large letters, one thing at a time. Arrow keys turn, G lists all slides, B hides or reveals the "
            "names, Escape leaves.",
        )
