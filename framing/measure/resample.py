"""Random draws whose seed comes from what is compared, so that neither order nor direction changes a result."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import comb

import numpy as np
from scipy.special import ndtr, ndtri, stdtrit

from framing.measure.probe import Numbers


@dataclass(frozen=True)
class Group:
    """The passages of one side of a comparison: `sums` are words times score, `words` the words measured."""

    sums: Numbers
    words: Numbers

    @cached_property
    def total(self) -> float:
        """The words of all of them."""
        return float(self.words.sum())

    @cached_property
    def mean(self) -> float:
        """The word-weighted mean score; NaN without words."""
        return float(self.sums.sum()) / self.total if self.total else float("nan")


@dataclass(frozen=True, slots=True)
class Residuals:
    """How far passages lie from the mean of what they are a part of, each scaled to a passage of `words` words.

    Where a story point holds one or two passages a side they cannot tell how much passages vary, so the residuals of
    the whole event stand in (a residual bootstrap, Davison & Hinkley 1997, ch. 6). A passage of twice the words varies
    half as much in variance. `freedom` is how many of the residuals were free to vary: the fewer, the further the draws
    are stretched, as Student's t is wider than the normal curve.
    """

    scaled: Numbers
    words: float
    freedom: int

    def noise(self, group: Group, resamples: int, random: np.random.Generator) -> Numbers:
        """Return draws of how far the group's mean may lie from where it lay: shape (resamples,).

        All NaN without residuals: nothing tells how much passages vary.
        """
        if not len(self.scaled):
            return np.full(resamples, np.nan)
        drawn = random.choice(self.scaled, size=(resamples, len(group.words)))
        moved = drawn @ np.sqrt(group.words * self.words) / group.words.sum()
        return np.asarray(moved * _wider(self.freedom))

    def alone(self, words: float, resamples: int, random: np.random.Generator) -> Numbers:
        """Return draws of how far one passage of so many words may lie from the mean: shape (resamples,).

        They follow Student's t with the residuals' spread: of a single value drawn from few others the ends would be
        those others, and too near. All NaN without residuals.
        """
        if not len(self.scaled):
            return np.full(resamples, np.nan)
        spread = np.sqrt((self.scaled**2).mean() * self.words / words)
        return np.asarray(random.standard_t(self.freedom, size=resamples) * spread)


def residuals(groups: Sequence[Group]) -> Residuals:
    """Return the residuals of passages about their group's mean, for groups of two passages or more."""
    every = [g.words for g in groups if len(g.words) > 1]
    if not every:
        return Residuals(np.zeros(0), 1.0, 0)
    typical = float(np.concatenate(every).mean())
    parts = []
    for group in groups:
        n = len(group.words)
        if n > 1:
            apart = group.sums / group.words - group.mean
            leverage = 1.0 - group.words / group.words.sum()  # a passage pulls the mean it is compared with
            parts.append(apart * np.sqrt(group.words / typical / leverage))
    scaled = np.concatenate(parts)
    return Residuals(scaled - scaled.mean(), typical, len(scaled) - len(parts))


def central(draws: Numbers) -> tuple[float, float]:
    """Return the ends of what holds 95 % of the draws, as `np.quantile`, which takes four times as long for one row."""
    places = [end * (len(draws) - 1) for end in (0.025, 0.975)]
    below = [int(place) for place in places]
    above = [min(place + 1, len(draws) - 1) for place in below]
    ordered = np.partition(draws, sorted({*below, *above, len(draws) - 1}))  # NaN comes last
    if np.isnan(ordered[-1]):
        return float("nan"), float("nan")
    low, high = (
        _between(float(ordered[a]), float(ordered[b]), p - a) for p, a, b in zip(places, below, above, strict=True)
    )
    return low, high


def _between(low: float, high: float, share: float) -> float:
    """Return what lies so far between two numbers; reckoned from the nearer one, so that it passes neither."""
    return high - (high - low) * (1 - share) if share >= 0.5 else low + (high - low) * share


def generator(seed: int, *parts: str) -> np.random.Generator:
    """Return a generator for one draw, the same on every machine for the same seed and parts."""
    digest = hashlib.sha256("\x1f".join([str(seed), *parts]).encode("utf-8", "surrogatepass")).digest()
    return np.random.default_rng(int.from_bytes(digest[:16], "big"))


def bootstrap_means(group: Group, resamples: int, random: np.random.Generator) -> Numbers:
    """Return the means of passages drawn with replacement: shape (resamples,).

    Few passages spread too little when drawn from themselves, by (n - 1) / n in variance, and their spread is itself
    uncertain; so the draws are stretched about the mean, as Student's t is wider than the normal curve.
    """
    n = len(group.sums)
    counts = random.multinomial(n, np.full(n, 1.0 / n), size=resamples).astype(np.float64)
    words = counts @ group.words
    means: Numbers = np.divide(counts @ group.sums, words, out=np.full(resamples, group.mean), where=words > 0)
    return group.mean + (means - group.mean) * stretch(n)


def deal(left: int, right: int, resamples: int, random: np.random.Generator) -> Numbers:
    """Return random assignments of passages to the left side: 1 or 0, shape (resamples, left + right)."""
    dealt: Numbers = np.zeros((resamples, left + right), dtype=np.float64)
    chosen = random.random((resamples, left + right), dtype=np.float32).argsort(axis=1)[:, :left]
    np.put_along_axis(dealt, chosen, 1.0, axis=1)
    return dealt


def permutation_p(left: Group, right: Group, dealt: Numbers) -> float:
    """Return how often passages dealt to two sides at random lie at least as far apart, 0 to 1 (two-sided)."""
    sums, words = np.concatenate([left.sums, right.sums]), np.concatenate([left.words, right.words])
    mine, yours = dealt @ words, (1.0 - dealt) @ words
    gaps = (dealt @ sums) / mine - ((1.0 - dealt) @ sums) / yours
    return share_beyond(gaps, left.mean - right.mean)


def least_p(left: int, right: int) -> float:
    """Return the smallest p that dealing this many passages to two sides can give, however wide the gap."""
    ways = comb(left + right, left)
    return (2 if left == right else 1) / ways  # with sides of one size every dealing has a mirror image as far apart


def share_beyond(null: Numbers, gap: float) -> float:
    """Return the share of draws at least as far from zero as the gap, counting the gap: never 0; NaN without draws.

    Where no draw reaches that far, their normal curve's tail says how much less than one in so many it is; otherwise no
    gap could stand out among a thousand comparisons, however wide (after Knijnenburg et al. 2009).
    """
    if np.isnan(null).any():
        return float("nan")
    # The tolerance lets equal gaps count as equal whatever the order in which they were summed.
    beyond = int(np.count_nonzero(np.abs(null) >= abs(gap) - 1e-9))
    share = (1 + beyond) / (len(null) + 1)
    if beyond:
        return share
    deviation = float(null.std())
    return min(share, 2 * float(ndtr(-abs(gap) / deviation))) if deviation else share


def stretch(n: int) -> float:
    """Return how much wider n values spread in truth than when drawn from themselves."""
    return float(np.sqrt(n / (n - 1))) * _wider(n - 1) if n > 1 else 1.0


@lru_cache(maxsize=1024)
def _wider(freedom: int) -> float:
    """Return how much wider Student's t is than the normal curve; scipy takes its time to say so."""
    return float(stdtrit(freedom, 0.975) / ndtri(0.975))
