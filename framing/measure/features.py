"""The features of a sentence that instruments and probes read beside its embedding: VADER and the word lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

import numpy as np
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from framing.measure.lexicon import Hit, load_lexicon
from framing.measure.probe import Numbers
from framing.measure.voice import own_words

_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=2)
def analyzer(*, neutral: bool) -> SentimentIntensityAnalyzer:
    """Return VADER, with the topic words of `data/lexicons/vader_topic.csv` taken out where `neutral`."""
    vader = SentimentIntensityAnalyzer()
    if neutral:
        for word in topic_words():
            vader.lexicon.pop(word, None)
    return vader


@lru_cache(maxsize=1)
def topic_words() -> frozenset[str]:
    """Return the words that VADER scores and that tell what news is about, not how: each a single one."""
    return frozenset(" ".join(key) for key in load_lexicon("vader_topic").entries)


@lru_cache(maxsize=50_000)
def vader(text: str, *, neutral: bool = False) -> tuple[float, float, float]:
    """Return VADER's compound score, -1 negative … +1 positive, and its shares of positive and negative, 0 to 1."""
    if neutral and not _topical(text):
        return vader(text)
    found = analyzer(neutral=neutral).polarity_scores(text)
    return float(found["compound"]), float(found["pos"]), float(found["neg"])


def _topical(text: str) -> bool:
    """Whether VADER could meet a topic word; it reads emojis as the words that describe them."""
    met = not topic_words().isdisjoint(_LETTERS.findall(text.lower()))
    return met or not analyzer(neutral=False).emojis.keys().isdisjoint(text)


@lru_cache(maxsize=50_000)
def certainty(text: str) -> float:
    """Return boosters less hedges, -1 hedged … +1 certain: the sum of scores, squashed as VADER squashes its own."""
    return squash(load_lexicon("certainty").find(text))


@lru_cache(maxsize=50_000)
def loaded_words(text: str) -> float:
    """Return how much of the loaded lexicon is in a sentence's own words, 0 none … 1 much."""
    return squash(load_lexicon("loaded").find(own_words(text)))


def features(texts: Sequence[str]) -> dict[str, Numbers]:
    """Return every named feature of the texts: shape (texts,) each."""
    plain = np.array([vader(text) for text in texts]).reshape(-1, 3)
    return {
        "vader": plain[:, 0],
        "vader_positive": plain[:, 1],
        "vader_negative": plain[:, 2],
        "vader_neutral": np.array([vader(text, neutral=True)[0] for text in texts]),
        "loaded_words": np.array([loaded_words(text) for text in texts]),
        "certainty": np.array([certainty(text) for text in texts]),
    }


def squash(hits: Sequence[Hit]) -> float:
    """Return the sum of the entries' scores, brought into -1 … +1 by x / sqrt(x² + 2): one full entry gives .58."""
    total = sum(hit.entry.score for hit in hits)
    return total / sqrt(total * total + 2.0)
