"""Scores given by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from framing.align.scoring import Scores
from tests.handmade import passage


def scores(chances: Mapping[str, float], *, others: Iterable[str] = ()) -> Scores:
    """Return scores of pairs written "a1 b1": the letter is the source, the digit the place; `others` match nothing."""
    ids = sorted({*others, *(id for pair in chances for id in pair.split())})
    place = {id: number for number, id in enumerate(ids)}
    pairs = np.array(sorted(sorted(place[id] for id in pair.split()) for pair in chances)).reshape(-1, 2).astype(int)
    found = {frozenset(pair.split()): value for pair, value in chances.items()}
    values = np.array([found[frozenset((ids[a], ids[b]))] for a, b in pairs.tolist()], dtype=float)
    passages = tuple(passage(id, id[0], f"Text {id}.", index=int(id[1:])) for id in ids)
    return Scores(passages, pairs, values, pairs * 0, pairs == pairs)
