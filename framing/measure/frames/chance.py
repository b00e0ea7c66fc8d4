"""Whether an axis between two poles sets sources apart further than axes between any two words do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from framing.align.words import telling, words
from framing.embed import Encoder
from framing.measure.differences import ALIKE
from framing.measure.discovery import false_discovery_control
from framing.measure.frames.axes import SAME, Axis
from framing.measure.frames.closeness import Directions, frame_scores, scale_of
from framing.measure.means import all_passage_means
from framing.measure.probe import Numbers
from framing.measure.resample import generator, share_beyond
from framing.measure.voice import Voice
from framing.records import Passage, Vectors

AXES = 300  # random axes; more changed no verdict on the example events


def random_axes(passages: Sequence[Passage], count: int = AXES, *, seed: int = 0) -> list[Axis]:
    """Return axes between two words of these texts drawn at random, the same for the same texts.

    Words of four letters or more that tell something; fewer axes where the texts have too few of them.
    """
    found = {w.text.lower() for p in passages for w in telling(words(p.text)) if len(w.text) > 3 and w.text.isalpha()}
    vocabulary = sorted(found)
    if len(vocabulary) < 2:
        return []
    random = generator(seed, "axes", *vocabulary)
    pairs = (random.choice(len(vocabulary), size=2, replace=False) for _ in range(count))
    return list(dict.fromkeys(Axis(vocabulary[i], vocabulary[j]) for i, j in pairs))


def against_random_axes(
    table: pd.DataFrame,
    axes: Directions,
    sentences: pd.DataFrame,
    vectors: Mapping[str, Vectors],
    elsewhere: tuple[pd.DataFrame, Mapping[str, Vectors]],
    voice: Voice | None = None,
) -> pd.DataFrame:
    """Return a table of `beside_others` with columns p_axes and q_axes, and stricter verdicts (Kwak et al. 2021).

    `axes` are the random axes' directions, `elsewhere` the background's sentences and vectors. `p_axes` is the share of
    random axes on which the source stands as far from the others; `q_axes` is corrected for the rows. A difference that
    any two words would show as well "cannot be told apart".
    """
    if table.empty or not axes:
        return table.assign(p_axes=np.nan, q_axes=np.nan)
    scores = frame_scores(sentences, vectors, axes, scale_of(*elsewhere, axes))
    passages = all_passage_means(scores, voice)
    null = {source: _gaps(passages, source) for source in set(table["source"])}
    p = [share_beyond(null[source], gap) for source, gap in zip(table["source"], table["gap"], strict=True)]
    q = false_discovery_control(np.array(p))
    return table.assign(p_axes=p, q_axes=q, verdict=table["verdict"].where(q < 0.05, ALIKE))


def random_directions(passages: Sequence[Passage], encoder: Encoder, count: int = AXES) -> Directions:
    """Return the directions of random axes between words of the passages."""
    axes = random_axes(passages, count)
    poles = sorted({pole for axis in axes for pole in (axis.left, axis.right)})
    rows = dict(zip(poles, encoder.encode(poles), strict=True)) if poles else {}
    apart = {axis.name: rows[axis.right] - rows[axis.left] for axis in axes}
    lengths = {name: float(np.linalg.norm(row)) for name, row in apart.items()}
    return {name: row / lengths[name] for name, row in apart.items() if lengths[name] > SAME}


def _gaps(passages: pd.DataFrame, source: str) -> Numbers:
    """Return the source's mean less the others' on every axis."""
    weighed = passages.assign(total=passages["mean"] * passages["words"], mine=passages["source"] == source)
    sums = weighed.groupby(["instrument", "mine"])[["total", "words"]].sum()
    means = (sums["total"] / sums["words"]).unstack()
    return np.asarray(means[True] - means[False], dtype=np.float64)
