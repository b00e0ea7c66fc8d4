"""Score every pair of passages of different articles that could tell the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from framing.align.pairs import FLOOR, block_probabilities, likely_pairs
from framing.align.reasons import Bearing, explain, relation
from framing.align.sides import Numbers, sides
from framing.align.support import supported
from framing.align.words import background
from framing.records import Match, Passage, Vectors

__all__ = ["FLOOR", "Scores", "probabilities", "score"]


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
    found = sides([p for p in passages if p.aligned and p.sentences], vectors, background())
    every = found.every.passages
    kept = sorted(every, key=lambda p: p.id)
    place = {p.id: number for number, p in enumerate(kept)}
    rows = likely_pairs(found)
    rows[:, :2] = np.array([place[p.id] for p in every], dtype=np.int64)[rows[:, :2].astype(np.int64)]
    turned = rows[:, 0] > rows[:, 1]
    rows[turned] = rows[turned][:, [1, 0, 2, 4, 3, 6, 5]]
    rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
    whole = rows.astype(np.int64)
    chances = rows[:, 2] if len(found) < 3 else supported(whole[:, :2], rows[:, 2], len(kept)).round(6)
    return Scores(tuple(kept), whole[:, :2], chances, whole[:, 3:5], whole[:, 5:7].astype(bool))


def probabilities(left: Sequence[Passage], right: Sequence[Passage], vectors: Mapping[str, Vectors]) -> Numbers:
    """Return the probability of every pair of passages of two articles: shape (left passages, right passages)."""
    one, other = sides([*left, *right], vectors, background())
    if one.passages[0].article == left[0].article:
        return block_probabilities(one, other)
    return block_probabilities(other, one)
