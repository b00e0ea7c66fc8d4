"""Articles: what can be opened instead: an example, a saved event, an event that was set aside."""

from __future__ import annotations

import streamlit as st

from framing.read import open_example
from framing.resources import example_events
from pages import session
from pages.library import show_library
from pages.reading import plain


def show_openings() -> None:
    """Show the examples and the saved events, each list when its tab is open."""
    if session.work().example:
        st.caption("An example is open. Adding an article begins an event of your own; the example stays.")
        if session.aside():
            st.button("Back to your own event", icon=":material/undo:", on_click=session.go_back)
    examples, saved = st.tabs(["Examples", "Saved"], key="openings", on_change="rerun")
    with examples:
        if examples.open:
            _show_examples()
    with saved:
        if saved.open:
            show_library()


def _show_examples() -> None:
    with st.container(key="examples", gap="xsmall"):
        for name in example_events():
            example = open_example(name)
            st.button(
                plain(f"{example.title} ({len(example.articles)} articles)"),
                key=f"example-{name}",
                type="tertiary",
                icon=":material/article:",
                on_click=session.open_event,
                args=(example, name),
                wrap=True,
            )
