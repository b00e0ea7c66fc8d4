"""Open a sentence's score to the words behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from framing.embed import Encoder
from framing.measure.attribution import reporting
from framing.measure.features import features, vader
from framing.measure.lexicon import Hit, load_lexicon
from framing.measure.probe import Numbers, load_probe
from framing.measure.voice import own_words

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_HITS: Mapping[str, Callable[[str], list[Hit]]] = {
    "loaded": lambda text: load_lexicon("loaded").find(own_words(text)),
    "certainty": lambda text: load_lexicon("certainty").find(text),
    "attribution": reporting,
}

Word = tuple[int, int, str, float]
"""Where a word begins and ends in the sentence, the word, and what it adds to the score."""


def explain(text: str, instrument: str, encoder: Encoder | None = None) -> list[Word]:
    """Return the words behind a sentence's score, in reading order; words that add nothing are left out.

    For a word list a word's contribution is its entry's score; for VADER and rated tone it is the change of the score
    when the word is left out; for loaded wording that change in log-odds, because near 1 no single word changes much. A
    probe needs the encoder; without it "rated" has no words to show, and "loaded" those of its word list. Raises
    ValueError for an instrument that does not exist.
    """
    probe = load_probe(f"tone_{instrument}") if encoder is not None else None
    if encoder is not None and probe is not None:
        rows = encoder.encode([text])
        if probe.fits(rows):
            return _left_out(text, lambda texts: probe.unbounded(encoder.encode(texts), features(texts)))
    if instrument in _HITS:
        hits = _HITS[instrument](text)
        return [(h.start, h.end, text[h.start : h.end], h.entry.score) for h in hits if h.entry.score]
    if instrument in ("vader", "vader_neutral"):
        neutral = instrument == "vader_neutral"
        return _left_out(text, lambda texts: np.array([vader(t, neutral=neutral)[0] for t in texts]))
    if instrument == "rated":
        return []
    raise ValueError(f"There is no instrument {instrument!r}.")


def _left_out(text: str, score: Callable[[Sequence[str]], Numbers]) -> list[Word]:
    """Return each word with the score of the whole less the score without it, all variants scored in one batch."""
    words = list(_WORD.finditer(text))
    variants = [" ".join(f"{text[: m.start()]} {text[m.end() :]}".split()) for m in words]
    values = score([text, *variants]) if words else np.zeros(1)
    found = [(m.start(), m.end(), m.group(), float(values[0] - v)) for m, v in zip(words, values[1:], strict=True)]
    return [word for word in found if abs(word[3]) > 1e-9]
