"""Random draws whose seed comes from what is compared, so that neither order nor direction changes a result."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

from framing.measure.probe import Numbers


@dataclass(frozen=True, slots=True)
class Group:
    """The passages of one side of a comparison: `sums` are words times score, `words` the words measured."""

    sums: Numbers
    words: Numbers

    @property
    def mean(self) -> float:
        """The word-weighted mean score; NaN without words."""
        total = float(self.words.sum())
        return float(self.sums.sum()) / total if total else float("nan")


def generator(seed: int, *parts: str) -> np.random.Generator:
    """Return a generator for one draw, the same on every machine for the same seed and parts."""
    digest = hashlib.sha256("\x1f".join([str(seed), *parts]).encode("utf-8", "surrogatepass")).digest()
    return np.random.default_rng(int.from_bytes(digest[:16], "big"))


def bootstrap_means(group: Group, resamples: int, random: np.random.Generator) -> Numbers:
    """Return the means of passages drawn with replacement: shape (resamples,).

    Few passages spread too little when drawn from themselves, by the factor n - 1 over n in variance, so the draws are
    stretched about the mean.
    """
    n = len(group.sums)
    counts = random.multinomial(n, np.full(n, 1.0 / n), size=resamples).astype(np.float64)
    words = counts @ group.words
    means = np.divide(counts @ group.sums, words, out=np.full(resamples, group.mean), where=words > 0)
    return group.mean + (means - group.mean) * float(np.sqrt(n / (n - 1))) if n > 1 else means


def permutation_p(left: Group, right: Group, resamples: int, random: np.random.Generator) -> float:
    """Return how often passages dealt to two sides at random lie at least as far apart, 0 to 1 (two-sided)."""
    sums, words = np.concatenate([left.sums, right.sums]), np.concatenate([left.words, right.words])
    n, k = len(sums), len(left.sums)
    order = random.random((resamples, n)).argsort(axis=1)
    member = np.zeros((resamples, n))
    np.put_along_axis(member, order[:, :k], 1.0, axis=1)
    mine, yours = member @ words, (1.0 - member) @ words
    gaps = np.divide(member @ sums, mine, out=np.zeros(resamples), where=mine > 0)
    gaps -= np.divide((1.0 - member) @ sums, yours, out=np.zeros(resamples), where=yours > 0)
    observed = abs(left.mean - right.mean)
    return float((1 + (np.abs(gaps) >= observed - 1e-12).sum()) / (resamples + 1))
