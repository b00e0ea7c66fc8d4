"""What the tabs of the page Tone share: the instrument and voice that were chosen, and the comparisons."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from framing.blind import measured, name_of
from framing.comparison import Comparison
from framing.measure import Instrument, differences
from framing.measure.in_voice import in_voice
from framing.measure.voice import Voice
from pages import session


@dataclass(frozen=True)
class View:
    """What is looked at: a comparison, through one instrument, in all words or one voice."""

    comparison: Comparison
    instrument: Instrument
    voice: Voice | None

    @property
    def scale(self) -> str:
        """The instrument's label inside a sentence."""
        label = self.instrument.label
        return label if label[:2].isupper() else label[0].lower() + label[1:]

    @property
    def heard(self) -> pd.DataFrame:
        """The tone table of the sentences in the chosen voice, every instrument."""
        tone = self.comparison.tone
        return in_voice(tone[tone["words"] > 0], self.voice)

    @property
    def rows(self) -> pd.DataFrame:
        """The rows of `heard` that the chosen instrument could measure."""
        heard = self.heard
        return heard[(heard["instrument"] == self.instrument.name) & heard["score"].notna()]

    @property
    def labels(self) -> dict[str, str]:
        """What each scope is called."""
        return {p.id: p.label for p in self.comparison.points} | {"all": "Whole articles"}

    def gaps(self, reference: str | None = None) -> pd.DataFrame:
        """Return the differences by the chosen instrument and voice; quick, and kept for this visitor."""
        texts = (session.work().key, *(p.id for p in self.comparison.points))
        return _gaps(self, texts, self.instrument.name, self.voice, reference)


# Only numbers are kept, under a key made from the texts, for this visitor alone.
@st.cache_data(
    scope="session", max_entries=40, show_spinner="Drawing the passages anew, to see how sure the gaps are …"
)
def _gaps(
    _view: View,
    texts: tuple[str, ...],  # noqa: ARG001  (part of the key)
    instrument: str,
    voice: Voice | None,
    reference: str | None,
) -> pd.DataFrame:
    other = name_of(_view.comparison, reference)

    def gaps(comparison: Comparison) -> pd.DataFrame:
        tone = comparison.tone
        return differences(tone[tone["instrument"] == instrument], comparison.points, voice=voice, reference=other)

    return measured(_view.comparison, gaps)
