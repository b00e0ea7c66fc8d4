"""Score every pair of passages of different articles that could tell the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

from framing.align.features import evidence
from framing.align.model import passage_model
from framing.align.reasons import Bearing, explain, relation
from framing.align.sides import Numbers, Rarity, Side, sides
from framing.align.support import supported
from framing.align.words import background, telling, words
from framing.records import Match, Passage, Vectors

FLOOR = 0.02
"""Pairs less probable than this are not kept: no cut on the page lies below it."""


@dataclass(frozen=True)
class Scores:
    """What does not depend on the cut: the passages that take part, by id, and the pairs that may match.

    `pairs` holds places in `passages`, the left one first, sorted: shape (pairs, 2); `probabilities` (pairs,) are at
    least `FLOOR`; `sentences` are the two that carry each pair: shape (pairs, 2); `closest` says whether the right
    passage is the left one's closest in its article, and the left one the right one's: shape (pairs, 2).
    """

    passages: tuple[Passage, ...]
    pairs: npt.NDArray[np.int64]
    probabilities: Numbers
    sentences: npt.NDArray[np.int64]
    closest: npt.NDArray[np.bool_]
    _made: dict[int, Match] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def places(self) -> dict[tuple[str, str], int]:
        """Where each pair of ids stands in `pairs`."""
        ids = [p.id for p in self.passages]
        return {(ids[a], ids[b]): place for place, (a, b) in enumerate(self.pairs.tolist())}

    @cached_property
    def chances(self) -> dict[tuple[str, str], float]:
        """The probability of each pair of ids."""
        return {ids: float(self.probabilities[place]) for ids, place in self.places.items()}

    def judged(self, left: str, right: str) -> Match:
        """Return the match that a person said there is, with the program's own probability and reasons."""
        if (left, right) in self.places:
            return self.match(self.places[left, right])
        by_id = {p.id: p for p in self.passages}
        one, other = by_id[left], by_id[right]
        return Match(left, right, 0.0, explain(one, other, Bearing(False, False)), relation(one, other), (0, 0))

    def probability(self, left: str, right: str) -> float:
        """Return a pair's probability, `left` < `right` as ids; 0 for pairs under `FLOOR`."""
        return self.chances.get((left, right), 0.0)

    def at(self, cut: float) -> list[Match]:
        """Return the matches whose probability reaches the cut, sorted by ids."""
        return [self.match(int(place)) for place in np.flatnonzero(self.probabilities >= cut)]

    def match(self, place: int) -> Match:
        """Return a pair as a match with its reasons, which are found when first asked for."""
        if place not in self._made:
            left, right = (self.passages[p] for p in self.pairs[place])
            sentences = (int(self.sentences[place, 0]), int(self.sentences[place, 1]))
            bearing = Bearing(bool(self.closest[place, 0]), bool(self.closest[place, 1]))
            reasons = explain(left, right, bearing)
            found = Match(
                left.id, right.id, float(self.probabilities[place]), reasons, relation(left, right), sentences
            )
            self._made[place] = found
        return self._made[place]


def score(passages: Sequence[Passage], vectors: Mapping[str, Vectors]) -> Scores:
    """Score the pairs of passages of different articles; `vectors` holds sentence vectors by passage id.

    Headlines, headings and captions take no part. The result does not depend on the order of the passages.
    """
    found, rarity = sides([p for p in passages if p.aligned and p.sentences], vectors, background())
    kept = sorted((p for side in found for p in side.passages), key=lambda p: p.id)
    place = {p.id: number for number, p in enumerate(kept)}
    parts = [_kept(left, right, _probabilities(left, right, rarity), place) for left, right in combinations(found, 2)]
    rows = np.concatenate([np.zeros((0, 7)), *parts])
    rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
    whole = rows.astype(np.int64)
    chances = rows[:, 2] if len(found) < 3 else supported(whole[:, :2], rows[:, 2], len(kept)).round(6)
    return Scores(tuple(kept), whole[:, :2], chances, whole[:, 3:5], whole[:, 5:7].astype(bool))


def probabilities(left: Sequence[Passage], right: Sequence[Passage], vectors: Mapping[str, Vectors]) -> Numbers:
    """Return the probability of every pair of passages of two articles: shape (left passages, right passages)."""
    (one, other), rarity = sides([*left, *right], vectors, background())
    if one.passages[0].article == left[0].article:
        return _probabilities(one, other, rarity)
    return _probabilities(other, one, rarity)


def _probabilities(left: Side, right: Side, rarity: Rarity) -> Numbers:
    chances = passage_model().probabilities(evidence(left, right, rarity)).round(6)
    # Passages like "No." and "Yes." are alike to every feature and tell nothing: no two of them match.
    bare = np.outer([_is_bare(p.text) for p in left.passages], [_is_bare(p.text) for p in right.passages])
    return np.where(bare, 0.0, chances)


@lru_cache(maxsize=20_000)  # each passage is asked for once an article of the event
def _is_bare(text: str) -> bool:
    return len(telling(words(text))) < 2


def _kept(left: Side, right: Side, chances: Numbers, place: Mapping[str, int]) -> Numbers:
    """Return rows of (left place, right place, probability, two sentences, two closests), places in order of id."""
    rows, columns = np.nonzero(chances >= FLOOR)
    best = chances == chances.max(axis=1, keepdims=True), chances == chances.max(axis=0, keepdims=True)
    similar = left.spoken.vectors @ right.spoken.vectors.T
    found = []
    for i, j in zip(rows.tolist(), columns.tolist(), strict=True):
        a, b = left.passages[i], right.passages[j]
        block = similar[_spoken(left, i), _spoken(right, j)]
        s, t = divmod(int(np.argmax(block)), block.shape[1])
        row = (place[a.id], place[b.id], chances[i, j], s, t, best[0][i, j], best[1][i, j])
        found.append(row if row[0] < row[1] else (row[1], row[0], row[2], t, s, row[6], row[5]))
    return np.array(found, dtype=float).reshape(-1, 7)


def _spoken(side: Side, passage: int) -> slice:
    start = int(side.starts[passage])
    return slice(start, start + len(side.passages[passage].sentences))
