"""The features of a sentence that probes read beside its embedding: VADER, word lists, marks of style."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

import numpy as np
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from framing.measure.lexicon import Hit, load_lexicon
from framing.measure.probe import Numbers


@lru_cache(maxsize=2)
def analyzer(*, neutral: bool) -> SentimentIntensityAnalyzer:
    """Return VADER, with the topic words of `data/lexicons/vader_topic.csv` taken out where `neutral`."""
    vader = SentimentIntensityAnalyzer()
    if neutral:
        for key in load_lexicon("vader_topic").entries:
            vader.lexicon.pop(" ".join(key), None)
    return vader


def vader(text: str, *, neutral: bool = False) -> float:
    """Return VADER's compound score, -1 negative … +1 positive (Hutto & Gilbert 2014)."""
    return float(analyzer(neutral=neutral).polarity_scores(text)["compound"])


def certainty(text: str) -> float:
    """Return boosters less hedges, -1 hedged … +1 certain: the sum of scores, squashed as VADER squashes its own."""
    return _squash(load_lexicon("certainty").find(text))


def attribution(text: str) -> float:
    """Return the mean score of the reporting verbs, -1 doubting … +1 endorsing; NaN where there is none."""
    hits = load_lexicon("attribution").find(text)
    return sum(hit.entry.score for hit in hits) / len(hits) if hits else float("nan")


def loaded_words(text: str) -> float:
    """Return how much of the loaded lexicon is in a sentence, 0 none … 1 much."""
    return _squash(load_lexicon("loaded").find(text))


def features(texts: Sequence[str]) -> dict[str, Numbers]:
    """Return every named feature of the texts: shape (texts,) each."""
    return {
        "vader": np.array([vader(text) for text in texts]),
        "vader_neutral": np.array([vader(text, neutral=True) for text in texts]),
        "loaded_words": np.array([loaded_words(text) for text in texts]),
        "certainty": np.array([certainty(text) for text in texts]),
    }


def _squash(hits: Sequence[Hit]) -> float:
    total = sum(hit.entry.score for hit in hits)
    return total / sqrt(total * total + 2.0)
