"""Emphasis: how much, how early, how often and in whose mouth each source tells each story point.

Counts words and places only; nothing here depends on a model beyond the alignment it is given.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from framing.quotation import quotations
from framing.records import Passage, StoryPoint, fingerprint

EMPHASIS_COLUMNS = ["source", "article", "point", "words", "share", "first", "place", "passages", "quoted"]
SHARE_COLUMNS = ["measure", "scope", "left", "right", "left_mean", "right_mean", "gap", "low", "high", "verdict"]
RESAMPLES = 2000
ALONE = "alone"
"""Stands where a story point's id would, for the passages that stand in none."""


def emphasis(passages: Sequence[Passage], points: Sequence[StoryPoint]) -> pd.DataFrame:
    """Return one row a source and story point that it tells.

    Columns:
        source, article, point: Who tells what; `point` is the story point's id.
        words: Words given to the point; a passage that stands in several points is shared equally between them.
        share: Those words over all words of the article's passages that can be aligned, 0 to 1.
        first: Share of the article's words that stand before the first mention, 0 (opens with it) to 1.
        place: "lead" for the article's first passage that can be aligned, else the quarter of the words, "quarter 1"
            to "quarter 4".
        passages: Number of passages that tell it: repetition.
        quoted: Share of those words inside quotation marks, 0 to 1.
    """
    parts = points_of(points)
    rows = []
    for article in _articles(passages):
        before, total = _words_before(article), sum(p.words for p in article)
        told: dict[str, list[Passage]] = defaultdict(list)
        for passage in article:
            for point in parts.get(passage.id, ()):
                told[point].append(passage)
        for point in (p.id for p in points if p.id in told):
            members = told[point]
            words = sum(p.words / len(parts[p.id]) for p in members)
            first = before[members[0].id] / total
            place = "lead" if members[0] is article[0] else f"quarter {min(int(first * 4) + 1, 4)}"
            quoted = sum(quoted_words(p) for p in members) / max(sum(p.words for p in members), 1)
            rows.append(
                (members[0].source, members[0].article, point, words, words / total, first, place, len(members), quoted)
            )
    return pd.DataFrame(rows, columns=EMPHASIS_COLUMNS)


def share_differences(
    passages: Sequence[Passage], points: Sequence[StoryPoint], *, resamples: int = RESAMPLES
) -> pd.DataFrame:
    """Return, for every story point and two sources, the gap between the shares of words they give it.

    A last row a pair of sources, with scope "alone", compares the shares of words on what no other source tells.

    Columns: measure ("share of words"), scope (the story point's id, or "alone"), left, right (sources, `left` <
    `right`), left_mean, right_mean (their shares, 0 to 1), gap = left_mean - right_mean (-1 to 1), low and high (95 %
    interval of the gap, NaN where an article has one passage only), verdict ("differs" where the interval leaves out
    zero, else "cannot be told apart"). Intervals come from resampling each article's passages with replacement (Efron &
    Tibshirani 1993, ch. 13); the draws are seeded by the article's id, so they are the same in every comparison.
    """
    parts = points_of(points)
    draws = {article[0].source: _resampled_shares(article, parts, points, resamples) for article in _articles(passages)}
    rows = []
    for left, right in combinations(sorted(draws), 2):
        (left_shares, left_draws), (right_shares, right_draws) = draws[left], draws[right]
        low, high = np.percentile(left_draws - right_draws, [2.5, 97.5], axis=0)
        for i, scope in enumerate([*(p.id for p in points), ALONE]):
            if left_shares[i] or right_shares[i]:
                gap = left_shares[i] - right_shares[i]
                verdict = "differs" if low[i] > 0 or high[i] < 0 else "cannot be told apart"
                shares = (left_shares[i], right_shares[i], gap, low[i], high[i])
                rows.append(("share of words", scope, left, right, *shares, verdict))
    return pd.DataFrame(rows, columns=SHARE_COLUMNS)


def points_of(points: Iterable[StoryPoint]) -> Mapping[str, list[str]]:
    """Return the ids of the story points each passage stands in, by passage id."""
    found: dict[str, list[str]] = defaultdict(list)
    for point in points:
        for passage in point.passages:
            found[passage].append(point.id)
    return found


def quoted_words(passage: Passage) -> int:
    """Count the words of a passage that stand inside quotation marks, in whole or in part."""
    spans = quotations(passage.text)
    words = re.finditer(r"\S+", passage.text)
    return sum(any(word.start() < span.end and span.start < word.end() for span in spans) for word in words)


def _articles(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Return the passages that can be aligned, article by article in the order of source and id."""
    by_article: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.aligned:
            by_article[passage.source, passage.article].append(passage)
    return [by_article[key] for key in sorted(by_article)]


def _words_before(article: Sequence[Passage]) -> Counter[str]:
    before: Counter[str] = Counter()
    count = 0
    for passage in article:
        before[passage.id] = count
        count += passage.words
    return before


def _resampled_shares(
    article: Sequence[Passage], parts: Mapping[str, list[str]], points: Sequence[StoryPoint], resamples: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return the article's share of words per point and last outside all, shape (points + 1,), and resampled ones."""
    place = {point.id: i for i, point in enumerate(points)}
    words = np.array([p.words for p in article], dtype=float)
    told = np.zeros((len(article), len(points) + 1))
    for row, passage in enumerate(article):
        told[row, -1] = 0 if passage.id in parts else passage.words
        for point in parts.get(passage.id, ()):
            told[row, place[point]] = passage.words / len(parts[passage.id])
    if len(article) < 2:  # drawn again it is always itself, which would look like certainty
        return told.sum(axis=0) / words.sum(), np.full((resamples, len(points) + 1), np.nan)
    rng = np.random.default_rng(int(fingerprint(article[0].article, digits=15), 16))
    # How often each passage is drawn: a multinomial count is the same draw as indices, and keeps the products small.
    counts = rng.multinomial(len(article), np.full(len(article), 1 / len(article)), size=resamples)
    return told.sum(axis=0) / words.sum(), (counts @ told) / (counts @ words)[:, None]
