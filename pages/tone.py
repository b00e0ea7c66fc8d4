"""Tone: what each source's tone is, how far apart sources are and why, through one instrument at a time."""

from __future__ import annotations

import streamlit as st

from framing.measure import INSTRUMENTS
from framing.measure.voice import Voice
from pages import session
from pages.address import asked, keep, show_tabs
from pages.stopping import stop
from pages.tone_actors import show_actors
from pages.tone_along import show_along
from pages.tone_frames import show_frames
from pages.tone_gaps import show_gaps
from pages.tone_instruments import show_instruments
from pages.tone_points import show_points
from pages.tone_split import show_split
from pages.tone_view import View

VOICES: dict[str, Voice | None] = {"all words": None, "own voice": "own", "quoted": "quoted"}
TABS = {
    "Story points": show_points,
    "Differences": show_gaps,
    "How or what": show_split,
    "Along the article": show_along,
    "Towards actors": show_actors,
    "Instruments": show_instruments,
    "Frames (exploratory)": show_frames,
}

comparison = session.comparison()
with st.container(horizontal=True, vertical_alignment="bottom"):
    instrument = st.selectbox(
        "Instrument",
        comparison.instruments,
        index=comparison.instruments.index(asked("instrument", comparison.instruments, comparison.main_instrument)),
        format_func=lambda name: INSTRUMENTS[name].label,
        key="instrument",
        persist_state="session",
        width=320,
    )
    voice = st.segmented_control(
        "Whose words",
        list(VOICES),
        default=asked("voice", VOICES, "all words"),
        required=True,
        key="voice",
        persist_state="session",
    )
keep("instrument", instrument, comparison.main_instrument)
keep("voice", voice, "all words")
view = View(comparison, INSTRUMENTS[instrument], VOICES[voice])
if view.rows.empty:
    st.info("No sentence here has words in this voice that this instrument can measure.")
    stop()
show_tabs(TABS, "tone-tab", view)
