"""How subjective a sentence is: loaded wording, certainty and own voice taken together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from framing.measure.lexicon import load_lexicon
from framing.measure.probe import Numbers
from framing.measure.voice import quoted_share, speech
from framing.records import Passage
from framing.segment import sentences


def subjective(texts: Sequence[str], loaded: Numbers) -> Numbers:
    """Return how subjective each text is: without bounds, the higher the more; nothing of it was fitted.

    half of loaded wording on the logistic scale + half the root of how much the text hedges and
    boosts, - the share of it in somebody else's mouth (Wiebe et al. 2004 count all three among the clues).
    """
    bounded = np.clip(loaded, 1e-4, 1 - 1e-4)
    strength = np.log(bounded / (1 - bounded)) / 2.0
    entries = load_lexicon("certainty")
    leaning = np.array([sum(abs(hit.entry.score) for hit in entries.find(text)) for text in texts])
    return np.asarray(strength + 0.5 * np.sqrt(leaning) - np.array([_quoted(text) for text in texts]))


def _quoted(text: str) -> float:
    alone = Passage("", "", "", 0, "body", text, sentences(text))
    return quoted_share(text, 0, len(text), speech([alone])[""])
