"""Measure every sentence with every instrument."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from framing.measure.attribution import attribution
from framing.measure.features import features
from framing.measure.instruments import INSTRUMENTS
from framing.measure.probe import Numbers, load_probe
from framing.measure.voice import quoted_share, speech, voice_of
from framing.records import Passage, Vectors

COLUMNS = [
    "article",
    "source",
    "passage",
    "kind",
    "sentence",
    "start",
    "end",
    "words",
    "voice",
    "quoted",
    "instrument",
    "score",
]


def tone(passages: Sequence[Passage], vectors: Mapping[str, Vectors]) -> pd.DataFrame:
    """Return one row per sentence and instrument, columns `COLUMNS`.

    `start` and `end` are characters in the passage, `quoted` the share of the sentence's words in somebody else's
    mouth, 0 to 1. `score` is NaN where an instrument has nothing to measure, as attribution where nobody is reported.
    """
    base = sentence_table(passages)
    texts = [s.text for p in passages for s in p.sentences]
    rows = [vectors[p.id] for p in passages if p.sentences]
    stacked = np.concatenate(rows) if rows else np.zeros((0, 0), dtype=np.float32)
    measured = scores(texts, stacked)
    parts = [base.assign(instrument=name, score=measured[name]) for name in INSTRUMENTS if name in measured]
    return pd.concat(parts, ignore_index=True)[COLUMNS]


def scores(texts: Sequence[str], vectors: Vectors) -> dict[str, Numbers]:
    """Return every instrument's score of the texts, shape (texts,) each, by the instrument's name.

    `vectors` are the texts' embeddings (texts, dimensions). With a model other than the one the probes were fitted on
    the probes have nothing to say, and their scores are left out.
    """
    named = features(texts)
    found: dict[str, Numbers] = {
        "vader": named["vader"],
        "vader_neutral": named["vader_neutral"],
        "loaded": named["loaded_words"],
        "certainty": named["certainty"],
        "attribution": np.array([attribution(text) for text in texts]),
    }
    for name in ("rated", "loaded"):
        probe = load_probe(f"tone_{name}")
        if probe is not None and len(texts) and probe.fits(vectors):
            found[name] = probe.score(vectors, named)
    return found


def sentence_table(passages: Sequence[Passage]) -> pd.DataFrame:
    """Return what is known of each sentence before it is measured: `COLUMNS` but for instrument and score."""
    spoken = {}
    for article in dict.fromkeys(p.article for p in passages):
        spoken.update(speech(sorted((p for p in passages if p.article == article), key=lambda p: p.index)))
    rows: list[tuple[object, ...]] = []
    for p in passages:
        for i, s in enumerate(p.sentences):
            share = quoted_share(p.text, s.start, s.end, spoken[p.id])
            words = len(s.text.split())
            rows.append((p.article, p.source, p.id, p.kind, i, s.start, s.end, words, voice_of(share), share))
    return pd.DataFrame(rows, columns=COLUMNS[:-2])
