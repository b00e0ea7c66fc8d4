"""What the tab "Stand out" of the page Wording looks at: whose words, of how many words, against what is usual."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import streamlit as st

from framing.comparison import Comparison
from framing.measure.wording.heard import Heard, heard
from framing.measure.wording.keyness import BACKGROUNDS, Background, keyness
from framing.records import Passage
from pages import session
from pages.address import asked, asked_several, keep, keep_several

LENGTHS = (1, 2, 3)
VOICES: dict[str, Heard | None] = {"all words": None, "own voice": "own", "quoted": "quoted"}


@dataclass(frozen=True)
class Terms:
    """What was chosen, the passages with the words of that voice alone, and the table of their terms."""

    comparison: Comparison
    background: Background
    lengths: tuple[int, ...]
    voice: Heard | None

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages, all words blanked that the chosen voice does not speak."""
        return heard(self.comparison.passages, self.voice)

    @cached_property
    def table(self) -> pd.DataFrame:
        """The rows of keyness whose terms have one of the chosen lengths."""
        table = _keyness(self, session.work().key, self.background, self.voice)
        return table[table["words"].isin(self.lengths)]


def choose_terms(comparison: Comparison) -> Terms:
    """Ask whose words, against which background, and how many words a term may have."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        voice = st.segmented_control(
            "Whose words",
            list(VOICES),
            default=asked("wording-voice", VOICES, "all words"),
            required=True,
            key="wording-voice",
            persist_state="session",
        )
        background = st.segmented_control(
            "What counts as usual",
            BACKGROUNDS,
            default=asked("wording-background", BACKGROUNDS, BACKGROUNDS[0]),
            required=True,
            key="wording-background",
            persist_state="session",
            help="Each source is always held against all the others together. Before looking, a word is expected as "
            "often as here. “The other sources” is stricter about words that no other source uses.",
        )
        lengths = st.pills(
            "Words in a term",
            LENGTHS,
            default=asked_several("wording-lengths", LENGTHS, LENGTHS),
            selection_mode="multi",
            key="wording-lengths",
            persist_state="session",
        )
    keep("wording-voice", voice, "all words")
    keep("wording-background", background, BACKGROUNDS[0])
    lengths = sorted(lengths or LENGTHS)
    keep_several("wording-lengths", lengths, LENGTHS)
    return Terms(comparison, background, tuple(lengths), VOICES[voice])


# Only numbers and words of this visitor's own event, in this visitor's own cache.
@st.cache_data(scope="session", max_entries=4, show_spinner=False)
def _keyness(_terms: Terms, key: str, background: Background, voice: Heard | None) -> pd.DataFrame:  # noqa: ARG001
    if voice is None and background == BACKGROUNDS[0]:
        return _terms.comparison.keyness
    return keyness(_terms.passages, background=background)
