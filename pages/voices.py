"""Voices: who gets to speak in each source, with how many words and which verbs, and the statements behind it."""

from __future__ import annotations

import streamlit as st

from framing.measure.voices import speaker_shares
from framing.plots.voices_by_source import UNNAMED
from pages import session
from pages.address import asked, keep
from pages.choosing import choose
from pages.reading import plain
from pages.stopping import stop
from pages.voices_figure import drawn, lead, show_speakers
from pages.voices_reading import show_statements
from pages.voices_tables import show_tables
from pages.withheld import need_texts

EVERYWHERE = "all sources"
COUNTED = ["all statements", "quotation marks only"]

comparison = session.comparison()
need_texts(comparison)
counted = st.segmented_control(
    "Which words count",
    COUNTED,
    default=asked("voices-counted", COUNTED, COUNTED[0]),
    required=True,
    key="voices-counted",
    persist_state="session",
    help="All statements: words in quotation marks, and reported ones without marks (she said that …).",
)
keep("voices-counted", counted, COUNTED[0])
voices = comparison.voices
voices = voices[voices["type"] == "direct"] if counted == COUNTED[1] else voices
if voices.empty:
    st.info("Nobody is quoted in these articles. *Emphasis* shows what each source gives its words to.")
    stop()
shares = speaker_shares(voices, named={actor.name for actor in comparison.actors})
speakers = drawn(shares)

st.header("Who gets to speak: share of each source's quoted words by speaker", anchor=False)
st.markdown(plain(lead(shares)))
left, right = st.columns([5, 3], gap="large")
with left:
    show_speakers(shares, speakers, comparison.sources)
    show_tables(shares, voices)
with right:
    every = list(dict.fromkeys([*speakers, *shares["speaker"]]))
    speaker = choose("Speaker", every, "voices-speaker", show=lambda name: name or UNNAMED)
    source = choose("In", [EVERYWHERE, *comparison.sources], "voices-source")
    rows = voices[(voices["speaker"] == speaker) & ((voices["source"] == source) | (source == EVERYWHERE))]
    st.caption("Tinted: what is quoted. Underlined: who speaks, as named there. In italics: the verb.")
    if rows.empty:
        st.info(f"{plain(source)} does not quote {plain(speaker or UNNAMED)}.")
    show_statements(comparison, rows)
