"""Join passages step by step, always the two groups that match best on average over all pairs of different articles.

Passages are known by their places. A group keeps its sums of probabilities with those near it, and a list of offers,
the best first, which is made anew when the group grows; offers to groups that have grown since are passed over. So
joining the passages of two hundred articles takes little longer than reading their pairs, and no more room.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from framing.align.sides import Numbers, Places

_Offer = tuple[float, int, int, int]
"""The mean with its sign turned, the groups, the one with the first passage first, and when the offer was made."""


def joined(near: csr_array, article: Places, *, cut: float, share: float) -> list[Places]:
    """Join groups, the best match first, until none is left whose mean probability is that share of the cut.

    Args:
        near: The probabilities of passages with others, both ways: shape (passages, passages). Pairs that are not
            stored cannot match. Of equally good matches the one between the first passages is taken first.
        article: The number of each passage's article, from 0: shape (passages,).
        cut: Two groups may be joined when a pair across them reaches it.
        share: The mean over the pairs of different articles across two groups that are joined is at least this share
            of the cut.

    Returns:
        The places of each group of at least two passages, in order.
    """
    groups = _Groups(near, article, cut=cut, least=float(np.round(share * cut, 9)))
    lists = map(groups.offers, list(groups.near))
    waiting = [(offer, offers) for offers in lists if (offer := next(offers, None))]
    heapify(waiting)
    while waiting:
        (_, one, other, made), offers = heappop(waiting)
        if groups.stands(one, made) and groups.stands(other, made):
            groups.join(one, other)
            offers = groups.offers(one)
        if offer := next(offers, None):
            heappush(waiting, (offer, offers))
    return [np.sort(members) for members in groups.members.values() if len(members) > 1]


def pairs_apart(sizes: Numbers, shared: Numbers) -> Numbers:
    """Return how many pairs of different articles two groups have; 1 where there is none, as a sum of 0 has no mean.

    `sizes` are the products of how many passages they have, `shared` the number of pairs of one article.
    """
    return np.maximum(sizes - shared, 1.0)


class _Near(NamedTuple):
    """The groups near one: their numbers, the sums of probabilities, and whether a pair reaches the cut; (groups,)."""

    groups: Places
    sums: Numbers
    matched: npt.NDArray[np.bool_]


class _Groups:
    """The groups while they grow; each is known by the place of its first passage."""

    def __init__(self, near: csr_array, article: Places, *, cut: float, least: float) -> None:
        size = near.shape[0]
        self.near = _beside(near, cut)
        self.members = {place: np.array([place]) for place in self.near}
        self._least = least
        self._home = np.arange(size)
        self._changed = [0] * size
        self._joins = 0
        self._counts = np.zeros((size, int(article.max(initial=0)) + 1))
        self._counts[np.arange(size), article] = 1

    def stands(self, group: int, made: int) -> bool:
        """Whether a group is as it was after so many joins."""
        return self._changed[group] <= made

    def offers(self, one: int) -> Iterator[_Offer]:
        """Yield what a group as it is now can be joined with, the best first; ends when the group grows."""
        made = self._changed[one]
        for value, other in self._ranked(one):
            if not self.stands(one, made):
                return
            if self.stands(other, made):
                yield (-value, min(one, other), max(one, other), made)

    def join(self, one: int, other: int) -> None:
        """Join two groups into that with the first passage, which is `one`; sums are added up."""
        parts = self.near[one], self.near.pop(other)
        self._home[self.members[other]] = one
        self.members[one] = np.concatenate([self.members[one], self.members.pop(other)])
        self._counts[one] += self._counts[other]
        self._joins += 1
        self._changed[one] = self._changed[other] = self._joins
        home = self._home[np.concatenate([part.groups for part in parts])]
        sums = np.bincount(home, np.concatenate([part.sums for part in parts]))
        matched = np.bincount(home, np.concatenate([part.matched for part in parts]))
        beside = np.flatnonzero(np.bincount(home))
        beside = beside[beside != one]
        self.near[one] = _Near(beside, sums[beside], matched[beside] > 0)

    def _ranked(self, one: int) -> list[tuple[float, int]]:
        """Return the means with the groups that may be joined with one, and these; at equal means the first first."""
        others, sums, matched = self.near[one]
        if not self._changed[one]:
            matched = matched & (others > one)  # before the first join the other one's list has the others
        others, sums = others[matched], sums[matched]
        counts = self._counts[others]
        sizes = counts.sum(axis=1) * self._counts[one].sum()
        means = np.round(sums / pairs_apart(sizes, counts @ self._counts[one]), 9)
        order = np.lexsort((others, -means))
        order = order[means[order] >= self._least]
        return list(zip(means[order].tolist(), others[order].tolist(), strict=True))


def _beside(near: csr_array, cut: float) -> dict[int, _Near]:
    """Return what is near each passage that has a match, by its place; those without one join nothing."""
    rows = np.repeat(np.arange(near.shape[0]), np.diff(near.indptr))
    matched = near.data >= cut
    matching = np.zeros(near.shape[0], dtype=bool)
    matching[rows[matched]] = True
    kept = matching[rows] & matching[near.indices]
    others, values, matched = near.indices[kept].astype(np.int64), near.data[kept], matched[kept]
    ends = np.cumsum(np.bincount(rows[kept], minlength=len(matching))).tolist()
    return {
        place: _Near(others[start:end], values[start:end], matched[start:end])
        for place, (start, end) in enumerate(pairwise([0, *ends]))
        if end > start
    }
