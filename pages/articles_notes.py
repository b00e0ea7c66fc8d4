"""Articles: sentences on what was read; many of them fold, so that the cards stay in sight."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages.reading import show_text

_MOST = 3


def show_notes(notes: Sequence[str]) -> None:
    """Show the sentences, more than three behind a line that counts them."""
    if len(notes) > _MOST:
        with st.expander(f"{len(notes)} notes on what was read", key="notes", icon=":material/info:"):
            _show(notes)
    else:
        _show(notes)


def _show(notes: Sequence[str]) -> None:
    for note in notes:
        show_text(note, "fr-warning")
