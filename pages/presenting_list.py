"""All slides as a list, each with a key that goes to it: a class asks for the one on the cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from pages.presenting_slides import Slide
from pages.reading import plain

# B and G are taken, and C and R are not to be had.
_KEYS = "123456789ADEFHIJKLMNOPQSTUVWXYZ"
_HEADS = {"title": "Begin", "finding": "Findings", "point": "Story points", "end": "End"}


def show_list(slides: Sequence[Slide], at: int, go: Callable[[int], None]) -> None:
    """Show a button for each slide that begins something, with its key as long as there are any; mark the one at."""
    st.html('<header class="fr-slide-head"><h1 class="fr-slide-say">All slides</h1></header>')
    titled = [number for number, slide in enumerate(slides, 1) if slide.title]
    open_now = max(number for number in titled if number <= at)
    with st.container(key="slide-listed"):
        before = ""
        for place, number in enumerate(titled):
            slide = slides[number - 1]
            if slide.name != before and slide.name in _HEADS:
                st.html(f'<h2 class="fr-slide-kind">{_HEADS[slide.name]}</h2>')
            before = slide.name
            st.button(
                plain(slide.title),
                key=f"slide-go-{number}",
                type="primary" if number == open_now else "tertiary",
                shortcut=_KEYS[place] if place < len(_KEYS) else None,
                on_click=go,
                args=(number,),
                wrap=True,
            )
