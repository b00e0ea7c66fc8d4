"""Draws of the four measures of emphasis: each article's passages, drawn again with replacement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.measure.emphasis import MEASURES, WHOLE, articles_of, points_of, quoted_words
from framing.measure.probe import Numbers
from framing.measure.resample import stretch
from framing.records import Passage, StoryPoint, fingerprint

RESAMPLES = 2000
_WORDS, _FIRST, _PASSAGES, _QUOTED = MEASURES


@dataclass(frozen=True, slots=True)
class Draws:
    """One side of a comparison, a source or several taken together.

    `values` holds each measure by name, one number a scope: shape (points + 2,), the last two for what the source alone
    tells and for the whole article; NaN where the measure says nothing there. `draws` holds what resampling gave: shape
    (resamples, points + 2); `passages` is the number of passages that the side has in each scope.
    """

    name: str
    values: Mapping[str, Numbers]
    draws: Mapping[str, Numbers]
    passages: Numbers
    sums: _Sums


@dataclass(frozen=True, slots=True)
class _Sums:
    """What the measures are made of, each as counted (row 0) and as drawn (the other rows)."""

    words: Numbers  # (rows, scopes): a passage in several points is shared between them
    total: Numbers  # (rows, 1)
    whole: Numbers  # (rows, scopes): a passage in several points counts whole in each
    quoted: Numbers  # (rows, scopes)
    passages: Numbers  # (rows, scopes)
    first: Numbers  # (rows, scopes), NaN where a draw holds no passage of the scope
    size: int  # passages in all


def draws_of(passages: Sequence[Passage], points: Sequence[StoryPoint], *, resamples: int = RESAMPLES) -> list[Draws]:
    """Return the draws of every article, in the order of sources; several tables can be made of the same ones."""
    return [_draw(article, points, resamples) for article in articles_of(passages)]


def _draw(article: Sequence[Passage], points: Sequence[StoryPoint], resamples: int) -> Draws:
    """Draw an article's passages `resamples` times, in reading order; the seed is the article's id."""
    member, share = _members(article, points)
    n = len(article)
    rng = np.random.default_rng(int(fingerprint(article[0].article, digits=15), 16))
    # How often each passage is drawn: a multinomial count is the same draw as indices, and keeps the products small.
    drawn = rng.multinomial(n, np.full(n, 1 / n), size=resamples)
    counts = np.vstack([np.ones(n), drawn])
    words = np.array([p.words for p in article], dtype=float)
    quoted = np.array([quoted_words(p) for p in article], dtype=float)
    sums = _Sums(
        words=counts @ (share * words[:, None]),
        total=(counts @ words)[:, None],
        whole=counts @ (member * words[:, None]),
        quoted=counts @ (member * quoted[:, None]),
        passages=counts @ member,
        first=_first(counts, words, member),
        size=n,
    )
    return _measured(article[0].source, sums)


def together(name: str, parts: Sequence[Draws]) -> Draws:
    """Return several sources as one.

    Their words are pooled; the place of the first mention is the mean over those that tell the point, the number of
    passages the mean over all.
    """
    sums = [part.sums for part in parts]
    told = np.array([~np.isnan(s.first) for s in sums]).sum(axis=0)
    first = np.array([np.nan_to_num(s.first) for s in sums]).sum(axis=0)
    pooled = _Sums(
        words=np.sum([s.words for s in sums], axis=0),
        total=np.sum([s.total for s in sums], axis=0),
        whole=np.sum([s.whole for s in sums], axis=0),
        quoted=np.sum([s.quoted for s in sums], axis=0),
        passages=np.mean([s.passages for s in sums], axis=0),
        first=np.divide(first, told, out=np.full(first.shape, np.nan), where=told > 0),
        size=sum(s.size for s in sums),
    )
    return _measured(name, pooled, np.sum([part.passages for part in parts], axis=0))


def ends(draws: Numbers) -> tuple[Numbers, Numbers]:
    """Return the 2.5th and the 97.5th percentile of each column, NaN where fewer than one draw in ten is a number."""
    ordered = np.sort(draws, axis=0)  # NaN comes last
    known = (~np.isnan(draws)).sum(axis=0)
    columns = np.arange(draws.shape[1])
    found = []
    for quantile in (0.025, 0.975):
        place = quantile * np.maximum(known - 1, 0)
        low = np.floor(place).astype(int)
        high = np.minimum(low + 1, np.maximum(known - 1, 0))
        value = ordered[low, columns] + (place - low) * (ordered[high, columns] - ordered[low, columns])
        found.append(np.where(known * 10 < len(draws), np.nan, value))
    return found[0], found[1]


def _members(article: Sequence[Passage], points: Sequence[StoryPoint]) -> tuple[Numbers, Numbers]:
    """Return which passage stands in which scope, 1 or 0, and as which part of it: shape (passages, points + 2)."""
    parts, place = points_of(points), {point.id: i for i, point in enumerate(points)}
    member = np.zeros((len(article), len(points) + 2))
    share = np.zeros_like(member)
    for row, passage in enumerate(article):
        homes = [place[id] for id in parts.get(passage.id, ())] or [len(points)]
        member[row, homes], share[row, homes] = 1, 1 / len(homes)
    member[:, -1] = share[:, -1] = 1
    return member, share


def _first(counts: Numbers, words: Numbers, member: Numbers) -> Numbers:
    """Return the share of drawn words that stand before the first drawn passage of each scope."""
    weight = counts * words
    before = np.cumsum(weight, axis=1) - weight
    total = weight.sum(axis=1)
    found = np.full((len(counts), member.shape[1]), np.nan)
    for scope in range(member.shape[1]):
        inside = np.flatnonzero(member[:, scope])
        drawn = counts[:, inside] > 0
        some = drawn.any(axis=1)
        if len(inside):
            place = inside[drawn.argmax(axis=1)]
            found[some, scope] = before[some, place[some]] / total[some]
    return found


def _measured(name: str, sums: _Sums, passages: Numbers | None = None) -> Draws:
    """Make the measures of sums; draws of few passages are stretched about the value, as `resample.stretch` says."""
    nothing = np.full(sums.words.shape, np.nan)
    found = {
        _WORDS: sums.words / sums.total,
        _FIRST: sums.first.copy(),
        _PASSAGES: sums.passages.copy(),
        _QUOTED: np.divide(sums.quoted, sums.whole, out=nothing, where=sums.whole > 0),
    }
    for measure in (_WORDS, _FIRST, _PASSAGES):
        found[measure][:, -1] = np.nan  # the whole article is all of itself
    values = {measure: table[0] for measure, table in found.items()}
    wide = stretch(sums.size)
    draws = {measure: values[measure] + (table[1:] - values[measure]) * wide for measure, table in found.items()}
    return Draws(name, values, draws, sums.passages[0] if passages is None else passages, sums)


def scopes(points: Sequence[StoryPoint], alone: str) -> list[str]:
    """Return what the columns of `Draws` stand for, in their order."""
    return [*(point.id for point in points), alone, WHOLE]
