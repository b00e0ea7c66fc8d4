"""How close sentences stand to directions in the space of embeddings, on a scale made by other events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from framing.measure.probe import Numbers
from framing.records import Vectors

Directions = Mapping[str, Vectors]
"""By name, a vector of length 1: shape (dimensions,)."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The mean and the standard deviation of other events' sentences, in each direction: shape (directions,)."""

    mean: Numbers
    deviation: Numbers


def scale_of(sentences: pd.DataFrame, vectors: Mapping[str, Vectors], directions: Directions) -> Scale:
    """Return the scale that these sentences make, as rows of `measure.tone.sentence_table`, weighted by words."""
    cosines, words = _cosines(sentences, vectors, directions), sentences["words"].to_numpy(dtype=np.float64)
    mean = np.average(cosines, axis=0, weights=words)
    deviation = np.sqrt(np.average((cosines - mean) ** 2, axis=0, weights=words))
    return Scale(mean, np.where(deviation > 1e-9, deviation, 1.0))


def frame_scores(
    sentences: pd.DataFrame, vectors: Mapping[str, Vectors], directions: Directions, scale: Scale
) -> pd.DataFrame:
    """Return one row a sentence and direction, columns as in `measure.tone.tone`; `instrument` names the direction.

    `score` is the cosine of the sentence with the direction less the scale's mean, over its deviation: 0 is as close
    as a sentence of other events, +1 closer by one standard deviation.
    """
    scores = (_cosines(sentences, vectors, directions) - scale.mean) / scale.deviation
    return pd.concat(
        [sentences.assign(instrument=name, score=scores[:, i]) for i, name in enumerate(directions)], ignore_index=True
    )


def _cosines(sentences: pd.DataFrame, vectors: Mapping[str, Vectors], directions: Directions) -> Numbers:
    """Return shape (sentences, directions)."""
    asked = zip(sentences["passage"], sentences["sentence"], strict=True)
    rows = np.array([vectors[passage][sentence] for passage, sentence in asked], dtype=np.float64)
    return np.asarray(rows @ np.array(list(directions.values()), dtype=np.float64).T)
