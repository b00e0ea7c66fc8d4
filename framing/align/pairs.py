"""Find the pairs of passages that may match: each article beside as many others at once as memory holds lightly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import lru_cache

import numpy as np
from threadpoolctl import ThreadpoolController

from framing.align.features import Evidence, evidence
from framing.align.model import passage_model
from framing.align.sides import Numbers, Places, Side, Sides

FLOOR = 0.02
"""Pairs less probable than this are not kept: no cut on the page lies below it."""

# Pairs of sentences that are compared at once: a table of features stays in the processor's cache, and an event of
# hundreds of articles needs no more memory than one of ten.
AT_ONCE = 100_000

TWO_WORDS = np.log1p(2.0)
"""The length, as rows have it, of a text with two words that tell something."""

COLUMNS = 7
"""Left and right place among the event's passages, probability, the two sentences, the two that are closest."""


def likely_pairs(found: Sides) -> Numbers:
    """Return the pairs of passages of different articles that reach `FLOOR`: shape (pairs, `COLUMNS`).

    Sentences are counted from 0 in their passage. The last two columns are 1 where the right passage is the left one's
    closest in its article, and where the left one is the right one's; else 0.
    """
    firsts = found.every.firsts
    parts = [np.zeros((0, COLUMNS))]
    with _one_thread():
        for one, start, end in _blocks(found):
            left, right = found.part(one, one + 1), found.part(start, end)
            rows = _kept(left, right, evidence(left, right))
            rows[:, :2] += firsts[one], firsts[start]
            parts.append(rows)
    return np.concatenate(parts)


def block_probabilities(left: Side, right: Side) -> Numbers:
    """Return the probability of every pair: shape (left passages, right passages); left is one article's."""
    return _probabilities(left, right, evidence(left, right))


def _probabilities(left: Side, right: Side, seen: Evidence) -> Numbers:
    chances = passage_model().probabilities(seen).round(6)
    # Passages like "No." and "Yes." are alike to every feature and tell nothing: no two of them match.
    bare = np.outer(left.whole.lengths < TWO_WORDS, right.whole.lengths < TWO_WORDS)
    return np.where(bare, 0.0, chances)


def _one_thread() -> AbstractContextManager[object]:
    """Multiply in one thread: for tables this small a second one gains nothing and waits where others are busy."""
    limit: AbstractContextManager[object] = _pools().limit(limits=1, user_api="blas")
    return limit


@lru_cache(maxsize=1)  # looking for the libraries takes longer than the products
def _pools() -> ThreadpoolController:
    return ThreadpoolController()


def _blocks(found: Sides) -> Iterator[tuple[int, int, int]]:
    """Yield an article and a run of later ones, from `start` up to but without `end`."""
    begins = np.append(found.every.starts, len(found.every.spoken.lengths))[
        np.append(found.every.firsts, len(found.every.passages))
    ]
    for one in range(len(found) - 1):
        most = max(AT_ONCE // int(begins[one + 1] - begins[one]), 1)
        start = one + 1
        while start < len(found):
            end = int(np.searchsorted(begins, begins[start] + most, side="right")) - 1
            yield one, start, max(end, start + 1)
            start = max(end, start + 1)


def _kept(left: Side, right: Side, seen: Evidence) -> Numbers:
    """Return the rows of `likely_pairs`, with places in `left` and `right`."""
    chances = _probabilities(left, right, seen)
    rows, columns = np.nonzero(chances >= FLOOR)
    tops = np.repeat(np.maximum.reduceat(chances, right.firsts, axis=1), right.sizes, axis=1)
    closest = chances == tops, chances == chances.max(axis=0, keepdims=True)
    spoken = _carrying(left, right, seen.spoken["cosine"], rows, columns)
    parts = [rows, columns, chances[rows, columns], *spoken, *(table[rows, columns] for table in closest)]
    return np.stack([np.asarray(part, dtype=float) for part in parts], axis=1)


def _carrying(left: Side, right: Side, similar: Numbers, rows: Places, columns: Places) -> tuple[Places, Places]:
    """Return for each pair of passages the two sentences that are most alike, counted from 0 in their passages."""
    counts = [np.diff(side.starts, append=len(side.spoken.lengths)) for side in (left, right)]
    tall, wide = counts[0][rows], counts[1][columns]
    best = np.zeros(len(rows), dtype=np.int64)
    # Pairs with equally many sentences are looked at together.
    for shape in set(zip(tall.tolist(), wide.tolist(), strict=True)):
        of_shape = np.flatnonzero((tall == shape[0]) & (wide == shape[1]))
        i = left.starts[rows[of_shape], None, None] + np.arange(shape[0])[:, None]
        j = right.starts[columns[of_shape], None, None] + np.arange(shape[1])
        best[of_shape] = similar[i, j].reshape(len(of_shape), -1).argmax(axis=1)
    one, other = np.divmod(best, np.maximum(wide, 1))
    return one, other
