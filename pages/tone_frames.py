"""Tone, tab "Frames (exploratory)": how close the sources stand to known frames, or to axes the visitor writes."""

from __future__ import annotations

import streamlit as st

from framing.measure.frames import SETS, Exploration, FrameSet
from pages.address import asked, asked_text, keep
from pages.reading import show_text
from pages.tone_closeness import close_to_axes, close_to_frames
from pages.tone_closest import show_marks, show_passages
from pages.tone_view import View

MOST = 600  # characters
OWN = "My own axes"
CHOICES: dict[str, FrameSet | None] = {label: name for name, label in SETS.items()} | {OWN: None}
ABOUT = """
:material/explore: **Exploratory.** A frame stands here for ten sentences written for this project; a passage is *close*
when it sounds like them to the embedding model. That is a place to start reading, not a finding: it says which words
and things a passage speaks of, **not** which side it takes, how important the frame is to it, or why. How often it is
right, and on what, stands on the page *Methods*. The instrument chosen above plays no part here; whose words does.
"""


def show_frames(view: View) -> None:
    """Ask for frames or axes; show where the sources stand, and the passages behind the mark that was clicked."""
    st.markdown(ABOUT)
    chosen = st.segmented_control(
        "Close to what",
        list(CHOICES),
        default=asked("frames", CHOICES, next(iter(CHOICES))),
        required=True,
        key="frames",
        persist_state="session",
    )
    keep("frames", chosen, next(iter(CHOICES)))
    kind = CHOICES[chosen]
    found = close_to_frames(view, kind) if kind else _asked_axes(view)
    if found is None or found.sources.empty:
        if found is not None:
            st.info("Only one source has words in this voice, so there is nothing to compare it with.")
        return
    left, right = st.columns([5, 3], gap="large")
    with left:
        title = "How close each source stands to each frame" if kind else "Where each source stands between the poles"
        st.header(title, anchor=False)
        clicked = show_marks(view, found, kind)
    with right:
        show_passages(view, found, clicked, axes=kind is None)


def _asked_axes(view: View) -> Exploration | None:
    st.session_state.setdefault("frame-axes", asked_text("frame-axes", "", MOST))
    written = st.text_area(
        "Axes, one a line: two poles with a dash between",
        placeholder="legal – illegal\nthreat – opportunity",
        key="frame-axes",
        persist_state="session",
        height=96,
        max_chars=MOST,
    )
    keep("frame-axes", written, "")
    if not written.strip():
        st.info("Write two poles, as in “legal – illegal”: each source gets its place between them.")
        return None
    try:
        return close_to_axes(view, written)
    except ValueError as error:
        show_text(str(error), "fr-finding")
        return None
