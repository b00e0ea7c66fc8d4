"""Order: what each source opens with, and how alike two sources arrange the story points that both tell."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from scipy.stats import kendalltau, norm

from framing.measure.emphasis import articles_of, place_of, points_of, words_before
from framing.records import Passage, StoryPoint

RANK_COLUMNS = ["source", "point", "first", "rank"]
AGREEMENT_COLUMNS = ["left", "right", "points", "tau", "low", "high", "p"]
OPENING_COLUMNS = ["source", "point", "passage", "headline"]
# With two points there are but two orders, and with three a tau of 1 comes about by chance one time in six.
LEAST, LEAST_INTERVAL = 3, 8


def ranks(emphasis: pd.DataFrame, points: Collection[str]) -> pd.DataFrame:
    """Return the place of each story point among those given that a source tells, 1 the first.

    Args:
        emphasis: The table that `measure.emphasis.emphasis` returns.
        points: Ids of the story points to be ranked.

    Points that begin in the same passage share the mean of their places. Columns: source, point, first (share of the
    words before it, 0 to 1), rank.
    """
    table = emphasis[emphasis["point"].isin(set(points))]
    rank = table.groupby("source")["first"].rank(method="average")
    return table.assign(rank=rank)[RANK_COLUMNS].reset_index(drop=True)


def order_agreement(emphasis: pd.DataFrame) -> pd.DataFrame:
    """Return, for every two sources, how alike they arrange the story points that both tell.

    Columns: left, right (`left` < `right`), points (how many both tell), tau (Kendall's tau-b, -1 the opposite order …
    0 no relation … +1 the same order; NaN under three points or where all begin in one passage), low and high (95 %
    interval from eight points on, by Fisher's z with the variance of Fieller, Hartley & Pearson 1957), p (that an order
    at random agrees or disagrees as much).
    """
    first = emphasis.pivot_table(index="point", columns="source", values="first")
    rows = []
    for left, right in combinations(sorted(first.columns), 2):
        both = first[[left, right]].dropna()
        tau = p = float("nan")
        if len(both) >= LEAST and both[left].nunique() > 1 and both[right].nunique() > 1:
            found = kendalltau(both[left], both[right])
            tau, p = float(found.statistic), float(found.pvalue)
        rows.append((left, right, len(both), tau, *_interval(tau, len(both)), p))
    return pd.DataFrame(rows, columns=AGREEMENT_COLUMNS)


def openings(
    passages: Sequence[Passage],
    points: Sequence[StoryPoint],
    *,
    headlines: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """Return what each source opens with: one row a source and thing told in its headline or its lead.

    Columns: source, point (the story point's id, "" for what it alone tells), passage (the first that tells it),
    headline (1 where the headline tells it, else 0). `headlines` is what `headline_points` returns.
    """
    parts = points_of(points)
    rows = []
    for article in articles_of(passages):
        before, total = words_before(article), sum(p.words for p in article)
        heads = (headlines or {}).get(article[0].article, frozenset())
        seen: set[str] = set()
        for passage in article:
            lead = place_of(before[passage.id], total) == "lead"
            for point in parts.get(passage.id, [""] if lead else []):
                if (lead or point in heads) and (not point or point not in seen):
                    rows.append((passage.source, point, passage.id, int(point in heads)))
                    seen.add(point)
    return pd.DataFrame(rows, columns=OPENING_COLUMNS)


def _interval(tau: float, points: int) -> tuple[float, float]:
    if points < LEAST_INTERVAL or np.isnan(tau) or abs(tau) == 1:
        return float("nan"), float("nan")
    reach = float(norm.ppf(0.975)) * (0.437 / (points - 4)) ** 0.5
    return float(np.tanh(np.arctanh(tau) - reach)), float(np.tanh(np.arctanh(tau) + reach))
