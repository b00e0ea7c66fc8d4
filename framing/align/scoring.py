"""Score every pair of passages of different articles that could tell the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from framing.align.found import FoundMatch, Pair
from framing.align.pairs import FLOOR, block_probabilities, likely_pairs
from framing.align.reasons import Bearing
from framing.align.sides import Numbers, sides
from framing.align.support import supported
from framing.align.words import background
from framing.records import Match, Passage, Vectors, by_id

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
    def by_id(self) -> dict[str, Passage]:
        """The passages that take part, by id."""
        return by_id(self.passages)

    @cached_property
    def chances(self) -> dict[tuple[str, str], float]:
        """The probability of each pair of ids."""
        ids = [p.id for p in self.passages]
        left, right = self.pairs.reshape(-1, 2).T.tolist()
        pairs = zip((ids[a] for a in left), (ids[b] for b in right), strict=True)
        return dict(zip(pairs, self.probabilities.tolist(), strict=True))

    def judged(self, left: str, right: str) -> Match:
        """Return the match that a person said there is, with the program's own probability and reasons."""
        place = self._place(left, right)
        if place is not None:
            return self.match(place)
        why = Pair(self.by_id[left], self.by_id[right], Bearing(False, False))
        return FoundMatch.of(left, right, 0.0, (0, 0), why)

    def probability(self, left: str, right: str) -> float:
        """Return a pair's probability, `left` < `right` as ids; 0 for pairs under `FLOOR`."""
        place = self._place(left, right)
        return 0.0 if place is None else float(self.probabilities[place])

    def at(self, cut: float) -> list[Match]:
        """Return the matches whose probability reaches the cut, sorted by ids; their reasons are made when read."""
        return [self.match(place) for place in np.flatnonzero(self.probabilities >= cut).tolist()]

    def match(self, place: int) -> Match:
        """Return the pair in that place as a match, the same one each time, so that reasons are made once."""
        if place not in self._made:
            left, right = (self.passages[p] for p in self.pairs[place].tolist())
            why = Pair(left, right, _bearing(*self.closest[place].tolist()))
            sentences = _sentences(*self.sentences[place].tolist())
            self._made[place] = FoundMatch.of(left.id, right.id, float(self.probabilities[place]), sentences, why)
        return self._made[place]

    def _place(self, left: str, right: str) -> int | None:
        """Return where a pair of ids stands in `pairs`; None for pairs that are not kept."""
        one, other = self._numbers.get(left), self._numbers.get(right)
        if one is None or other is None:
            return None
        pair = one * len(self.passages) + other
        place = int(np.searchsorted(self._keys, pair))
        return place if place < len(self._keys) and self._keys[place] == pair else None

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {p.id: number for number, p in enumerate(self.passages)}

    @cached_property
    def _keys(self) -> npt.NDArray[np.int64]:
        """Each pair as one number; they rise, as the pairs are sorted."""
        return np.asarray(self.pairs @ np.array([len(self.passages), 1]))


# Hundreds of thousands of matches share the few of these that there are.
@lru_cache(maxsize=4)
def _bearing(right_closest: bool, left_closest: bool) -> Bearing:
    return Bearing(right_closest, left_closest)


@lru_cache(maxsize=1_000)
def _sentences(left: int, right: int) -> tuple[int, int]:
    return left, right


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
